import type { RouteExplanation } from '../../../../src/contract/route-explain';
import { PersonName, Portrait } from '../../components/person';
import { Section } from '../../components/section';
import styles from './excluded-people.module.css';

/** Begins with a capital and ends in a full stop. */
function sentence(words: string): string {
  const [first = '', ...rest] = words;
  return first.toLocaleUpperCase() + rest.join('') + (words.endsWith('.') ? '' : '.');
}

/** Who may not decide the ticket: segregation of duties. Nothing is shown when that is no one. */
export function ExcludedPeople({
  excluded,
  final,
}: {
  excluded: RouteExplanation['excluded'];
  final: boolean;
}) {
  if (excluded.length === 0) return null;
  return (
    <Section title={final ? 'Who could not decide' : 'Who can’t decide'}>
      <p className={styles.lead}>
        Segregation of duties: people can’t decide on requests they make or benefit from.
      </p>
      <ul className={styles.people}>
        {excluded.map(({ person, because }) => (
          <li key={person.accountId + because} className={styles.person}>
            <Portrait person={person} size="small" />
            <span className={styles.words}>
              <span>
                <PersonName person={person} />
              </span>
              <span className={styles.because}>{sentence(because)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
