import type { ReactNode } from 'react';
import styles from './link-button.module.css';

/** What leads elsewhere in Jira or on this page. A link's address would be looked for where this page comes from, which is not Jira. */
export function LinkButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.link} onClick={onClick}>
      {children}
    </button>
  );
}
