import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

/** What only some want to read: one line that opens. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details>
      <summary className={styles.summary}>
        <span className={styles.chevron}>
          <ChevronRightIcon label="" size="small" />
        </span>
        <span>{summary}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
