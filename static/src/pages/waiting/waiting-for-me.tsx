import { Typed } from '../../components/typed';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { WaitingTicket, WorkWaiting } from '../../../../src/contract/people';
import { readMyWork } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { Moment } from '../../components/moment';
import { Section } from '../../components/section';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import { TicketLink } from '../../components/ticket-link';
import { PastTheGates } from './past-the-gates';
import styles from './waiting.module.css';

const GROUPS = [
  { kind: 'decide', title: 'To decide', none: 'No ticket waits for your decision.' },
  { kind: 'carryOut', title: 'To carry out', none: 'No approved ticket waits for you.' },
  { kind: 'complete', title: 'To complete', none: 'Nothing is missing from your tickets.' },
] as const satisfies {
  kind: Exclude<keyof WorkWaiting, 'notices' | 'overdueReview' | 'youMayOversee'>;
  title: string;
  none: string;
}[];

/** The tickets that wait for the reader, by what they have to do. */
export default function WaitingForMe() {
  const [asked, askAgain] = useReply(readMyWork);
  switch (asked.state) {
    case 'loading':
      return <Loading what="what waits for you" />;
    case 'failed':
      return <FailedMessage what="What waits for you" tryAgain={askAgain} level="h2" />;
    case 'refused':
      return <RefusedMessage refused={asked.refused} title="You can’t see this" level="h2" />;
    case 'answered':
      return (
        <div className={styles.groups}>
          {asked.data.overdueReview !== null && <OverdueReview message={asked.data.overdueReview} />}
          <Waiting work={asked.data} />
          {asked.data.youMayOversee && <PastTheGates />}
          {asked.data.notices.length > 0 && <Notices notices={asked.data.notices} />}
        </div>
      );
  }
}

function Waiting({ work }: { work: WorkWaiting }) {
  if (GROUPS.every(({ kind }) => work[kind].length === 0))
    return <p className={styles.quiet}>No ticket waits for you.</p>;
  return (
    <div className={styles.groups}>
      {GROUPS.map(({ kind, title, none }) => (
        <Section key={kind} title={`${title} (${work[kind].length})`} level={2}>
          {work[kind].length === 0 ? (
            <p className={styles.quiet}>{none}</p>
          ) : (
            <ul className={styles.tickets}>
              {work[kind].map(ticket => (
                <Ticket key={ticket.key} ticket={ticket} />
              ))}
            </ul>
          )}
        </Section>
      ))}
    </div>
  );
}

function OverdueReview({ message }: { message: string }) {
  return (
    <SectionMessage
      appearance="warning"
      title="A review of the responsibility matrix is overdue"
      headingLevel="h2"
    >
      <p>{message}</p>
    </SectionMessage>
  );
}

/** Jira tells no one of an appointment, having no notice without a ticket: it is told here. */
function Notices({ notices }: Pick<WorkWaiting, 'notices'>) {
  return (
    <Section title="Role holders: what changed in the last 30 days" level={2}>
      <ul className={styles.tickets}>
        {notices.map(({ at, message }) => (
          <li key={`${at} ${message}`} className={styles.ticket}>
            <span className={styles.summary}>{message}</span>
            <span className={styles.facts}>
              <Moment at={at} precision="minute" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Ticket({ ticket: { key, summary, workType, status, updated } }: { ticket: WaitingTicket }) {
  return (
    <li className={styles.ticket}>
      <TicketLink ticket={key} standsAlone />
      <span className={styles.summary}>
        <Typed>{summary}</Typed>
      </span>
      <span className={styles.facts}>
        <Lozenge>
          <Typed>{status}</Typed>
        </Lozenge>
        <span>
          <Typed>{workType}</Typed>
        </span>
        <Moment at={updated} precision="minute" />
      </span>
    </li>
  );
}
