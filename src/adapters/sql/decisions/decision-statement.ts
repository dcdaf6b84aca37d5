import { and, eq, gt, inArray, isNull, lte, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { ANY_SERVICE } from '../../../domain/responsibility/responsibility';
import { ticketSubject, type EvidenceKind } from '../../../domain/evidence/evidence-entry';
import type { DecisionQuestion } from '../../../ports/decisions';
import type { Database } from '../database';
import type { Part, PartRow, RowsRead } from './decision-answers';
import * as table from '../tables';

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

/** What differs from question to question. */
type Asked = 'ticket' | 'subject' | 'domain' | 'activity' | 'service' | 'cloudAccountId';

/** What stands in the statement's places. Nothing has the empty name. */
export function valuesOf(at: string, questions: readonly DecisionQuestion[]): Record<string, string> {
  const values: Record<string, string> = { at };
  for (const [nth, { ticketId, domain, activity, service, cloudAccountId }] of questions.entries()) {
    const ofQuestion: Record<Asked, string> = {
      ticket: ticketId,
      subject: ticketSubject(ticketId),
      domain,
      activity: saidIn(activity),
      service: service ?? '',
      cloudAccountId: cloudAccountId ?? '',
    };
    for (const [name, value] of Object.entries(ofQuestion)) values[`${name}${String(nth)}`] = value;
  }
  return values;
}

/** How the record of a row says its activity, and no other cell can: quotes within those are escaped. */
function saidIn(activity: string): string {
  return `"activity":${JSON.stringify(activity)}`;
}

/** One statement that reads what the registers say at an instant, with a place for it. */
export function registersStatement(database: Database): SQL {
  return inOne(registersParts(database));
}

/** One statement that reads what answers so many questions, with a place for each of their values. */
export function decisionStatement(database: Database, questions: number, rows: RowsRead): SQL {
  const asked: AskedFor = name =>
    Array.from({ length: questions }, (_, nth) => sql.placeholder(`${name}${String(nth)}`));
  return inOne([
    ...registersParts(database),
    ...serviceParts(database, asked, rows),
    entryPart(database, asked),
    ...cloudAccountParts(database, asked),
  ]);
}

/** Drizzle's own union nests one pair of parentheses per part, which not every database reads. */
function inOne(parts: readonly { getSQL(): SQL }[]): SQL {
  return sql.join(
    parts.map(part => part.getSQL()),
    sql` union all `,
  );
}

type AskedFor = (name: Asked) => Placeholder[];

const AT = sql.placeholder('at');

function registersParts(database: Database) {
  const { matrixVersions, roles, roleHolders, evidenceEntries } = table;
  const { role, from, to, accountId, capacity } = roleHolders;
  return [
    database
      .select(columns('matrix', { record: matrixVersions.record }))
      .from(matrixVersions)
      .where(sql`${matrixVersions.number} = ${versionInForce(AT)}`),
    database.select(columns('role', { record: roles.record })).from(roles),
    database
      .select(columns('holder', { id: role, at: from, until: to, account: accountId, capacity }))
      .from(roleHolders)
      .where(and(lte(from, AT), or(isNull(to), gt(to, AT)))),
    database
      .select(columns('settings', { record: evidenceEntries.facts }))
      .from(evidenceEntries)
      .where(sql`${evidenceEntries.id} = ${settingsEntry()}`),
  ];
}

/** The services that are asked about, and the rows of the matrix that hold for them. */
function serviceParts(database: Database, asked: AskedFor, rows: RowsRead) {
  const { responsibilities, cloudServices } = table;
  const { matrixVersion, domain, service, record } = responsibilities;
  const serviceKeys = database
    .select({ key: cloudServices.key })
    .from(cloudServices)
    .where(named(asked('service')));
  // `instr` compares letter by letter; what `like` takes for an escape differs.
  const answering = [...asked('activity'), saidIn('')].map(text => sql`instr(${record}, ${text}) > 0`);
  // A page of tickets asks for most activities anyway.
  const ofActivity = asked('activity').length === 1 ? or(...answering) : undefined;
  return [
    database
      .select(columns('service', { record: cloudServices.record }))
      .from(cloudServices)
      .where(named(asked('service'))),
    database
      .select(columns('row', { record }))
      .from(responsibilities)
      .where(
        and(
          sql`${matrixVersion} = ${versionInForce(AT)}`,
          or(eq(service, ANY_SERVICE), inArray(service, serviceKeys)),
          rows === 'that answer' ? and(inArray(domain, asked('domain')), ofActivity) : undefined,
        ),
      ),
  ];
}

/** What is on record of the tickets. */
function entryPart(database: Database, asked: AskedFor) {
  const { evidenceEntries } = table;
  const { id, at, subject, kind, facts } = evidenceEntries;
  return database
    .select(columns('entry', { id, at, account: subject, capacity: kind, record: facts }))
    .from(evidenceEntries)
    .where(and(inArray(subject, asked('subject')), inArray(kind, [...TICKET_KINDS])));
}

/** Two parts and no `or`: each has an index of its own. */
function cloudAccountParts(database: Database, asked: AskedFor) {
  const { cloudAccounts } = table;
  const { provider, accountId, ticket, status, reservedAt, registeredAt, record } = cloudAccounts;
  const held = {
    id: provider,
    at: reservedAt,
    until: registeredAt,
    account: ticket,
    capacity: status,
    record,
  };
  return [
    database
      .select(columns('cloud account', held))
      .from(cloudAccounts)
      .where(inArray(accountId, asked('cloudAccountId'))),
    database
      .select(columns('reservation', held))
      .from(cloudAccounts)
      .where(and(inArray(ticket, asked('ticket')), eq(status, 'reserved'))),
  ];
}

function named(services: Placeholder[]): SQL | undefined {
  return or(inArray(table.cloudServices.name, services), inArray(table.cloudServices.key, services));
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

/** What a part has in its columns; those left out are null. */
type Columns = Partial<Record<Exclude<keyof PartRow, 'part'>, unknown>>;

/** All parts have the same columns, or they could not be one statement; what a part lacks is null. */
function columns(part: Part, present: Columns) {
  const column = (name: keyof Columns) => sql`${present[name] ?? sql.raw('null')}`.as(name);
  return {
    part: sql.raw(`'${part}'`).as('part'),
    id: column('id'),
    at: column('at'),
    until: column('until'),
    account: column('account'),
    capacity: column('capacity'),
    record: column('record'),
  };
}
