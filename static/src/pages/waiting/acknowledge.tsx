import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { BypassAcknowledgedReply } from '../../../../src/contract/bypasses';
import { isBlank } from '../../../../src/contract/text';
import { acknowledgeBypass } from '../../api/remit';
import { useCommand } from '../../api/use-command';
import { Field, LongTextInput } from '../../components/field';
import { Outcome } from '../../components/outcome';
import styles from './waiting.module.css';

interface AcknowledgeProps {
  bypass: string;
  ticket: string;
  done: () => void;
  cancel: () => void;
}

/** Asks for the reason, which stays on record; nothing is approved by it. */
export function Acknowledge({ bypass, ticket, done, cancel }: AcknowledgeProps) {
  const [reason, setReason] = useState('');
  const { standing, run } = useCommand<BypassAcknowledgedReply>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const acknowledged = await run(() => acknowledgeBypass(bypass, reason));
    if (acknowledged !== null) done();
  };
  return (
    <form
      ref={form}
      className={styles.judgement}
      aria-label={say`Acknowledge the bypass on ${ticket}`}
      onSubmit={event => void submit(event)}
    >
      <Field
        label="Why no more action is needed"
        about="Recorded, and shown on the ticket with your name. This doesn’t approve the ticket: the next gate still blocks it."
        isWide
      >
        {(id, aboutId) => (
          <LongTextInput
            id={id}
            aria-describedby={aboutId}
            required
            maxLength={2000}
            value={reason}
            onText={setReason}
          />
        )}
      </Field>
      <div className={styles.facts}>
        <Button
          type="submit"
          appearance="primary"
          isDisabled={isBlank(reason)}
          isLoading={standing.state === 'asking'}
        >
          Acknowledge
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
      </div>
      <Outcome standing={standing} refusedTitle="The bypass wasn’t acknowledged" />
    </form>
  );
}
