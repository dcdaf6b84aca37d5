import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  title: ReactNode;
  /** The level of the heading; below Jira's own title of a panel it is 3. */
  level?: 2 | 3;
  /** Controls at the end of the heading's line. */
  controls?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, level = 3, controls, children }: SectionProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.header}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {controls}
      </div>
      {children}
    </section>
  );
}
