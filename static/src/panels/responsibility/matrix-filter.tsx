import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { Choice } from '../../components/choice';
import { EVERY_DOMAIN } from './matrix-rows';
import styles from './matrix-filter.module.css';

/** From so many rows on, a search is worth its place. */
const MANY = 10;

interface MatrixFilterProps {
  domains: readonly string[];
  domain: string;
  setDomain: (domain: string) => void;
  text: string;
  setText: (text: string) => void;
  /** Rows in all, and how many are left by the filter. */
  total: number;
  shown: number;
}

/** Chooses which rows of the matrix are shown. Nothing to choose when there are few, all in one domain. */
export function MatrixFilter({ domains, domain, setDomain, text, setText, total, shown }: MatrixFilterProps) {
  if (domains.length < 2 && total <= MANY) return null;
  return (
    <div className={styles.filter} role="search" aria-label="Responsibilities">
      {domains.length > 1 && (
        <Choice
          label="Domain"
          value={domain}
          options={[
            { value: EVERY_DOMAIN, words: 'All domains' },
            ...domains.map(value => ({ value, words: value })),
          ]}
          choose={setDomain}
        />
      )}
      {total > MANY && (
        <div className={styles.search}>
          <Textfield
            aria-label="Search the responsibilities"
            placeholder="Search"
            isCompact
            value={text}
            onChange={event => {
              setText(event.currentTarget.value);
            }}
            elemBeforeInput={
              <span className={styles.icon}>
                <SearchIcon label="" color="var(--ds-icon-subtle)" />
              </span>
            }
          />
        </div>
      )}
      <span className={styles.count} role="status">
        {shown} of {total}
      </span>
    </div>
  );
}
