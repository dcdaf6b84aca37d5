import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import type { Standing } from '../api/use-command';
import styles from './outcome.module.css';

/** What came of a change that the reader asked for: nothing is said while it is only asked. */
export function Outcome<T>({
  standing,
  refusedTitle,
  done,
}: {
  standing: Standing<T>;
  refusedTitle: string;
  /** What is said when it was done. */
  done?: (data: T) => ReactNode;
}) {
  return (
    <div aria-live="polite" className={styles.outcome}>
      {standing.state === 'refused' && (
        <SectionMessage appearance="warning" title={refusedTitle} headingLevel="h2">
          <p>{standing.refused.message}</p>
        </SectionMessage>
      )}
      {standing.state === 'failed' && (
        <SectionMessage appearance="error" title="Something went wrong on our side" headingLevel="h2">
          <p>Some or all of it may be done already. Try again: repeating it is safe.</p>
        </SectionMessage>
      )}
      {standing.state === 'done' && done?.(standing.data)}
    </div>
  );
}
