import type { CloudService } from './cloud-service';
import { mostSpecific, type ResponsibilityIndex } from './resolve';
import type { Responsibility } from './responsibility';
import type { Role } from './role';

/** What is searched: the rows of one version, with the names that people use for roles and services. */
export interface OwnerSearch {
  rows: readonly Responsibility[];
  index: ResponsibilityIndex;
  roles: readonly Role[];
  services: readonly CloudService[];
}

/** A row that answers, for a service; null: for any service. */
export interface OwnerMatch {
  row: Responsibility;
  service: CloudService | null;
}

/** How much a word counts where it is found: what is done says more than who does it or how. */
const WEIGHTS = { activity: 8, domain: 4, role: 3, tasks: 1 };

/** Words that every question has. */
const FILLERS = new Set([
  'who',
  'owns',
  'own',
  'owner',
  'is',
  'the',
  'of',
  'for',
  'on',
  'in',
  'a',
  'an',
  'to',
  'and',
  'our',
  'accountable',
  'responsible',
  'calls',
  'call',
  'approves',
  'does',
  'do',
  'at',
  'with',
  'this',
]);

/**
 * Answers "who owns …?" in the words that people use, best answer first: rows that have most of the words, each for
 * the service that the question names, or as it holds for any.
 * @param limit - at most so many answers
 * Source: requirement R11; white-space 5.
 */
export function findOwners(text: string, search: OwnerSearch, limit: number): OwnerMatch[] {
  const asked = wordsOf(text).filter(word => !FILLERS.has(word));
  const named = servicesIn(asked, search.services);
  const words = asked.filter(word => !named.some(service => nameWords(service).has(word)));
  const scored = distinctQuestions(search.rows)
    .map(row => ({ row, score: scoreOf(row, words, search.roles) }))
    .filter(({ score }) => words.length === 0 || score > 0)
    .sort((a, b) => b.score - a.score || byName(a.row, b.row));
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score * 3 >= best)
    .flatMap(({ row }) => answersFor(row, named, search))
    .slice(0, limit);
}

/** Each activity once: which of its rows answers depends on the service. Domain defaults answer for whole domains. */
function distinctQuestions(rows: readonly Responsibility[]): Responsibility[] {
  const byQuestion = new Map<string, Responsibility>();
  for (const row of [...rows].sort(generalFirst)) {
    const question = JSON.stringify([row.domain, row.activity]);
    if (!byQuestion.has(question)) byQuestion.set(question, row);
  }
  return [...byQuestion.values()];
}

/** The order of the rows must not matter: nobody chooses it. Any service, `*`, comes before the key of every service. */
function generalFirst(a: Responsibility, b: Responsibility): number {
  return compare(a.service, b.service) || compare(a.id, b.id);
}

function byName(a: Responsibility, b: Responsibility): number {
  return compare(a.activity, b.activity) || compare(a.domain, b.domain);
}

function answersFor(row: Responsibility, named: readonly CloudService[], search: OwnerSearch): OwnerMatch[] {
  if (named.length === 0)
    return [{ row, service: search.services.find(({ key }) => key === row.service) ?? null }];
  return named.flatMap(service => {
    const found = mostSpecific(search.index, row, service.key);
    return found ? [{ row: found.row, service }] : [];
  });
}

function scoreOf(row: Responsibility, words: readonly string[], roles: readonly Role[]): number {
  const role = roles.find(({ key }) => key === row.accountable)?.name ?? row.accountable;
  const places: [number, string[]][] = [
    [WEIGHTS.activity, wordsOf(row.activity)],
    [WEIGHTS.domain, wordsOf(row.domain)],
    [WEIGHTS.role, wordsOf(role)],
    [
      WEIGHTS.tasks,
      wordsOf(`${row.customerTasks} ${row.providerTasks} ${row.procedure} ${row.systemOfRecord}`),
    ],
  ];
  const found = words.map(word =>
    Math.max(
      0,
      ...places.map(([weight, there]) => (there.some(other => sameWord(word, other)) ? weight : 0)),
    ),
  );
  return found.reduce((sum, weight) => sum + weight, 0);
}

/** A service is named by its key, or by the words of its name. */
function servicesIn(words: readonly string[], services: readonly CloudService[]): CloudService[] {
  return services.filter(service => {
    const own = wordsOf(service.name);
    return words.includes(service.key) || (own.length > 0 && own.every(word => words.includes(word)));
  });
}

function nameWords(service: CloudService): Set<string> {
  return new Set([...wordsOf(service.name), service.key]);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Alike as far as an ending: `key` and `keys`, `provision` and `provisioning`, `approve` and `approval`. */
function sameWord(asked: string, there: string): boolean {
  if (asked === there) return true;
  const [short, long] = asked.length < there.length ? [asked, there] : [there, asked];
  // A short word of the matrix, as `can`, begins many that are asked for, as `canteen`.
  const ending = short === asked ? 4 : Math.min(4, short.length - 1);
  if (short.length >= 3 && long.startsWith(short) && long.length - short.length <= ending) return true;
  const stem = short.slice(0, -1);
  return stem.length >= 4 && long.startsWith(stem) && long.length - stem.length <= 3;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
