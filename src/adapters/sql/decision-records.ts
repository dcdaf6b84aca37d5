import {
  and,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  or,
  sql,
  type Column,
  type Placeholder,
  type SQL,
} from 'drizzle-orm';
import { ANY_SERVICE } from '../../domain/responsibility/responsibility';
import { ticketSubject, type EvidenceKind } from '../../domain/evidence/evidence-entry';
import type { DecisionQuestion, DecisionRecords } from '../../ports/registers';
import type { Database } from './database';
import { answersTo, type Columns, type Part, type PartRow } from './decision-answers';
import * as table from './tables';

/** What a decision depends on of all that is on record about its ticket. */
const TICKET_KINDS = [
  'gate-decided',
  'routed',
  'routing-refused',
  'transition-observed',
  'revocation-due',
  'gate-bypassed',
  'bypass-mended',
] as const satisfies EvidenceKind[];

/**
 * Reads everything that decisions about tickets depend on in one statement: a gate has seconds, and a budget; a sweep
 * asks about a page of tickets at once. All questions are about one instant. Writing the statement takes longer than
 * all else that a gate does, so it is written once for each number of questions.
 * @returns what answers the questions, in their order
 */
export function decisionRecordsIn(
  database: Database,
): (questions: readonly DecisionQuestion[]) => Promise<DecisionRecords[]> {
  const statements = new Map<number, ReturnType<typeof statementFor>>();
  return async questions => {
    const [first] = questions;
    if (!first) return [];
    if (questions.some(({ at }) => at !== first.at))
      throw new RangeError('The questions are about several instants.');
    const statement = statements.get(questions.length) ?? statementFor(database, questions.length);
    statements.set(questions.length, statement);
    return answersTo(questions, await statement.execute(valuesOf(first.at, questions)));
  };
}

/** What differs from question to question. */
type Asked = 'subject' | 'domain' | 'activity' | 'service' | 'cloudAccountId';

/** Nothing has the empty name. */
function valuesOf(at: string, questions: readonly DecisionQuestion[]): Record<string, string> {
  const values = questions.flatMap(({ ticketId, domain, activity, service, cloudAccountId }, nth) =>
    Object.entries({
      subject: ticketSubject(ticketId),
      domain,
      activity: saidIn(activity),
      service: service ?? '',
      cloudAccountId: cloudAccountId ?? '',
    } satisfies Record<Asked, string>).map(([name, value]) => [`${name}${String(nth)}`, value]),
  );
  return { at, ...(Object.fromEntries(values) as Record<string, string>) };
}

/** How the text of a row says its activity, and no other cell can: quotes within those are escaped. */
function saidIn(activity: string): string {
  return `"activity":${JSON.stringify(activity)}`;
}

