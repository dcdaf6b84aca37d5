import { serviceMeant } from '../../../domain/responsibility/cloud-service';
import { rolesAsNamed, type RoleHolder } from '../../../domain/responsibility/role';
import type { Instant } from '../../../domain/shared/instant';
import type { DecisionQuestion, DecisionRecords, Decisions, RegistersAsOf } from '../../../ports/decisions';
import { cloudAccountPart } from '../cloud-accounts/cloud-account-part';
import { readingBy } from '../database';
import { ticketHistoryPart } from '../ledger/ticket-history-part';
import {
  matrixInForcePart,
  matrixNamesPart,
  matrixRowsPart,
  namedAskedPart,
  type RowsRead,
} from '../matrix/matrix-parts';
import { obligationPart } from '../obligations/obligation-part';
import { peopleFound, peoplePart } from '../people/people-part';
import { refusalPart } from '../refusals/refusal-part';
import { rolesPart } from '../roles/roles-part';
import { servicePart, servicesFound } from '../services/service-part';
import { settingsPart } from '../settings/settings-part';
import type { Found, Part } from './decision-part';
import {
  decisionStatement,
  foundIn,
  NO_QUESTIONS,
  partRow,
  valuesOf,
  type PartRow,
  type Places,
} from './decision-statement';

/** What decisions read, in Forge SQL: one statement each. */
export function sqlDecisions(): Decisions {
  const records = decisionRecords('that answer');
  const recordsToExplain = decisionRecords('of every domain');
  return {
    records: question => only(question, records),
    recordsOfEach: records,
    recordsToExplain: question => only(question, recordsToExplain),
    registersAsOf: registersAsOf(),
    registersWithNames: registersWithNames(),
  };
}

async function only(
  question: DecisionQuestion,
  ask: (questions: readonly DecisionQuestion[]) => Promise<DecisionRecords[]>,
): Promise<DecisionRecords> {
  const [answer] = await ask([question]);
  if (!answer) throw new Error('The question about a decision had no answer.');
  return answer;
}

const REGISTER_PARTS = [matrixInForcePart, rolesPart, settingsPart] as const;

function registersIn(found: Found): RegistersAsOf {
  const [matrix, roles, settings] = REGISTER_PARTS;
  return { ...matrix.read(found), ...roles.read(found), ...settings.read(found) };
}

/**
 * Reads everything that decisions about tickets depend on in one statement: a gate has seconds, and a budget; a sweep
 * asks about a page of tickets at once. All questions are about one instant.
 * @returns reads what answers the questions, in their order
 */
function decisionRecords(
  read: RowsRead,
): (questions: readonly DecisionQuestion[]) => Promise<DecisionRecords[]> {
  const rowsPart = matrixRowsPart(read);
  const parts = [
    ...REGISTER_PARTS,
    servicePart,
    namedAskedPart,
    rowsPart,
    peoplePart,
    ticketHistoryPart,
    cloudAccountPart,
    obligationPart,
    refusalPart,
  ];
  const reading = readingOf(parts);
  return async questions => {
    const [first] = questions;
    if (!first) return [];
    if (questions.some(({ at }) => at !== first.at))
      throw new RangeError('The questions are about several instants.');
    const { places, values } = valuesOf(parts, first.at, questions);
    const found = foundIn(await reading(places)(values));
    const { named } = namedAskedPart.read(found);
    const services = { named: named.services, register: servicesFound(found) };
    const inRegisters = registersIn(found);
    const roles = rolesAsNamed(named.roles, inRegisters.roles);
    const registers = { ...inRegisters, roles, services, people: peopleFound(found) };
    const [rows, history, account] = [
      rowsPart.read(found),
      ticketHistoryPart.read(found),
      cloudAccountPart.read(found),
    ];
    const obligation = obligationPart.read(found);
    const refusals = refusalPart.read(found);
    return questions.map(question => {
      const service = (question.service !== null && serviceMeant(services, question.service)) || null;
      return {
        ...registers,
        service,
        ...rows(question, service),
        ...history(question, service),
        ...account(question, service),
        ...obligation(question, service),
        ...refusals(question, service),
      };
    });
  };
}

/** Reads what the registers say at an instant, whatever is asked. */
function registersAsOf(): (at: Instant) => Promise<RegistersAsOf> {
  const reading = readingOf(REGISTER_PARTS);
  return async at => inOrder(registersIn(foundIn(await reading(NO_QUESTIONS)({ at }))));
}

function registersWithNames(): Decisions['registersWithNames'] {
  const reading = readingOf([...REGISTER_PARTS, matrixNamesPart]);
  return async at => {
    const found = foundIn(await reading(NO_QUESTIONS)({ at }));
    return { ...inOrder(registersIn(found)), ...matrixNamesPart.read(found) };
  };
}

function inOrder({ roles, holders, ...others }: RegistersAsOf): RegistersAsOf {
  const startOf = ({ role, from, accountId }: RoleHolder) => `${role} ${from} ${accountId}`;
  return {
    ...others,
    roles: roles.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    holders: holders.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)),
  };
}

type Reading = (values: Record<string, string>) => Promise<PartRow[]>;

/** Writing the statement takes longer than all else that a gate does: it is written once for each number of places. */
function readingOf(parts: readonly Part[]): (places: Places) => Reading {
  const readings = new Map<string, Reading>();
  return places => {
    const size = JSON.stringify(places);
    const known = readings.get(size);
    if (known) return known;
    const reading = readingBy(decisionStatement(parts, places), partRow);
    readings.set(size, reading);
    return reading;
  };
}
