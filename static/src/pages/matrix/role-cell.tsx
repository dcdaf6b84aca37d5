import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useId } from 'react';
import { Choice } from '../../components/choice';
import styles from './matrix.module.css';
import { roleName, type Names } from './names';

interface RoleCellProps {
  label: string;
  /** Keys of roles, in the order they were chosen. */
  chosen: readonly string[];
  names: Names;
  set: (keys: string[]) => void;
}

/** The roles of one cell: those that are in it, each removable, and one to be added. */
export function RoleCell({ label, chosen, names, set }: RoleCellProps) {
  const id = useId();
  const others = [...names.roles.values()]
    .filter(({ key }) => !chosen.includes(key))
    .map(({ key, name }) => ({ value: key, words: name }))
    .sort((a, b) => a.words.localeCompare(b.words));
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.chips}>
        {chosen.map(key => (
          <span key={key} className={styles.chip}>
            <Typed>{roleName(names, key)}</Typed>
            <button
              type="button"
              className={styles.remove}
              aria-label={say`Remove ${roleName(names, key)} from ${label}`}
              onClick={() => {
                set(chosen.filter(each => each !== key));
              }}
            >
              <CrossIcon label="" size="small" />
            </button>
          </span>
        ))}
        <Choice
          label={say`Add to ${label}`}
          value=""
          options={[{ value: '', words: 'Add a role…' }, ...others]}
          choose={key => {
            if (key !== '') set([...chosen, key]);
          }}
        />
      </div>
    </div>
  );
}
