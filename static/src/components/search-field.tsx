import SearchIcon from '@atlaskit/icon/core/search';
import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import styles from './search-field.module.css';

interface SearchFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange' | 'className'> {
  'aria-label': string;
  value: string;
  onText: (text: string) => void;
  size?: never;
  isLarge?: boolean;
}

/** A field to search with. It is the browser's own, so that a keystroke costs nothing but the search. */
export const SearchField = forwardRef<HTMLInputElement, SearchFieldProps>(function SearchField(
  { onText, isLarge = false, ...input },
  ref,
) {
  return (
    <span className={`${styles.field ?? ''} ${isLarge ? (styles.large ?? '') : ''}`}>
      <span className={styles.icon}>
        <SearchIcon label="" color="var(--ds-icon-subtle)" />
      </span>
      <input
        ref={ref}
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...input}
        className={styles.input}
        onChange={event => {
          onText(event.currentTarget.value);
        }}
      />
    </span>
  );
});
