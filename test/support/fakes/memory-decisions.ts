import { ticketSubject, type EvidenceKind } from '../../../src/domain/evidence/evidence-entry';
import type { GateDecision } from '../../../src/domain/decision/decision';
import { findService } from '../../../src/domain/responsibility/cloud-service';
import type { Routing } from '../../../src/domain/routing/routing';
import { within, type Instant } from '../../../src/domain/shared/instant';
import type {
  DecisionQuestion,
  DecisionRecords,
  Decisions,
  RegistersAsOf,
} from '../../../src/ports/decisions';
import type { Faults } from './faults';
import { inOrderOf } from './in-order';
import type { MemoryCloudAccounts } from './memory-cloud-accounts';
import type { MemoryLedger } from './memory-ledger';
import { settingsIn } from './memory-settings';
import type { MemoryRegisters } from './register-contents';

/** What decisions read, from registers in memory. Decisions and routings are read from the ledger, as in storage. */
export function memoryDecisions(
  registers: MemoryRegisters,
  ledger: MemoryLedger,
  accounts: MemoryCloudAccounts,
  faults: Faults,
): Decisions {
  const asOf = (at: Instant): RegistersAsOf => {
    const holders = registers.contents.holders.filter(({ from, to }) => within(at, from, to));
    return {
      matrix: registers.inForce(at)?.version ?? null,
      roles: inOrderOf(registers.contents.roles, ({ key }) => [key]),
      holders: inOrderOf(holders, ({ role, from, accountId }) => [role, from, accountId]),
      settings: settingsIn(ledger),
    };
  };
  const answerTo = (question: DecisionQuestion, ofEveryDomain = false): DecisionRecords => {
    const { ticketId, domain, activity, service, cloudAccountId, at } = question;
    const known = service === null ? undefined : findService(registers.contents.services, service);
    const rows = registers.inForce(at)?.content.rows ?? [];
    return {
      ...asOf(at),
      rows: rows.filter(
        row =>
          (ofEveryDomain || (row.domain === domain && ['', activity].includes(row.activity))) &&
          ['*', known?.key].includes(row.service),
      ),
      service: known ?? null,
      ...onRecord(ledger, ticketId),
      cloudAccount:
        accounts
          .all()
          .find(({ provider, accountId }) => provider === known?.provider && accountId === cloudAccountId) ??
        null,
      reservations: accounts
        .all()
        .filter(({ ticket, status }) => ticket === ticketId && status === 'reserved'),
    };
  };
  return {
    records: question => faults.read('registers', () => answerTo(question)),
    recordsOfEach: questions =>
      faults.read('registers', () => {
        if (new Set(questions.map(({ at }) => at)).size > 1)
          throw new RangeError('The questions are about several instants.');
        return questions.map(question => answerTo(question));
      }),
    recordsToExplain: question => faults.read('registers', () => answerTo(question, true)),
    registersAsOf: at => faults.read('registers', () => asOf(at)),
    registersWithNames: at =>
      faults.read('registers', () => {
        const { roles, services } = registers.inForce(at)?.content ?? { roles: [], services: [] };
        return { ...asOf(at), named: { roles, services } };
      }),
  };
}

/** What the entries about one ticket say. */
function onRecord(ledger: MemoryLedger, ticketId: string) {
  const entries = inOrderOf(ledger.entries(ticketSubject(ticketId)), ({ at }) => [at]);
  const entriesOf = (...kinds: EvidenceKind[]) => entries.filter(({ kind }) => kinds.includes(kind));
  return {
    decisions: entriesOf('gate-decided').map(({ facts }) => facts as GateDecision),
    routings: eachAfterItsPrevious(
      entriesOf('routed', 'routing-refused').map(({ id, at, facts }) => ({
        ...(facts as Omit<Routing, 'id'>),
        id,
        at,
      })),
    ),
    marks: entries.filter(({ kind }) => kind !== 'gate-decided').map(({ id, kind }) => ({ id, kind })),
  };
}

function eachAfterItsPrevious<T extends { id: string; previous: string | null }>(
  routings: readonly T[],
): T[] {
  const after = new Map(routings.map(routing => [routing.previous, routing]));
  const ordered: T[] = [];
  for (let next = after.get(null); next && ordered.length < routings.length; next = after.get(next.id))
    ordered.push(next);
  return ordered;
}
