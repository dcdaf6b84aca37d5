import { say } from '../../../../src/contract/text';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CheckCircleUncheckedIcon from '@atlaskit/icon/core/check-circle-unchecked';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import Lozenge from '@atlaskit/lozenge';
import type { DecisionSoFar } from '../../../../src/contract/route-explain';
import { Disclosure } from '../../components/disclosure';
import { Moment } from '../../components/moment';
import { PersonName } from '../../components/person';
import { Section } from '../../components/section';
import { decisionTitle, refusalWords } from './decision-words';
import styles from './decisions-so-far.module.css';

/** So many of the newest decisions are shown without asking. */
const NEWEST = 4;

/** What was decided about the ticket, the newest first. */
export function DecisionsSoFar({ decisions }: { decisions: readonly DecisionSoFar[] }) {
  const newestFirst = decisions.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const older = newestFirst.slice(NEWEST);
  return (
    <Section title="Decisions so far">
      {decisions.length === 0 && <p className={styles.none}>Nothing has been decided yet.</p>}
      <Timeline decisions={newestFirst.slice(0, NEWEST)} />
      {older.length > 0 && (
        <Disclosure summary={say`${older.length} earlier`}>
          <Timeline decisions={older} />
        </Disclosure>
      )}
    </Section>
  );
}

function Timeline({ decisions }: { decisions: readonly DecisionSoFar[] }) {
  if (decisions.length === 0) return null;
  return (
    <ol className={styles.timeline}>
      {decisions.map((decision, position) => (
        <li key={`${decision.at} ${decision.transition} ${position}`} className={styles.entry}>
          <span className={styles.mark}>{markOf(decision)}</span>
          <div className={styles.line}>
            <span className={styles.transition}>{decisionTitle(decision)}</span>
            {decision.approval && <Lozenge appearance="success">Approval</Lozenge>}
          </div>
          {decision.verdict === 'refuse' && <p>Because {refusalWords(decision.codes)}.</p>}
          <p className={styles.quiet}>
            <Moment at={decision.at} precision="minute" />
            {decision.verdict === 'allow' && <MadeBy decision={decision} />}
          </p>
        </li>
      ))}
    </ol>
  );
}

function MadeBy({ decision: { madeBy, approval, role, matrixVersion } }: { decision: DecisionSoFar }) {
  return (
    <>
      {' · '}
      {madeBy ? (
        <>
          by <PersonName person={madeBy} />
        </>
      ) : (
        'not made yet'
      )}
      {approval && role !== null && say`, ${role}`}
      {matrixVersion !== null && say` · matrix v${matrixVersion}`}
    </>
  );
}

function markOf({ verdict, madeBy }: DecisionSoFar) {
  if (verdict === 'refuse') return <CrossCircleIcon label="" color="var(--ds-icon-danger)" />;
  if (!madeBy) return <CheckCircleUncheckedIcon label="" color="var(--ds-icon-subtle)" />;
  return <CheckCircleIcon label="" color="var(--ds-icon-success)" />;
}
