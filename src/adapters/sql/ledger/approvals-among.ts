import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { isPseudonym, PSEUDONYM_LENGTH } from '../../../domain/shared/pseudonym';
import { transitionObserved } from '../../../domain/ticket/transition-evidence';
import type { Instant } from '../../../domain/shared/instant';
import type { ApprovalOnRecord } from '../../../ports/ledger';
import { readingBy } from '../database';
import { anyRecord, instant } from '../stored-json';
import { evidenceEntries } from './ledger-table';

/** So many are read at once, far below what a statement may answer. */
const APPROVALS_READ = 1_000;

const row = z
  .object({
    ...{ id: z.string(), at: instant, version: z.coerce.number(), subject: z.string(), facts: anyRecord },
    actor: z.string(),
    beneficiary: z.string().nullable(),
    owner: z.string().nullable(),
    submitter: z.string().nullable(),
  })
  .transform(({ beneficiary, owner, submitter, ...observed }): ApprovalOnRecord => {
    const gained = [beneficiary, owner, submitter].filter(one => one !== null && isPseudonym(one));
    return { observed: { ...observed, kind: transitionObserved.kind }, gained };
  });

/** How many characters the id of an entry has. */
const ID_LENGTH = 64;

/**
 * What stands in the JSON of facts under a name that it has once. No text of others can hold it: quotes in text are
 * escaped.
 */
function inFacts(facts: SQL, name: string, length: number): SQL {
  const before = `"${name}":"`;
  return sql`substr(${facts}, instr(${facts}, ${before}) + ${sql.raw(String(before.length))}, ${sql.raw(String(length))})`;
}

const columnOf = (table: string, name: string) => sql`${sql.identifier(table)}.${sql.identifier(name)}`;

/** Transitions by the one person who could make them an approval, with the decisions that permitted them. */
function approvals(observed: string, decided: string): SQL {
  const of = (name: string) => columnOf(observed, name);
  const holder = inFacts(columnOf(decided, 'facts'), 'holder', PSEUDONYM_LENGTH);
  return sql`from ${evidenceEntries} ${sql.identifier(observed)} join ${evidenceEntries} ${sql.identifier(decided)} on ${columnOf(decided, 'id')} = ${inFacts(of('facts'), 'decision', ID_LENGTH)} where ${of('kind')} = ${transitionObserved.kind} and ${of('at')} >= ${sql.placeholder('since')} and ${holder} = ${of('actor')}`;
}

/** The person who submitted the ticket of a transition last before it. */
function submitterOf(observed: string): SQL {
  const [of, earlier] = [(name: string) => columnOf(observed, name), (name: string) => columnOf('s', name)];
  const isSubmit = sql`${earlier('kind')} = ${transitionObserved.kind} and instr(${earlier('facts')}, ${'"transition":"Submit"'}) > 0`;
  return sql`(select ${earlier('actor')} from ${evidenceEntries} s where ${earlier('subject')} = ${of('subject')} and ${isSubmit} and ${earlier('at')} <= ${of('at')} order by ${earlier('at')} desc limit 1)`;
}

/**
 * The newest approvals for people who approve themselves: only they can approve for each other. One statement, whatever
 * has been recorded.
 */
export function readingApprovalsAmong(): (since: Instant) => Promise<ApprovalOnRecord[]> {
  const facts = columnOf('d', 'facts');
  const gained = [
    [inFacts(facts, 'beneficiary', PSEUDONYM_LENGTH), 'beneficiary'],
    [inFacts(facts, 'accountOwner', PSEUDONYM_LENGTH), 'owner'],
    [submitterOf('o'), 'submitter'],
  ] as const;
  const columns = [
    ...['id', 'at', 'version', 'subject', 'facts', 'actor'].map(name => columnOf('o', name)),
    ...gained.map(([value, name]) => sql`${value} as ${sql.identifier(name)}`),
  ];
  const approvers = sql`(select ${columnOf('p', 'actor')} ${approvals('p', 'q')})`;
  const among = gained.map(([, name]) => {
    const person = columnOf('a', name);
    return sql`(${person} <> ${columnOf('a', 'actor')} and ${person} in ${approvers})`;
  });
  const order = sql`${columnOf('a', 'at')} desc, ${columnOf('a', 'id')} desc`;
  const found = sql`select * from (select ${sql.join(columns, sql`, `)} ${approvals('o', 'd')}) as a`;
  const statement = sql`${found} where ${sql.join(among, sql` or `)} order by ${order} limit ${sql.raw(String(APPROVALS_READ))}`;
  const read = readingBy(statement, row);
  return since => read({ since });
}
