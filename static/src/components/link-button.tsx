import type { ReactNode } from 'react';
import styles from './link.module.css';

/** What shows something else on this page, and looks like a link. What has an address is one. */
export function LinkButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.link} onClick={onClick}>
      {children}
    </button>
  );
}
