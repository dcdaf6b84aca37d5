import { say } from '../../../../src/contract/text';
import { useState } from 'react';
import type { BypassesListed } from '../../../../src/contract/bypasses';
import { listBypasses } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { Disclosure } from '../../components/disclosure';
import { Section } from '../../components/section';
import { FailedMessage } from '../../components/standing';
import { BypassItem } from './bypass-item';
import { MutualApprovals } from './mutual-approvals';
import styles from './waiting.module.css';

type Overseen = NonNullable<BypassesListed['overseen']>;

/**
 * Bypasses and mutual approvals, for administrators, auditors and the matrix approver; nothing for everyone else, and
 * nothing while all is in order. Source: white-space requirement 6.
 */
export function PastTheGates() {
  const [asked, askAgain] = useReply(listBypasses);
  const [acknowledged, setAcknowledged] = useState('');
  if (asked.state === 'failed')
    return <FailedMessage what="The list of bypasses" tryAgain={askAgain} level="h2" />;
  if (asked.state !== 'answered' || !asked.data.overseen) return null;
  const { bypasses, mutual, repairs, judge } = asked.data.overseen;
  const after = (ticket: string) => {
    setAcknowledged(ticket);
    askAgain();
  };
  return (
    <>
      {bypasses.length > 0 && <Bypasses {...{ bypasses, judge, acknowledged, after }} />}
      {mutual.length > 0 && <MutualApprovals mutual={mutual} />}
      {repairs.length > 0 && <SetUp repairs={repairs} />}
    </>
  );
}

interface BypassesProps extends Pick<Overseen, 'bypasses' | 'judge'> {
  /** The ticket of the one that the reader has just acknowledged; empty when there is none. */
  acknowledged: string;
  after: (ticket: string) => void;
}

function Bypasses({ bypasses, judge, acknowledged, after }: BypassesProps) {
  const open = bypasses.filter(({ standing }) => standing.state === 'open');
  const closed = bypasses.filter(({ standing }) => standing.state !== 'open');
  return (
    <Section title={say`Bypassed approval (${open.length})`} level={2}>
      <p role="status" className={styles.quiet}>
        {acknowledged !== '' && say`The bypass on ${acknowledged} was acknowledged. It’s listed below.`}
      </p>
      {open.length === 0 ? (
        <p className={styles.quiet}>Nothing is open.</p>
      ) : (
        <>
          <ul className={styles.tickets}>
            {open.map(bypass => (
              <BypassItem key={bypass.id} bypass={bypass} acknowledged={after} />
            ))}
          </ul>
          <p className={styles.hint}>
            Resolve what you can on the ticket, which says how. {judgeWords(judge)}
          </p>
        </>
      )}
      {closed.length > 0 && (
        <Disclosure summary={say`Resolved or acknowledged: ${closed.length}`}>
          <ul className={styles.tickets}>
            {closed.map(bypass => (
              <BypassItem key={bypass.id} bypass={bypass} acknowledged={after} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function judgeWords({ roleName, person }: Overseen['judge']): string {
  if (person === null)
    return say`The rest must be acknowledged by the ${roleName}, but no one acts in that role now. Appoint someone under Role holders.`;
  return say`The rest must be acknowledged, with a reason, by the ${roleName}: ${person}, or a deputy if ${person} was involved.`;
}

/** A gate that is gone lets tickets through until someone puts it back. */
function SetUp({ repairs }: Pick<Overseen, 'repairs'>) {
  return (
    <Section title="Configuration was changed" level={2}>
      <ul className={styles.tickets}>
        {repairs.map(repair => (
          <li key={repair} className={styles.ticket}>
            <span className={styles.summary}>{repair}.</span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        A Jira administrator can fix this in Settings, Apps, Remit: preview the changes, then repair.
      </p>
    </Section>
  );
}
