import type { Responsibility } from '../responsibility';
import type { Role, RoleKey } from '../role';
import { contained, sameWord, wordsOf } from './similar-words';

/** How much a word counts where it is found: what is done says more than who does it or how. */
export const WEIGHTS = { activity: 8, domain: 4, role: 3, tasks: 1 };

/** Where a word can be found without reading every row. */
export interface SoughtWord {
  /** What the words of a row contain wherever they have one like it. */
  contained: string;
  /** Those that have it in their names. */
  domains: readonly string[];
  roles: readonly RoleKey[];
}

export function soughtWords(
  words: readonly string[],
  domains: readonly string[],
  roles: readonly Role[],
): SoughtWord[] {
  return words.map(word => ({
    contained: contained(word),
    domains: domains.filter(domain => has(domain, word)),
    roles: roles.filter(({ name }) => has(name, word)).map(({ key }) => key),
  }));
}

function has(text: string, word: string): boolean {
  return wordsOf(text).some(other => sameWord(word, other));
}

/** The words of a row by the places that count differently, each once. Its domain and role are found by their names. */
export function wordsOfRow(
  row: Omit<Responsibility, 'domain' | 'accountable'> & { accountable: RoleKey | readonly RoleKey[] },
): Record<'activity' | 'role' | 'tasks', string[]> {
  const distinct = (text: string) => [...new Set(wordsOf(text))];
  return {
    activity: distinct(row.activity),
    role: distinct([row.accountable].flat().join(' ')),
    tasks: distinct(tasksOf(row)),
  };
}

/** How well a row answers: the sum of what each word counts where it is found. */
export function scoreOf(row: Responsibility, words: readonly string[], roles: readonly Role[]): number {
  const role = roles.find(({ key }) => key === row.accountable)?.name ?? row.accountable;
  const places: [number, string[]][] = [
    [WEIGHTS.activity, wordsOf(row.activity)],
    [WEIGHTS.domain, wordsOf(row.domain)],
    [WEIGHTS.role, wordsOf(role)],
    [WEIGHTS.tasks, wordsOf(tasksOf(row))],
  ];
  const found = words.map(word =>
    Math.max(
      0,
      ...places.map(([weight, there]) => (there.some(other => sameWord(word, other)) ? weight : 0)),
    ),
  );
  return found.reduce((sum, weight) => sum + weight, 0);
}

function tasksOf({
  customerTasks,
  providerTasks,
  procedure,
  systemOfRecord,
}: Pick<Responsibility, 'customerTasks' | 'providerTasks' | 'procedure' | 'systemOfRecord'>): string {
  return `${customerTasks} ${providerTasks} ${procedure} ${systemOfRecord}`;
}
