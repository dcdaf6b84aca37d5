import { IconButton } from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import type { Refused, Reply } from '../../../../src/contract/reply';
import type { RouteExplanation } from '../../../../src/contract/route-explain';
import { useReply } from '../../api/use-reply';
import { FailedMessage, Loading, RefusedMessage, Unseen } from '../../components/standing';
import { DecisionsSoFar } from './decisions-so-far';
import { ExcludedPeople } from './excluded-people';
import { PastItsGates } from './past-its-gates';
import styles from './responsibility-panel.module.css';
import { SharedResponsibility } from './shared-responsibility';
import type { TicketChanges } from './ticket-changes';
import { useAskAgainWhileStale, useTicketChanges } from './use-ticket-changes';
import { WhatNow } from './what-now';
import { WhoDecides } from './who-decides';

interface ResponsibilityPanelProps {
  ask: () => Promise<Reply<RouteExplanation>>;
  changes: TicketChanges;
}

/** The panel on a ticket: who decides it, what is missing, and how the responsibility is shared. */
export function ResponsibilityPanel({ ask, changes }: ResponsibilityPanelProps) {
  const [asked, askAgain] = useReply(ask);
  useTicketChanges(changes, askAgain);
  useAskAgainWhileStale(asked, askAgain);
  return (
    <main className={styles.panel} aria-label="Responsibility by Remit">
      {asked.state === 'loading' && <Loading what="who is responsible" />}
      {asked.state === 'failed' && <FailedMessage what="The responsibility" tryAgain={askAgain} />}
      {asked.state === 'refused' && <Refusal refused={asked.refused} />}
      {asked.state === 'answered' && (
        <Explained
          explanation={asked.data}
          outdated={asked.outdated}
          refresh={<Refresh asking={asked.asking} askAgain={askAgain} />}
        />
      )}
    </main>
  );
}

/** A ticket that no matrix routes is nothing wrong: there is only nothing to show. */
function Refusal({ refused }: { refused: Refused }) {
  if (refused.code !== 'NOT_OURS')
    return <RefusedMessage refused={refused} title="You can’t see this responsibility" />;
  return (
    <SectionMessage appearance="information" title="No responsibility to show" headingLevel="h3">
      <p>{refused.message}</p>
    </SectionMessage>
  );
}

function Refresh({ asking, askAgain }: { asking: boolean; askAgain: () => void }) {
  return (
    <span>
      <span role="status">
        <Unseen>{asking ? 'Refreshing…' : ''}</Unseen>
      </span>
      <IconButton
        icon={RefreshIcon}
        label="Refresh"
        appearance="subtle"
        spacing="compact"
        isLoading={asking}
        onClick={askAgain}
      />
    </span>
  );
}

interface ExplainedProps {
  explanation: RouteExplanation;
  outdated: boolean;
  refresh: ReactNode;
}

function Explained({ explanation, outdated, refresh }: ExplainedProps) {
  return (
    <>
      <WhoDecides explanation={explanation} controls={refresh} />
      {outdated && (
        <SectionMessage appearance="warning">
          <p>This may be out of date because Remit didn’t answer. Refresh to try again.</p>
        </SectionMessage>
      )}
      <PastItsGates findings={explanation.findings} />
      <WhatNow explanation={explanation} />
      <div className={styles.pair}>
        <DecisionsSoFar decisions={explanation.decisions} />
        <ExcludedPeople excluded={explanation.excluded} final={explanation.final} />
      </div>
      <SharedResponsibility explanation={explanation} />
    </>
  );
}
