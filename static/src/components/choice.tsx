import { isolated } from '../../../src/contract/text';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import styles from './choice.module.css';

interface ChoiceProps<V extends string> {
  /** Says what is chosen, to screen readers, where no label that is seen does. */
  label?: string;
  id?: string;
  value: V;
  options: readonly { value: V; words: string }[];
  choose: (value: V) => void;
  isDisabled?: boolean;
}

/** One of a few options: the browser's own select in Atlassian's clothes, a tenth of the size of Atlaskit's. */
export function Choice<V extends string>({
  label,
  id,
  value,
  options,
  choose,
  isDisabled = false,
}: ChoiceProps<V>) {
  return (
    <span className={styles.choice}>
      <select
        id={id}
        className={styles.select}
        aria-label={label}
        value={value}
        disabled={isDisabled}
        onChange={event => {
          const chosen = options.find(option => option.value === event.currentTarget.value);
          if (chosen) choose(chosen.value);
        }}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {isolated(option.words)}
          </option>
        ))}
      </select>
      <span className={styles.chevron}>
        <ChevronDownIcon label="" size="small" color="var(--ds-icon-subtle)" />
      </span>
    </span>
  );
}
