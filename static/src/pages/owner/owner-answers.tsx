import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import Lozenge from '@atlaskit/lozenge';
import type { OwnersFound } from '../../../../src/contract/owner-find';
import { Moment } from '../../components/moment';
import { PersonName, Portrait } from '../../components/person';
import { Unseen } from '../../components/standing';
import styles from './owner.module.css';

type Answer = OwnersFound['answers'][number];

interface OwnerAnswersProps {
  id: string;
  answers: readonly Answer[];
  /** Position of the one that the keyboard has chosen. */
  chosen: number;
  choose: (position: number) => void;
  open: (position: number) => void;
  version: number | null;
  /** The day that was asked about; empty for now. */
  day: string;
  /** Whether these answer an earlier question, and those to the newest are on their way. */
  outdated: boolean;
}

/** The answers, the best first, each in a line of its own. */
export function OwnerAnswers(props: OwnerAnswersProps) {
  const { id, answers, chosen, choose, open, version, day, outdated } = props;
  return (
    <div>
      <ul role="listbox" id={id} aria-label="Owners" aria-busy={outdated} className={styles.answers}>
        {answers.map((answer, position) => (
          // The keyboard works in the field, which names the chosen one as its active descendant.
          <li
            key={answer.responsibility}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === chosen}
            className={styles.answer}
            onMouseMove={() => {
              if (position !== chosen) choose(position);
            }}
            onClick={() => {
              open(position);
            }}
          >
            <OneLine answer={answer} />
          </li>
        ))}
      </ul>
      {version !== null && answers.length > 0 && (
        <p className={styles.version}>
          {day === '' ? (
            say`From version ${version} of the responsibility matrix.`
          ) : (
            <>
              From version {version} of the responsibility matrix, in force on{' '}
              <Moment at={day} precision="day" />, and who acted for its roles at the end of that day in UTC.
            </>
          )}
        </p>
      )}
      <span role="status">
        <Unseen>{answers.length > 0 ? say`${answers.length} answers` : ''}</Unseen>
      </span>
    </div>
  );
}

function OneLine({ answer }: { answer: Answer }) {
  const { person, role, viaDeputy, activity, domain, service, escalation, procedure, systemOfRecord } =
    answer;
  return (
    <>
      {person ? <Portrait person={person} size="small" /> : <span className={styles.noPerson} aria-hidden />}
      <span className={styles.words}>
        <span className={styles.who}>
          <span className={person ? styles.name : styles.vacant}>
            {person ? <PersonName person={person} /> : 'No one'}
          </span>
          <Lozenge appearance="information">
            <Typed>{role}</Typed>
          </Lozenge>
          {viaDeputy && <span className={styles.quiet}>as deputy</span>}
          <span>
            <Typed>{activity === '' ? say`Everything else in ${domain}` : activity}</Typed> ·{' '}
            <Typed>{service}</Typed>
          </span>
        </span>
        <span className={styles.facts}>
          {procedure !== '' && (
            <span>
              Runbook: <Typed>{procedure}</Typed>
            </span>
          )}
          {systemOfRecord !== '' && (
            <span>
              Recorded in <Typed>{systemOfRecord}</Typed>
            </span>
          )}
          {escalation && (
            <span>
              If unavailable: <PersonName person={escalation} />
            </span>
          )}
        </span>
      </span>
    </>
  );
}
