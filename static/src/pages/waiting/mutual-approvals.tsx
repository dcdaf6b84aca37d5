import type { MutualApprovalsListed } from '../../../../src/contract/bypasses';
import { listed, say } from '../../../../src/contract/text';
import { Disclosure } from '../../components/disclosure';
import { Moment } from '../../components/moment';
import { Section } from '../../components/section';
import { TicketLink } from '../../components/ticket-link';
import { Typed } from '../../components/typed';
import styles from './waiting.module.css';

/** People who approved each other's requests: each approval was allowed, and together they may be worth a question. */
export function MutualApprovals({ mutual }: { mutual: readonly MutualApprovalsListed[] }) {
  return (
    <Section title={say`Mutual approvals (${mutual.length})`} level={2}>
      <ul className={styles.tickets}>
        {mutual.map(one => (
          <li key={one.people.join('\n')} className={styles.ticket}>
            <span className={styles.summary}>
              {inWords(one)}
              <Disclosure summary={ticketsInWords(one)}>
                <ul className={styles.tickets}>
                  {one.approvals.map(({ ticketKey, at, by }) => (
                    <li key={ticketKey} className={styles.ticket}>
                      <TicketLink ticket={ticketKey} standsAlone />
                      <span className={styles.facts}>
                        <span>
                          approved by <Typed>{by}</Typed>
                        </span>
                        <Moment at={at} precision="day" />
                      </span>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        These people approved each other’s requests in the last 12 months. Each approval was allowed. Check
        whether the requests are right, or appoint another approver.
      </p>
    </Section>
  );
}

function inWords({ people, count }: MutualApprovalsListed): string {
  const how = people.length === 2 ? 'for each other' : 'in a circle, each for the next';
  return say`${listed(people)} approved ${count} requests ${how}.`;
}

function ticketsInWords({ count, approvals }: MutualApprovalsListed): string {
  return count > approvals.length ? say`The newest ${approvals.length} of ${count}` : say`All ${count}`;
}
