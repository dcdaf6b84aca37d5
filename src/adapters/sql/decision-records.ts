import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { findService } from '../../domain/responsibility/cloud-service';
import { ANY_SERVICE } from '../../domain/responsibility/responsibility';
import type { RoleHolder } from '../../domain/responsibility/role';
import { ticketSubject, type EvidenceKind } from '../../domain/evidence/evidence-entry';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings';
import type { DecisionQuestion, DecisionRecords } from '../../ports/registers';
import { cloudAccountOf } from './cloud-accounts';
import type { Database } from './database';
import * as record from './records';
import * as table from './tables';

/** A row of the one statement that answers a decision; which columns mean what depends on its part. */
interface PartRow {
  part: Part;
  id: string | null;
  at: string | null;
  until: string | null;
  account: string | null;
  capacity: string | null;
  record: unknown;
}

type Part = 'matrix' | 'row' | 'role' | 'holder' | 'service' | 'entry' | 'settings' | 'cloud account';

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

type Columns = Partial<Record<Exclude<keyof PartRow, 'part'>, unknown>>;

/** Reads everything that a decision about one ticket depends on in one statement: a gate has seconds, and a budget. */
export async function readDecisionRecords(
  database: Database,
  question: DecisionQuestion,
): Promise<DecisionRecords> {
  const { at, domain, service, ticketId, cloudAccountId } = question;
  const inForce = versionInForce(at);
  const named = or(eq(table.cloudServices.name, service ?? ''), eq(table.cloudServices.key, service ?? ''));
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
          eq(table.responsibilities.domain, domain),
          or(
            eq(table.responsibilities.service, ANY_SERVICE),
            inArray(table.responsibilities.service, serviceKeys),
          ),
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
          capacity: table.evidenceEntries.kind,
          record: table.evidenceEntries.facts,
        }),
      )
      .from(table.evidenceEntries)
      .where(
        and(
          eq(table.evidenceEntries.subject, ticketSubject(ticketId)),
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
      .where(eq(table.cloudAccounts.accountId, cloudAccountId ?? '')),
  ];
  return assemble(await together(database, parts), question);
}

/** Drizzle's own union nests one pair of parentheses per part, which not every database reads: these are joined flat. */
async function together(database: Database, parts: readonly { getSQL(): SQL }[]): Promise<PartRow[]> {
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
export function versionInForce(at: string): SQL {
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

function assemble(rows: readonly PartRow[], { service }: DecisionQuestion): DecisionRecords {
  const of = (part: Part) => rows.filter(row => row.part === part);
  const [matrix] = of('matrix');
  const [settings] = of('settings');
  const services = of('service').map(row => record.cloudServiceRecord.parse(row.record));
  const known = service === null ? undefined : findService(services, service);
  const account = of('cloud account').find(row => row.id === known?.provider);
  const entries = of('entry').sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  const entriesOf = (...kinds: EvidenceKind[]) =>
    entries.filter(({ capacity }) => kinds.some(kind => kind === capacity));
  const idsOf = (kind: EvidenceKind) => entriesOf(kind).map(({ id }) => id ?? '');
  return {
    matrix: matrix ? record.matrixVersionRecord.parse(matrix.record) : null,
    rows: of('row').map(row => record.responsibilityRecord.parse(row.record)),
    roles: of('role').map(row => record.roleRecord.parse(row.record)),
    holders: of('holder').map(holderOf),
    service: known ?? null,
    decisions: entriesOf('gate-decided').map(row => record.gateDecisionRecord.parse(row.record)),
    routings: inOrder(
      entriesOf('routed', 'routing-refused').map(row => ({
        id: row.id ?? '',
        at: record.instant.parse(row.at),
        ...record.routingRecord.parse(row.record),
      })),
    ),
    observedChanges: entriesOf('transition-observed').map(
      row => record.observedRecord.parse(row.record).change,
    ),
    revocationsDue: idsOf('revocation-due'),
    bypasses: idsOf('gate-bypassed'),
    bypassesMended: idsOf('bypass-mended'),
    settings: settings ? record.settingsRecord.parse(settings.record) : DEFAULT_SETTINGS,
    cloudAccount: account ? registered(account) : null,
  };
}

function holderOf(row: PartRow): RoleHolder {
  return record.roleHolderRecord.parse({
    role: row.id,
    accountId: row.account,
    capacity: row.capacity,
    from: row.at,
    to: row.until,
  });
}

function registered(row: PartRow) {
  const { provider, accountId, ticket } = record.cloudAccountRecord.parse(row.record);
  const [status, reservedAt] = [row.capacity ?? '', row.at ?? ''];
  return cloudAccountOf({
    provider,
    accountId,
    ticket,
    status,
    reservedAt,
    registeredAt: row.until,
    record: row.record,
  });
}

/** Each routing names the one before it: that order holds even when two have the same instant. */
function inOrder<T extends { id: string; previous: string | null }>(routings: readonly T[]): T[] {
  const after = new Map(routings.map(routing => [routing.previous, routing]));
  const ordered: T[] = [];
  for (let next = after.get(null); next && ordered.length < routings.length; next = after.get(next.id))
    ordered.push(next);
  return ordered;
}
