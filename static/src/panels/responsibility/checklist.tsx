import CheckboxUncheckedIcon from '@atlaskit/icon/core/checkbox-unchecked';
import type { Lack } from '../../../../src/contract/route-explain';
import { lackWords } from '../../components/lack-words';
import styles from './what-now.module.css';

interface ChecklistProps {
  lacks: readonly Lack[];
  /** Why no one can decide: it stands above already, in full. */
  unrouted: Lack | null;
}

/** What is missing for a step, in words that say who can supply it and where. */
export function Checklist({ lacks, unrouted }: ChecklistProps) {
  return (
    <ul className={styles.lacks}>
      {lacks.map(lack => (
        <li key={lack.code + lack.message} className={styles.lack}>
          <span className={styles.icon}>
            <CheckboxUncheckedIcon label="To do:" color="var(--ds-icon-subtle)" />
          </span>
          <span>{lack.code === unrouted?.code ? 'Someone to decide it: see above.' : lackWords(lack)}</span>
        </li>
      ))}
    </ul>
  );
}
