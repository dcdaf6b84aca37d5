import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { BypassListed, BypassStanding } from '../../../../src/contract/bypasses';
import { Moment } from '../../components/moment';
import { TicketLink } from '../../components/ticket-link';
import { Acknowledge } from './acknowledge';
import styles from './waiting.module.css';

interface BypassItemProps {
  bypass: BypassListed;
  /** Told of the ticket once the reader has acknowledged what happened on it. */
  acknowledged: (ticket: string) => void;
}

/** A bypass: what happened, and what became of it. */
export function BypassItem({ bypass, acknowledged }: BypassItemProps) {
  const { id, ticketKey, message, when, standing } = bypass;
  const [judging, setJudging] = useState(false);
  const mayJudge = standing.state === 'open' && standing.youMayAcknowledge;
  return (
    <li className={styles.ticket}>
      <TicketLink ticket={ticketKey} standsAlone />
      <span className={styles.summary}>
        {message}
        <Became standing={standing} />
      </span>
      <span className={styles.facts}>
        <Moment at={when} precision="minute" />
        {mayJudge && !judging && (
          <Button
            spacing="compact"
            aria-label={say`Acknowledge the bypass on ${ticketKey}`}
            onClick={() => {
              setJudging(true);
            }}
          >
            Acknowledge
          </Button>
        )}
      </span>
      {judging && (
        <Acknowledge
          bypass={id}
          ticket={ticketKey}
          done={() => {
            acknowledged(ticketKey);
          }}
          cancel={() => {
            setJudging(false);
          }}
        />
      )}
    </li>
  );
}

function Became({ standing }: { standing: BypassStanding }) {
  switch (standing.state) {
    case 'open':
      return null;
    case 'resolved':
      return (
        <span className={styles.became}>
          Resolved on <Moment at={standing.at} precision="minute" />.
        </span>
      );
    case 'acknowledged':
      return (
        <span className={styles.became}>
          Acknowledged by <Typed>{standing.by}</Typed>, for the <Typed>{standing.roleName}</Typed>, on{' '}
          <Moment at={standing.at} precision="minute" />: “<Typed>{standing.reason}</Typed>”
        </span>
      );
  }
}
