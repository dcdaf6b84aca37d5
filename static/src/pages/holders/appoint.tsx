import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { HoldersListed } from '../../../../src/contract/people';
import type { Person } from '../../../../src/contract/route-explain';
import { appoint } from '../../api/remit';
import { useCommand } from '../../api/use-command';
import { Choice } from '../../components/choice';
import { Field, TextInput } from '../../components/field';
import { Outcome } from '../../components/outcome';
import styles from './holders.module.css';
import { PersonPicker } from './person-picker';
import { todayInUtc } from '../../components/days';

const CAPACITIES = [
  { value: 'holder', words: 'Holder' },
  { value: 'deputy', words: 'Deputy' },
] as const;

/** Appoints a new holder or deputy from a day on. */
export function Appoint({ role, done }: { role: HoldersListed['roles'][number]; done: () => void }) {
  const [person, setPerson] = useState<Person | null>(null);
  const [capacity, setCapacity] = useState<'holder' | 'deputy'>('holder');
  const [from, setFrom] = useState(todayInUtc);
  const [to, setTo] = useState('');
  const { standing, run } = useCommand<unknown>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!person) return;
    const appointed = await run(() =>
      appoint({ role: role.key, accountId: person.accountId, capacity, from, to: to === '' ? null : to }),
    );
    if (appointed !== null) done();
  };
  return (
    <form
      className={styles.panel}
      aria-label={say`Appoint someone as ${role.name}`}
      onSubmit={event => void submit(event)}
    >
      <div className={styles.form}>
        <PersonPicker label="Person" person={person} choose={setPerson} />
        <Field label="Capacity">
          {id => <Choice id={id} value={capacity} options={CAPACITIES} choose={setCapacity} />}
        </Field>
        <Field label="From" about="The start of that day in UTC.">
          {(id, aboutId) => (
            <TextInput
              id={id}
              aria-describedby={aboutId}
              type="date"
              required
              value={from}
              onText={setFrom}
            />
          )}
        </Field>
        <Field label="To (optional)">
          {id => <TextInput id={id} type="date" min={from} value={to} onText={setTo} />}
        </Field>
      </div>
      {capacity === 'holder' && role.acting && !role.acting.viaDeputy && (
        <p className={styles.quiet}>
          The period of <Typed>{role.acting.person.name}</Typed> ends that day.
        </p>
      )}
      <Outcome standing={standing} refusedTitle="No one was appointed" />
      <div className={styles.bar}>
        <Button
          type="submit"
          appearance="primary"
          isDisabled={person === null}
          isLoading={standing.state === 'asking'}
        >
          Appoint
        </Button>
      </div>
    </form>
  );
}
