import { ASKED_ACCOUNT, isSameAccount } from '../../../src/domain/cloud-account/cloud-account';
import { decisionOf, gateDecided } from '../../../src/domain/decision/decision-evidence';
import { ticketSubject } from '../../../src/domain/evidence/evidence-entry';
import { accountIn, type PersonOnRecord } from '../../../src/domain/evidence/person-on-record';
import { serviceMeant } from '../../../src/domain/responsibility/cloud-service';
import { rolesAsNamed } from '../../../src/domain/responsibility/role';
import { routingOf } from '../../../src/domain/routing/routing-evidence';
import { within, type Instant } from '../../../src/domain/shared/instant';
import { comparable } from '../../../src/domain/shared/text';
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
import type { MemoryObligations } from './memory-obligations';
import type { MemoryPeople } from './memory-people';
import { settingsIn } from './memory-settings';
import type { MemoryRegisters } from './register-contents';

/** What decisions read, from registers in memory. Decisions and routings are read from the ledger, as in storage. */
export function memoryDecisions(
  registers: MemoryRegisters,
  ledger: MemoryLedger,
  accounts: MemoryCloudAccounts,
  people: Pick<MemoryPeople, 'everyone'>,
  faults: Faults,
  obligations?: Pick<MemoryObligations, 'all'>,
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
    const { ticketId, domain, activity, service, subject, at } = question;
    const content = registers.inForce(at)?.content;
    const services = { named: content?.services ?? [], register: registers.contents.services };
    const known = service === null ? undefined : serviceMeant(services, service);
    const holders = asOf(at).holders.map(({ accountId }) => accountId);
    const asked = new Set([...question.people, ...holders]);
    const concerned = people.everyone().filter(({ accountId }) => asked.has(accountId));
    const rows = content?.rows ?? [];
    return {
      ...asOf(at),
      roles: rolesAsNamed(content?.roles ?? [], registers.contents.roles),
      rows: rows.filter(
        row =>
          (ofEveryDomain ||
            (row.domain === domain && ['', comparable(activity)].includes(comparable(row.activity)))) &&
          ['*', known?.key].includes(row.service),
      ),
      services,
      service: known ?? null,
      ...onRecord(ledger, ticketId, concerned),
      obligation: obligations?.all().find(({ ticket }) => ticket === ticketId) ?? null,
      cloudAccount:
        accounts
          .all()
          .find(
            account =>
              known !== undefined &&
              isSameAccount(account, { ...known, accountId: subject[ASKED_ACCOUNT] ?? '' }),
          ) ?? null,
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

/** What the entries about one ticket say, with the accounts of these people in it. */
function onRecord(ledger: MemoryLedger, ticketId: string, people: readonly PersonOnRecord[]) {
  const entries = inOrderOf(ledger.entries(ticketSubject(ticketId)), ({ at }) => [at]);
  const accountOf = accountIn(people);
  return {
    decisions: entries.flatMap(entry => decisionOf(entry, accountOf) ?? []),
    routings: eachAfterItsPrevious(entries.flatMap(entry => routingOf(entry, accountOf) ?? [])),
    marks: entries.filter(({ kind }) => kind !== gateDecided.kind).map(({ id, kind }) => ({ id, kind })),
    people: [...people],
    allowsReadFrom: {},
    isMarkedFurther: false,
    refusalsCounted: [],
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