/** The statement for so many questions, with a place for each of their values. */
function statementFor(database: Database, questions: number) {
  const at = sql.placeholder('at');
  const asked = (name: Asked) =>
    Array.from({ length: questions }, (_, nth) => sql.placeholder(`${name}${String(nth)}`));
  const inForce = versionInForce(at);
  const named = or(
    inArray(table.cloudServices.name, asked('service')),
    inArray(table.cloudServices.key, asked('service')),
  );
  const serviceKeys = database
    .select({ key: table.cloudServices.key })
    .from(table.cloudServices)
    .where(named);
  const parts = [
    database
      .select(columns('matrix', { record: table.matrixVersions.record }))
      .from(table.matrixVersions)
      .where(sql`${table.matrixVersions.number} = ${inForce}`),
    database
      .select(columns('row', { record: table.responsibilities.record }))
      .from(table.responsibilities)
      .where(
        and(
          sql`${table.responsibilities.matrixVersion} = ${inForce}`,
          inArray(table.responsibilities.domain, asked('domain')),
          or(
            eq(table.responsibilities.service, ANY_SERVICE),
            inArray(table.responsibilities.service, serviceKeys),
          ),
          // A page of tickets asks for most activities anyway.
          questions === 1
            ? or(
                ...[...asked('activity'), saidIn('')].map(text =>
                  contains(table.responsibilities.record, text),
                ),
              )
            : undefined,
        ),
      ),
    database.select(columns('role', { record: table.roles.record })).from(table.roles),
    database
      .select(
        columns('holder', {
          id: table.roleHolders.role,
          at: table.roleHolders.from,
          until: table.roleHolders.to,
          account: table.roleHolders.accountId,
          capacity: table.roleHolders.capacity,
        }),
      )
      .from(table.roleHolders)
      .where(
        and(lte(table.roleHolders.from, at), or(isNull(table.roleHolders.to), gt(table.roleHolders.to, at))),
      ),
    database
      .select(columns('service', { record: table.cloudServices.record }))
      .from(table.cloudServices)
      .where(named),
    database
      .select(
        columns('entry', {
          id: table.evidenceEntries.id,
          at: table.evidenceEntries.at,
          account: table.evidenceEntries.subject,
          capacity: table.evidenceEntries.kind,
          record: table.evidenceEntries.facts,
        }),
      )
      .from(table.evidenceEntries)
      .where(
        and(
          inArray(table.evidenceEntries.subject, asked('subject')),
          inArray(table.evidenceEntries.kind, [...TICKET_KINDS]),
        ),
      ),
    database
      .select(columns('settings', { record: table.evidenceEntries.facts }))
      .from(table.evidenceEntries)
      .where(sql`${table.evidenceEntries.id} = ${settingsEntry()}`),
    database
      .select(
        columns('cloud account', {
          id: table.cloudAccounts.provider,
          at: table.cloudAccounts.reservedAt,
          until: table.cloudAccounts.registeredAt,
          capacity: table.cloudAccounts.status,
          record: table.cloudAccounts.record,
        }),
      )
      .from(table.cloudAccounts)
      .where(inArray(table.cloudAccounts.accountId, asked('cloudAccountId'))),
  ];
  return together(database, parts).prepare();
}

/** Exactly, letter by letter: what `like` takes for an escape or a wildcard differs. */
function contains(column: Column, text: string | Placeholder): SQL {
  return sql`instr(${column}, ${text}) > 0`;
}

/** Drizzle's own union nests one pair of parentheses per part, which not every database reads: these are joined flat. */
function together(database: Database, parts: readonly { getSQL(): SQL }[]) {
  const union = sql.join(
    parts.map(part => part.getSQL()),
    sql` union all `,
  );
  const column = <T>(name: keyof PartRow) => sql<T>`${sql.identifier(name)}`;
  return database
    .select({
      part: column<Part>('part'),
      id: column<string | null>('id'),
      at: column<string | null>('at'),
      until: column<string | null>('until'),
      account: column<string | null>('account'),
      capacity: column<string | null>('capacity'),
      record: column<unknown>('record'),
    })
    .from(sql`(${union}) as parts`);
}

/** The number of the version in force: the latest start not after the instant, and of equals the higher number. */
export function versionInForce(at: string | Placeholder): SQL {
  const { matrixVersions: version } = table;
  return sql`(select ${version.number} from ${version} where ${version.effectiveFrom} <= ${at} order by ${version.effectiveFrom} desc, ${version.number} desc limit 1)`;
}

/** The id of the entry that holds the settings: the newest of their changes. */
export function settingsEntry(): SQL {
  const { evidenceEntries: entry } = table;
  return sql`(select ${entry.id} from ${entry} where ${entry.kind} = 'settings-changed' order by ${entry.at} desc, ${entry.id} desc limit 1)`;
}

/** All parts have the same columns, or they could not be one statement; what a part lacks is null. */
function columns(part: Part, present: Columns) {
  const column = (name: keyof Columns) => sql<string | null>`${present[name] ?? sql.raw('null')}`.as(name);
  return {
    part: sql<Part>`${sql.raw(`'${part}'`)}`.as('part'),
    id: column('id'),
    at: column('at'),
    until: column('until'),
    account: column('account'),
    capacity: column('capacity'),
    record: column('record'),
  };
}
