import { useEffect, useState } from 'react';
import { checksOf, peopleWhoMay } from '../../../../src/contract/gate-words';
import { readWorkflowRule, type WorkflowRule } from '../../api/jira-page';
import { FailedMessage, Loading } from '../../components/standing';
import styles from './gate.module.css';

type Shown = { state: 'loading' } | { state: 'failed' } | { state: 'there'; rule: WorkflowRule | null };

/** What a rule of Remit does, for whoever looks at a workflow: there is nothing to change here. */
export function GateView() {
  const [shown, setShown] = useState<Shown>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    readWorkflowRule().then(
      rule => {
        setShown({ state: 'there', rule });
      },
      () => {
        setShown({ state: 'failed' });
      },
    );
  }, [attempt]);
  return (
    <main className={styles.gate} aria-label="A rule of Remit">
      {shown.state === 'loading' && <Loading what="the rule" />}
      {shown.state === 'failed' && (
        <FailedMessage
          what="The rule"
          tryAgain={() => {
            setShown({ state: 'loading' });
            setAttempt(attempt + 1);
          }}
        />
      )}
      {shown.state === 'there' && <Words rule={shown.rule} />}
    </main>
  );
}

function Words({ rule }: { rule: WorkflowRule | null }) {
  const { workType, transition, expression } = rule?.config ?? {};
  const place = typeof workType === 'string' && typeof transition === 'string' && { workType, transition };
  if (rule?.kind === 'condition' && typeof expression === 'string')
    return <Condition place={place} expression={expression} />;
  const checks = place ? checksOf(place.workType, place.transition) : null;
  if (rule?.kind !== 'validator' || !place || !checks)
    return (
      <p className={styles.quiet}>
        This rule is not one that the set-up of Remit made. Run set-up in Apps, Remit, to put it right.
      </p>
    );
  return (
    <>
      <h3 className={styles.headline}>{nameOf(place)} is refused unless</h3>
      <ol className={styles.checks}>
        {checks.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ol>
      <p className={styles.quiet}>
        Whoever is refused reads what is missing and who can supply it. Every answer is recorded as evidence.
        Set-up makes this rule; changed by hand, it is put right by running set-up again.
      </p>
    </>
  );
}

interface Place {
  workType: string;
  transition: string;
}

function nameOf({ workType, transition }: Place): string {
  const noun = workType.toLowerCase();
  return `${transition} of ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Words about the transition that set-up put the rule on; what Jira goes by is the expression. */
function Condition({ place, expression }: { place: Place | false; expression: string }) {
  const people = place ? peopleWhoMay(place.workType, place.transition) : null;
  return (
    <>
      {place && people ? (
        <>
          <h3 className={styles.headline}>{nameOf(place)} can be made only by</h3>
          <ul className={styles.people}>
            {people.map(words => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p className={styles.quiet}>
            Others are not offered the transition, and are refused it. Remit alone writes Accountable and
            Performer, by the responsibility matrix. Set-up makes this rule; changed by hand, it is put right
            by running set-up again.
          </p>
        </>
      ) : (
        <h3 className={styles.headline}>
          Only the people whom the responsibility matrix names may make this move
        </h3>
      )}
      <p>Jira decides by this expression:</p>
      <code className={styles.expression}>{expression}</code>
    </>
  );
}
