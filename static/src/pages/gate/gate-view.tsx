import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import type { Reply } from '../../../../src/contract/reply';
import type { RuleExplanation } from '../../../../src/contract/rule-explain';
import { readRuleConfiguration } from '../../api/jira-page';
import { explainRule } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { FailedMessage, Loading } from '../../components/standing';
import styles from './gate.module.css';

/** A rule of a workflow: which it is, by what set-up wrote into it, and what the server says that it does. */
interface Rule {
  workType: string;
  transition: string;
  /** By which Jira decides a condition; null for a validator. */
  expression: string | null;
  explanation: RuleExplanation;
}

/** What a rule of Remit does, for anyone who looks at a workflow: there is nothing to change here. */
export function GateView() {
  const [asked, askAgain] = useReply(readRule);
  return (
    <main
      className={styles.gate}
      aria-label={asked.state === 'answered' ? nameOf(asked.data) : 'A rule of Remit'}
    >
      {asked.state === 'loading' && <Loading what="the rule" />}
      {asked.state === 'failed' && <FailedMessage what="The rule" tryAgain={askAgain} />}
      {asked.state === 'refused' && (
        <p className={styles.quiet}>
          {asked.refused.message} Run set-up in Settings, Apps, Remit, to restore it.
        </p>
      )}
      {asked.state === 'answered' &&
        (asked.data.expression === null ? (
          <Validator {...asked.data} />
        ) : (
          <Condition {...asked.data} expression={asked.data.expression} />
        ))}
    </main>
  );
}

/** Its own for each rule: the workflow editor may show several at once. */
function nameOf({ workType, transition, expression }: Rule): string {
  return say`${workType}: ${transition}, ${expression === null ? 'gates' : 'who can use it'}`;
}

async function readRule(): Promise<Reply<Rule>> {
  const { workType, transition, from, to, expression } = (await readRuleConfiguration()) ?? {};
  if (!isText(workType) || !isText(transition) || !isText(from) || !isText(to))
    return { ok: false, code: 'NOT_OURS', message: 'Remit’s set-up didn’t create this rule.' };
  const reply = await explainRule({ workType, from, to });
  if (!reply.ok) return reply;
  const written = typeof expression === 'string' ? expression : null;
  return { ok: true, data: { workType, transition, expression: written, explanation: reply.data } };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function Validator({ workType, transition, explanation }: Rule) {
  return (
    <>
      <h3 className={styles.headline}>
        <Typed>{workType}</Typed>: <Typed>{transition}</Typed> is blocked unless
      </h3>
      <ol className={styles.checks}>
        {explanation.checks.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ol>
      <p className={styles.quiet}>
        People who are blocked are told what is missing and who can supply it. Every answer is recorded as
        evidence. Set-up manages this rule: if it was changed by hand, run set-up again to restore it.
      </p>
    </>
  );
}

function Condition({ workType, transition, expression, explanation }: Rule & { expression: string }) {
  return (
    <>
      <h3 className={styles.headline}>
        <Typed>{workType}</Typed>: <Typed>{transition}</Typed> is offered to
      </h3>
      <p>{explanation.who}</p>
      <p className={styles.quiet}>
        Jira evaluates this expression. Only Remit sets the fields Accountable and Performer.
      </p>
      <code className={styles.expression}>
        <Typed>{expression}</Typed>
      </code>
    </>
  );
}
