import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { HoldersListed } from '../../../../src/contract/people';
import { Disclosure } from '../../components/disclosure';
import { Moment } from '../../components/moment';
import { PersonName, Portrait } from '../../components/person';
import { Appoint } from './appoint';
import styles from './holders.module.css';

type Role = HoldersListed['roles'][number];

interface RoleItemProps {
  role: Role;
  youMayEdit: boolean;
  changed: () => void;
}

/** A role: who acts for it, what it answers for, and who held it before. */
export function RoleItem({ role, youMayEdit, changed }: RoleItemProps) {
  const [appointing, setAppointing] = useState(false);
  const { name, kind, charter, acting, periods, accountableFor } = role;
  const deputies = periods.filter(
    ({ person, capacity, isOpen }) =>
      isOpen && capacity === 'deputy' && person.accountId !== acting?.person.accountId,
  );
  const rows = accountableFor === 1 ? '1 row' : say`${accountableFor} rows`;
  return (
    <li className={styles.role}>
      <div className={styles.head}>
        {acting ? (
          <Portrait person={acting.person} size="small" />
        ) : (
          <span className={styles.noPerson} aria-hidden />
        )}
        <div className={styles.words}>
          <h2 className={styles.name}>
            <Typed>{name}</Typed>
          </h2>
          <p className={styles.facts}>
            {acting ? (
              <span>
                <PersonName person={acting.person} />
                {acting.viaDeputy && ', as deputy'}
              </span>
            ) : (
              <span className={styles.vacant}>Vacant: no one acts in this role</span>
            )}
            {deputies.length > 0 && (
              <span>
                {deputies.length === 1 ? 'Deputy: ' : 'Deputies: '}
                {deputies.map(({ person }, position) => (
                  <span key={person.accountId}>
                    {position > 0 && ', '}
                    <PersonName person={person} />
                  </span>
                ))}
              </span>
            )}
            <Lozenge>{kind}</Lozenge>
            <span className={styles.quiet}>Accountable for {rows} of the matrix</span>
          </p>
        </div>
        {youMayEdit && (
          <Button
            spacing="compact"
            aria-expanded={appointing}
            aria-label={say`Appoint someone as ${name}`}
            onClick={() => {
              setAppointing(!appointing);
            }}
          >
            Appoint
          </Button>
        )}
      </div>
      {charter !== '' && (
        <p className={styles.charter}>
          <Typed>{charter}</Typed>
        </p>
      )}
      {appointing && (
        <Appoint
          role={role}
          done={() => {
            setAppointing(false);
            changed();
          }}
        />
      )}
      {periods.length > 0 && (
        <div className={styles.history}>
          <Disclosure
            summary={say`History: ${periods.length === 1 ? '1 period' : say`${periods.length} periods`}`}
          >
            <Periods periods={periods} />
          </Disclosure>
        </div>
      )}
    </li>
  );
}

function Periods({ periods }: { periods: Role['periods'] }) {
  const newestFirst = periods.toSorted((a, b) => b.from.localeCompare(a.from));
  return (
    <ul className={styles.periods}>
      {newestFirst.map(({ person, capacity, from, to, isOpen }) => (
        <li key={person.accountId + capacity + from} className={isOpen ? undefined : styles.quiet}>
          <PersonName person={person} />, {capacity}, from <Moment at={from} precision="day" />
          {to !== null && (
            <>
              {' '}
              to <Moment at={to} precision="day" />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
