import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import type { Reply } from '../../../../src/contract/reply';
import type { RuleExplanation } from '../../../../src/contract/rule-explain';
import { readRule } from '../../api/jira-page';
import { explainRule } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { FailedMessage, Loading } from '../../components/standing';
import styles from './gate.module.css';

/** A rule of a workflow: which it is, by what stands in it, and what the server says that it does, if it is as set up. */
interface Rule {
  kind: 'condition' | 'gate';
  workType: string;
  transition: string;
  /** By which Jira decides a condition; null where there is none in it. */
  expression: string | null;
  explanation: RuleExplanation;
}

/** What a rule of Remit does, for anyone who looks at a workflow: there is nothing to change here. */
export function GateView() {
  const [asked, askAgain] = useReply(readRuleInWords);
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
      {asked.state === 'answered' && <RuleInWords {...asked.data} />}
    </main>
  );
}

/** Its own for each rule: the workflow editor may show several at once. */
function nameOf({ kind, workType, transition }: Rule): string {
  return say`${workType}: ${transition}, ${kind === 'gate' ? 'gates' : 'who can use it'}`;
}

async function readRuleInWords(): Promise<Reply<Rule>> {
  const NOT_OURS = {
    ok: false,
    code: 'NOT_OURS',
    message: 'Remit’s set-up didn’t create this rule.',
  } as const;
  const rule = await readRule();
  if (!rule) return NOT_OURS;
  const { kind, config } = rule;
  const { workType, transition, from, to, expression } = config;
  if (!isText(workType) || !isText(transition) || !isText(from) || !isText(to)) return NOT_OURS;
  const seen = { kind, config: asTexts(config) };
  const reply = await explainRule({ workType, from, to, seen });
  if (!reply.ok) return reply;
  const written = isText(expression) ? expression : null;
  return { ok: true, data: { kind, workType, transition, expression: written, explanation: reply.data } };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Set-up writes nothing but text: whatever else stands there is told apart by it. */
function asTexts(config: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, isText(value) ? value : JSON.stringify(value)]),
  );
}

/** It says what the rule does only where that was compared with what set-up makes. */
function RuleInWords(rule: Rule) {
  const { standing } = rule.explanation;
  switch (rule.kind === 'gate' ? standing.gates : standing.condition) {
    case 'as set up':
      return rule.kind === 'gate' ? <Gates {...rule} /> : <Condition {...rule} />;
    case 'changed':
      return (
        <NotVouchedFor {...rule} title="This rule was changed" appearance="warning">
          What stands in Jira is not what set-up makes. Remit can’t say what it lets through. Run set-up in
          Settings, Apps, Remit, to restore it.
        </NotVouchedFor>
      );
    case 'unknown':
      return (
        <NotVouchedFor {...rule} title="This rule couldn’t be compared" appearance="information">
          Jira doesn’t let Remit read its workflows, or set-up isn’t finished, so Remit can’t tell whether
          this is the rule that set-up makes.
        </NotVouchedFor>
      );
  }
}

function NotVouchedFor({
  workType,
  transition,
  kind,
  expression,
  explanation,
  title,
  appearance,
  children,
}: Rule & { title: string; appearance: 'warning' | 'information'; children: ReactNode }) {
  return (
    <>
      <h3 className={styles.headline}>
        <Typed>{workType}</Typed>: <Typed>{transition}</Typed>
      </h3>
      <SectionMessage appearance={appearance} title={title} headingLevel="h4">
        <p>{children}</p>
      </SectionMessage>
      <p>As set up by Remit: {kind === 'gate' ? explanation.checks.join(' ') : explanation.who}</p>
      {kind === 'condition' && <Expression>{expression}</Expression>}
    </>
  );
}

function Gates({ workType, transition, explanation }: Rule) {
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
        evidence. Set-up manages this rule, and it stands as set-up makes it.
      </p>
    </>
  );
}

function Condition({ workType, transition, expression, explanation }: Rule) {
  return (
    <>
      <h3 className={styles.headline}>
        <Typed>{workType}</Typed>: <Typed>{transition}</Typed> is offered to
      </h3>
      <p>{explanation.who}</p>
      <p className={styles.quiet}>
        Jira evaluates this expression. Only Remit sets the fields Accountable and Performer.
      </p>
      <Expression>{expression}</Expression>
    </>
  );
}

function Expression({ children }: { children: string | null }) {
  if (children === null) return <p className={styles.quiet}>There is no expression in it.</p>;
  return (
    <code className={styles.expression}>
      <Typed>{children}</Typed>
    </code>
  );
}
