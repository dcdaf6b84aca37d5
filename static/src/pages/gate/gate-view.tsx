import { useEffect, useState } from 'react';
import { checksOf } from '../../../../src/contract/gate-words';
import { readRuleConfiguration } from '../../api/jira-page';
import { FailedMessage, Loading } from '../../components/standing';
import styles from './gate.module.css';

type Rule =
  { state: 'loading' } | { state: 'failed' } | { state: 'there'; config: Record<string, unknown> | null };

/** What a rule of Remit does, for whoever looks at a workflow: there is nothing to change here. */
export function GateView() {
  const [rule, setRule] = useState<Rule>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    readRuleConfiguration().then(
      config => {
        setRule({ state: 'there', config });
      },
      () => {
        setRule({ state: 'failed' });
      },
    );
  }, [attempt]);
  return (
    <main className={styles.gate} aria-label="A rule of Remit">
      {rule.state === 'loading' && <Loading what="the rule" />}
      {rule.state === 'failed' && (
        <FailedMessage
          what="The rule"
          tryAgain={() => {
            setRule({ state: 'loading' });
            setAttempt(attempt + 1);
          }}
        />
      )}
      {rule.state === 'there' && <Words config={rule.config} />}
    </main>
  );
}

function Words({ config }: { config: Record<string, unknown> | null }) {
  const { workType, transition, expression } = config ?? {};
  if (typeof expression === 'string') return <Condition expression={expression} />;
  const checks =
    typeof workType === 'string' && typeof transition === 'string' ? checksOf(workType, transition) : null;
  if (!checks)
    return (
      <p className={styles.quiet}>
        This rule is not one that the set-up of Remit made. Run set-up in Apps, Remit, to put it right.
      </p>
    );
  return (
    <>
      <h3 className={styles.headline}>
        {String(transition)} of a {String(workType).toLowerCase()} is refused unless
      </h3>
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

function Condition({ expression }: { expression: string }) {
  return (
    <>
      <h3 className={styles.headline}>
        Only the people whom the responsibility matrix names may make this move
      </h3>
      <p>Jira decides by this expression; the fields in it are written by Remit alone.</p>
      <code className={styles.expression}>{expression}</code>
    </>
  );
}
