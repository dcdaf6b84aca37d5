import { decisionOf, gateDecided } from '../../../src/domain/decision/decision-evidence';
import { ticketSubject } from '../../../src/domain/evidence/evidence-entry';
import { accountIn, type PersonOnRecord } from '../../../src/domain/evidence/person-on-record';
import { findService } from '../../../src/domain/responsibility/cloud-service';
import { routingOf } from '../../../src/domain/routing/routing-evidence';
import { within, type Instant } from '../../../src/domain/shared/instant';
import type {
  DecisionQuestion,
  DecisionRecords,
  Decisions,
  RegistersAsOf,
} from '../../../src/ports/decisions';
import type { Faults } from './faults';
import type { MemoryCloudAccounts } from './memory-cloud-accounts';
import type { MemoryLedger } from './memory-ledger';
import type { MemoryPeople } from './memory-people';
import { settingsIn } from './memory-settings';
import type { MemoryRegisters } from './register-contents';

/** What decisions read, from registers in memory. Decisions and routings are read from the ledger, as in storage. */
export function memoryDecisions(
  registers: MemoryRegisters,
  ledger: MemoryLedger,
  accounts: MemoryCloudAccounts,
  people: MemoryPeople,
  faults: Faults,
): Decisions {
  const asOf = (at: Instant): RegistersAsOf => ({
    matrix: registers.inForce(at)?.version ?? null,
    roles: [...registers.contents.roles],
    holders: registers.contents.holders.filter(({ from, to }) => within(at, from, to)),
    settings: settingsIn(ledger),
  });
  const answerTo = (question: DecisionQuestion, ofEveryDomain = false): DecisionRecords => {
    const { ticketId, domain, activity, service, cloudAccountId, at } = question;
    const known = service === null ? undefined : findService(registers.contents.services, service);
    const holders = asOf(at).holders.map(({ accountId }) => accountId);
    const asked = new Set([...question.people, ...holders]);
    const concerned = people.everybody().filter(({ accountId }) => asked.has(accountId));
    const rows = registers.inForce(at)?.content.rows ?? [];
    return {
      ...asOf(at),
      rows: rows.filter(
        row =>
          (ofEveryDomain || (row.domain === domain && ['', activity].includes(row.activity))) &&
          ['*', known?.key].includes(row.service),
      ),
      service: known ?? null,
      ...onRecord(ledger, ticketId, concerned),
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
    recordsOfEach: questions => faults.read('registers', () => questions.map(question => answerTo(question))),
    recordsToExplain: question => faults.read('registers', () => answerTo(question, true)),
    registersAsOf: at => faults.read('registers', () => asOf(at)),
  };
}

/** What the entries about one ticket say, with those accounts in it that somebody asked for. */
function onRecord(ledger: MemoryLedger, ticketId: string, people: readonly PersonOnRecord[]) {
  const entries = ledger.entries(ticketSubject(ticketId));
  const accountOf = accountIn(people);
  return {
    decisions: entries.flatMap(entry => decisionOf(entry, accountOf) ?? []),
    routings: entries.flatMap(entry => routingOf(entry, accountOf) ?? []),
    marks: entries.filter(({ kind }) => kind !== gateDecided.kind).map(({ id, kind }) => ({ id, kind })),
    people: [...people],
  };
}
