import { z } from 'zod';
import type { EvidenceKind } from '../../../domain/evidence/evidence-entry';
import { ticketSubject } from '../../../domain/evidence/evidence-entry';
import { findService } from '../../../domain/responsibility/cloud-service';
import { ANY_SERVICE } from '../../../domain/responsibility/responsibility';
import type { RoleHolder } from '../../../domain/responsibility/role';
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings';
import type { DecisionQuestion, DecisionRecords, RegistersAsOf } from '../../../ports/decisions';
import { cloudAccountOf } from '../cloud-accounts/sql-cloud-accounts';
import * as record from '../records';

const text = z.string().nullable();

/** A row of the one statement that answers a decision; which columns mean what depends on its part. */
export const partRow = z.object({
  part: z.enum([
    'matrix',
    'row',
    'role',
    'holder',
    'service',
    'entry',
    'settings',
    'cloud account',
    'reservation',
  ]),
  id: text,
  at: text,
  until: text,
  account: text,
  capacity: text,
  record: text,
});

export type PartRow = z.infer<typeof partRow>;
export type Part = PartRow['part'];

/** Which rows of the matrix are read: those that a decision can rest on, or all that hold for the service. */
export type RowsRead = 'that answer' | 'of every domain';

type RowsOf = (part: Part) => readonly PartRow[];

function byPart(rows: readonly PartRow[]): RowsOf {
  const parts = Map.groupBy(rows, ({ part }) => part);
  return part => parts.get(part) ?? [];
}

/** What the registers say, of the rows that one statement brought; these come in no order. */
export function registersOf(rows: readonly PartRow[]): RegistersAsOf {
  const { roles, holders, ...others } = registersIn(byPart(rows));
  const startOf = ({ role, from, accountId }: RoleHolder) => `${role} ${from} ${accountId}`;
  return {
    ...others,
    roles: roles.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    holders: holders.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)),
  };
}

function registersIn(of: RowsOf): RegistersAsOf {
  const [matrix] = of('matrix');
  const [settings] = of('settings');
  return {
    matrix: matrix ? record.matrixVersionRecord.parse(matrix.record) : null,
    roles: of('role').map(row => record.roleRecord.parse(row.record)),
    holders: of('holder').map(holderOf),
    settings: settings ? record.settingsRecord.parse(settings.record) : DEFAULT_SETTINGS,
  };
}

/** The answer to each question, of the rows that one statement brought for all of them. */
export function answersTo(
  questions: readonly DecisionQuestion[],
  rows: readonly PartRow[],
  read: RowsRead,
): DecisionRecords[] {
  const of = byPart(rows);
  const registers = registersIn(of);
  const responsibilities = of('row').map(row => record.responsibilityRecord.parse(row.record));
  const services = of('service').map(row => record.cloudServiceRecord.parse(row.record));
  const entries = Map.groupBy(of('entry'), ({ account }) => account);
  return questions.map(question => {
    const known = question.service === null ? undefined : findService(services, question.service);
    return {
      ...registers,
      rows: responsibilities.filter(
        ({ domain, service }) =>
          (read === 'of every domain' || domain === question.domain) &&
          (service === ANY_SERVICE || service === known?.key),
      ),
      service: known ?? null,
      ...onRecord(entries.get(ticketSubject(question.ticketId)) ?? []),
      cloudAccount:
        of('cloud account')
          .filter(({ id }) => id === known?.provider)
          .map(registered)
          .find(({ accountId }) => accountId === question.cloudAccountId) ?? null,
      reservations: of('reservation')
        .filter(({ account }) => account === question.ticketId)
        .map(registered),
    };
  });
}

/** What the entries about one ticket say. */
function onRecord(unsorted: readonly PartRow[]) {
  const entries = unsorted.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  const entriesOf = (...kinds: EvidenceKind[]) =>
    entries.filter(({ capacity }) => kinds.some(kind => kind === capacity));
  const idsOf = (kind: EvidenceKind) => entriesOf(kind).map(({ id }) => id ?? '');
  return {
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
