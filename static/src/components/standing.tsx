import { say } from '../../../src/contract/text';
/** How a page looks while there is nothing to show yet, or when there will be nothing. */
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Skeleton from '@atlaskit/skeleton';
import type { ReactNode } from 'react';
import type { Refused } from '../../../src/contract/reply';
import styles from './standing.module.css';

/** Text for screen readers only. */
export function Unseen({ children }: { children: ReactNode }) {
  return <span className={styles.unseen}>{children}</span>;
}

/** The outline of what is being loaded. */
export function Loading({ what }: { what: string }) {
  return (
    <div className={styles.loading} role="status">
      <Unseen>Loading {what}…</Unseen>
      <div className={styles.line}>
        <Skeleton width={40} height={40} borderRadius="var(--ds-radius-full)" isShimmering />
        <div className={styles.lines}>
          <Skeleton width="60%" height={16} isShimmering />
          <Skeleton width="100%" height={12} isShimmering />
        </div>
      </div>
      <Skeleton width="100%" height={48} borderRadius="var(--ds-radius-medium)" isShimmering />
      <Skeleton width="100%" height={120} borderRadius="var(--ds-radius-medium)" isShimmering />
    </div>
  );
}

interface RefusedMessageProps {
  refused: Refused;
  title: string;
  /** The level of the heading among those of the page. */
  level?: 'h2' | 'h3';
}

interface FailedMessageProps {
  /** What could not be loaded, as the beginning of a sentence. */
  what: string;
  tryAgain: () => void;
  level?: 'h2' | 'h3';
}

/** The server's own words on why it does not answer this person. */
export function RefusedMessage({ refused, title, level = 'h3' }: RefusedMessageProps) {
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title={title} headingLevel={level}>
        <p>{refused.message}</p>
      </SectionMessage>
    </div>
  );
}

/** No answer at all: a fault of ours or of the connection, worth another try. */
export function FailedMessage({ what, tryAgain, level = 'h3' }: FailedMessageProps) {
  return (
    <div role="alert">
      <SectionMessage
        appearance="error"
        title={say`${what} could not be loaded`}
        headingLevel={level}
        actions={<SectionMessageAction onClick={tryAgain}>Try again</SectionMessageAction>}
      >
        <p>Remit didn’t answer. Nothing was changed.</p>
      </SectionMessage>
    </div>
  );
}
