import { Typed } from '../../components/typed';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useRef, useState } from 'react';
import type { HoldersTransferred } from '../../../../src/contract/people';
import type { Person } from '../../../../src/contract/route-explain';
import { transferRoles } from '../../api/remit';
import { useCommand } from '../../api/use-command';
import { Field, TextInput } from '../../components/field';
import { Outcome } from '../../components/outcome';
import { TicketLink } from '../../components/ticket-link';
import styles from './holders.module.css';
import { PersonPicker } from './person-picker';
import { todayInUtc } from '../../components/days';

/** Everything that someone who leaves holds goes to another person: first shown, then done. */
export function Transfer({ done }: { done: () => void }) {
  const [leaver, setLeaver] = useState<Person | null>(null);
  const [successor, setSuccessor] = useState<Person | null>(null);
  const [from, setFrom] = useState(todayInUtc);
  const { standing, run, forget } = useCommand<HoldersTransferred>();
  const inEarnest = useRef(false);
  const checked = standing.state === 'done' && standing.data.dryRun;
  const send = async (dryRun: boolean) => {
    if (!leaver || !successor) return;
    const asked = { fromAccountId: leaver.accountId, toAccountId: successor.accountId, from, dryRun };
    if (!dryRun) inEarnest.current = true;
    const transferred = await run(() => transferRoles(asked));
    if (dryRun) return;
    inEarnest.current = false;
    if (transferred) done();
  };
  /** What was shown was for another choice; what is being done is told whatever is chosen meanwhile. */
  const forgetting =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      if (!inEarnest.current) forget();
    };
  return (
    <div className={styles.panel} role="group" aria-label="Someone is leaving">
      <div className={styles.form}>
        <PersonPicker label="Who is leaving" person={leaver} choose={forgetting(setLeaver)} />
        <PersonPicker label="Who takes over" person={successor} choose={forgetting(setSuccessor)} />
        <Field label="From" about="The start of that day in UTC.">
          {(id, aboutId) => (
            <TextInput
              id={id}
              aria-describedby={aboutId}
              type="date"
              value={from}
              onText={forgetting(setFrom)}
            />
          )}
        </Field>
      </div>
      <div className={styles.bar}>
        <Button
          isDisabled={!leaver || !successor || from === ''}
          isLoading={standing.state === 'asking'}
          onClick={() => void send(true)}
        >
          Preview transfer
        </Button>
        <Button appearance="primary" isDisabled={!checked} onClick={() => void send(false)}>
          Transfer
        </Button>
      </div>
      <Outcome
        standing={standing}
        refusedTitle="Nothing was transferred"
        done={transferred => <Transferred transferred={transferred} />}
      />
    </div>
  );
}

function Transferred({ transferred: { roles, accounts, dryRun } }: { transferred: HoldersTransferred }) {
  const none = roles.length === 0 && accounts.length === 0;
  return (
    <SectionMessage
      appearance={dryRun ? 'information' : 'success'}
      title={dryRun ? 'What will be transferred' : 'Transferred'}
      headingLevel="h2"
    >
      {none && <p>This person holds no role and owns no cloud account.</p>}
      {roles.length > 0 && (
        <ul>
          {roles.map(({ key, name, capacity }) => (
            <li key={key + capacity}>
              <Typed>{name}</Typed>, as {capacity}
            </li>
          ))}
        </ul>
      )}
      {accounts.length > 0 && (
        <>
          <p>These cloud accounts need a new owner, named on their tickets:</p>
          <ul>
            {accounts.map(({ provider, accountId, ticket }) => (
              <li key={provider + accountId}>
                <Typed>{provider}</Typed> <Typed>{accountId}</Typed> in <TicketLink ticket={ticket} />
              </li>
            ))}
          </ul>
        </>
      )}
    </SectionMessage>
  );
}
