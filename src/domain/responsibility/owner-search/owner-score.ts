import type { Responsibility } from '../responsibility';
import type { Role, RoleKey } from '../role';
import { sameWord, wordsOf } from './similar-words';

/**
 * An activity of a version, which counts as its first row does: of those for any service, or else of the first service.
 * Domain defaults count as an activity of their own.
 */
export interface ListedActivity {
  domain: string;
  activity: string;
  accountable: RoleKey;
  /** The id of that row. */
  row: string;
  /** Of each word that was asked for, whether the row may have one like it anywhere. */
  has: readonly boolean[];
}

/** How much a word counts where it is found: what is done says more than who does it or how. */
const WEIGHTS = { activity: 8, domain: 4, role: 3, tasks: 1 };

/** The words in which a row can be found. */
export function wordsOfRow(
  row: Omit<Responsibility, 'domain' | 'accountable'> & {
    domain: string;
    accountable: RoleKey | readonly RoleKey[];
  },
): Set<string> {
  const { domain, activity, accountable } = row;
  return new Set(wordsOf(`${domain} ${activity} ${[accountable].flat().join(' ')} ${tasksOf(row)}`));
}

/** How well a row answers: the sum of what each word counts where it is found. */
export function scoreOf(row: Responsibility, words: readonly string[], roles: readonly Role[]): number {
  const inTasks = wordsOf(tasksOf(row));
  return score(row, words, roles, word => inTasks.some(other => sameWord(word, other)));
}

/** The same at most, as far as the list of activities tells. */
export function scoreAtMost(listed: ListedActivity, words: readonly string[], roles: readonly Role[]): number {
  return score(listed, words, roles, (_, nth) => listed.has[nth] === true);
}

function score(
  { domain, activity, accountable }: Pick<ListedActivity, 'domain' | 'activity' | 'accountable'>,
  words: readonly string[],
  roles: readonly Role[],
  isInTasks: (word: string, nth: number) => boolean,
): number {
  const role = roles.find(({ key }) => key === accountable)?.name ?? accountable;
  const places: [number, string[]][] = [
    [WEIGHTS.activity, wordsOf(activity)],
    [WEIGHTS.domain, wordsOf(domain)],
    [WEIGHTS.role, wordsOf(role)],
  ];
  const weights = words.map((word, nth) => {
    const place = places.find(([, there]) => there.some(other => sameWord(word, other)));
    return place?.[0] ?? (isInTasks(word, nth) ? WEIGHTS.tasks : 0);
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function tasksOf({
  customerTasks,
  providerTasks,
  procedure,
  systemOfRecord,
}: Pick<Responsibility, 'customerTasks' | 'providerTasks' | 'procedure' | 'systemOfRecord'>): string {
  return `${customerTasks} ${providerTasks} ${procedure} ${systemOfRecord}`;
}

/** The roles that have one of the words in their names. */
export function rolesNamedBy(words: readonly string[], roles: readonly Role[]): RoleKey[] {
  const isNamed = ({ name }: Role) => {
    const there = wordsOf(name);
    return words.some(word => there.some(other => sameWord(word, other)));
  };
  return roles.filter(isNamed).map(({ key }) => key);
}
