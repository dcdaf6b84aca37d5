import { readPastTheGates, type PastTheGates as Found } from '../../api/past-the-gates';
import { useReply } from '../../api/use-reply';
import { Moment } from '../../components/moment';
import { Section } from '../../components/section';
import { FailedMessage } from '../../components/standing';
import { TicketLink } from '../../components/ticket-link';
import styles from './waiting.module.css';

/**
 * What went past the gates, for administrators and auditors; nothing for everybody else, and nothing while all is in
 * order. Source: white-space requirement 6.
 */
export function PastTheGates() {
  const [asked, askAgain] = useReply(readPastTheGates);
  if (asked.state === 'failed')
    return <FailedMessage what="What went past the gates" tryAgain={askAgain} level="h2" />;
  if (asked.state !== 'answered') return null;
  const { tickets, repairs } = asked.data;
  return (
    <>
      {tickets.length > 0 && <Tickets tickets={tickets} />}
      {repairs.length > 0 && <SetUp repairs={repairs} />}
    </>
  );
}

function Tickets({ tickets }: Pick<Found, 'tickets'>) {
  return (
    <Section title={`Past their gates (${tickets.length})`} level={2}>
      <ul className={styles.tickets}>
        {tickets.map(({ id, ticketKey, message, when }) => (
          <li key={id} className={styles.ticket}>
            <TicketLink ticket={ticketKey} />
            <span className={styles.summary}>{message}</span>
            <span className={styles.facts}>
              <Moment at={when} precision="minute" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A gate that is gone lets tickets past until somebody puts it back. */
function SetUp({ repairs }: Pick<Found, 'repairs'>) {
  return (
    <Section title="Set-up is not as it was made" level={2}>
      <ul className={styles.tickets}>
        {repairs.map(repair => (
          <li key={repair} className={styles.ticket}>
            <span className={styles.summary}>{repair}.</span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        A Jira administrator does this in Settings, Apps, Remit: check what set-up would do, then repair.
      </p>
    </Section>
  );
}
