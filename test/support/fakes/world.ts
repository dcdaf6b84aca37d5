import { checkAccounts } from '../../../src/application/cloud-accounts/check-accounts';
import { countRefusals } from '../../../src/application/evidence/count-refusals';
import { ledgerRecorder } from '../../../src/application/evidence/ledger-recorder';
import { checkObligations } from '../../../src/application/obligations/check-obligations';
import { OBLIGATION_REGISTER } from '../../../src/application/obligations/obligation-register';
import { completeAppointments } from '../../../src/application/holders/complete-appointments';
import { decideTransition } from '../../../src/application/tickets/decide-transition';
import { explainRoute } from '../../../src/application/tickets/explain-route';
import { reconcileTicket } from '../../../src/application/tickets/reconcile-ticket';
import { sweepHourly, sweepTickets } from '../../../src/application/tickets/sweep-tickets';
import type { AccountId } from '../../../src/domain/shared/account';
import { MINUTE } from '../../../src/domain/shared/instant';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import type { TransitionName, Who, WorkType } from '../../../src/domain/work-type/work-type';
import { KINDS_IN_USE } from '../../../src/application/work-types/kinds-in-use';
import { registersOf, type TicketKinds } from '../../../src/application/tickets/reading';
import { advanceBy } from '../../../src/application/tickets/registers';
import { anAccount, EVERYONE, HOLDERS, NOW, OWNER, ROLES, SECOPS, SERVICES } from '../builders/company';
import { aMatrixContent, aMatrixVersion } from '../builders/matrix';
import { memoryJobs, memorySweeps, movableClock } from './clock-and-jobs';
import { memoryDirectory } from './directory';
import { noFaults } from './faults';
import { memoryCloudAccounts } from './memory-cloud-accounts';
import { memoryDecisions } from './memory-decisions';
import { memoryLedger } from './memory-ledger';
import { memoryPeople } from './memory-people';
import { asTold } from './told-entries';
import { memoryObligations } from './memory-obligations';
import { memoryRefusals } from './memory-refusals';
import { memoryMatrix } from './memory-matrix';
import { memoryRoles, memoryServices } from './memory-roles';
import { memorySettings } from './memory-settings';
import { memoryRegisters, type RegisterContents } from './register-contents';
import { memoryTickets, THE_APP, type Edit } from './tickets';

/** What someone tells who tried a transition: nothing when it was made. */
export type Attempt = { made: true } | { made: false; told: string[] };

export const COMPLETE: Partial<Ticket['fields']> = {
  cloudService: 'AWS',
  environment: 'Production',
  dataClassification: 'Internal',
  accountOwner: OWNER,
  securityContact: SECOPS,
};

const INITIAL: RegisterContents = {
  roles: ROLES,
  services: SERVICES,
  holders: HOLDERS,
  versions: [{ version: aMatrixVersion(), content: aMatrixContent() }],
};

export type World = ReturnType<typeof aWorld>;

/** A small company with a Jira of its own, in which the app is at work. */
export function aWorld(
  initial: Partial<RegisterContents> = {},
  { kinds = KINDS_IN_USE }: { kinds?: TicketKinds } = {},
) {
  const faults = noFaults();
  const clock = movableClock(NOW);
  const stored = memoryLedger(faults);
  const people = memoryPeople(stored, faults);
  const cloudAccounts = memoryCloudAccounts(faults);
  const obligations = memoryObligations(faults);
  const refusals = memoryRefusals(faults);
  const app = anAccount(THE_APP, { displayName: 'Remit', kind: 'app' });
  const directory = memoryDirectory([...EVERYONE.values(), app], faults);
  const registers = memoryRegisters({ ...INITIAL, ...initial });
  const workTypeNamed = (name: string) => kinds.named(name).workType;
  const tickets = memoryTickets(clock, faults, directory.get, { workTypeNamed });
  const jobs = memoryJobs(faults);
  const sweeps = memorySweeps(faults);
  const ports = {
    kinds,
    advanceRegister: advanceBy([...registersOf(kinds), OBLIGATION_REGISTER]),
    clock,
    ledger: asTold(stored, people),
    people,
    recorder: ledgerRecorder({ ledger: stored, people, directory, clock }),
    cloudAccounts,
    obligations,
    refusals,
    directory,
    decisions: memoryDecisions(registers, stored, cloudAccounts, people, faults, obligations),
    roles: memoryRoles(registers, faults),
    services: memoryServices(registers, faults),
    settings: memorySettings(stored, faults),
    ...memoryMatrix(registers, faults),
    tickets,
    jobs,
    sweeps,
  };

  const settle = async () => {
    for (let job = jobs.take(); job; job = jobs.take()) {
      if (job.kind === 'sweep') await sweepTickets(ports, job);
      else if (job.kind === 'hourly sweep') await sweepHourly(ports);
      else if (job.kind === 'count refusals') await countRefusals(ports);
      else if (job.kind === 'check obligations') await checkObligations(ports, job);
      else if (job.kind === 'check accounts') await checkAccounts(ports);
      else if (job.kind === 'reconcile ticket') await reconcileTicket(ports, job.ticket);
      else if (job.kind === 'complete appointments') await completeAppointments(ports);
      else throw new RangeError('There is no set-up here to be checked.');
    }
  };
  /** A transition as Jira makes it: its condition, its gate, its commit. The event of it is not delivered. */
  const attempt = async (
    person: AccountId,
    id: string,
    name: TransitionName,
    screen: Edit = {},
  ): Promise<Attempt> => {
    const ticket = tickets.get(id);
    const transition = kinds
      .named(ticket.workType)
      .workType.transitions.find(
        one => one.name === name && one.from === ticket.status && mayMake(one.who, ticket, person),
      );
    if (!transition) return { made: false, told: ['Jira does not offer this transition.'] };
    if (transition.gates.length > 0) {
      const underWay = { issueKey: ticket.key, toStatusId: transition.to, modifiedFields: screen };
      const decision = await decideTransition(ports, underWay);
      if (!decision.ok) return { made: false, told: decision.refusal };
    }
    clock.advance(100);
    tickets.edit(person, id, screen, transition.to);
    return { made: true };
  };
  return {
    ...ports,
    registers,
    stored,
    faults,
    settle,
    attempt,
    follow: (id: string) => reconcileTicket(ports, id),
    explain: (id: string, reader: AccountId) => explainRoute(ports, id, reader),
    /** Someone raises a request, and the app hears of it. */
    raise: async (
      creator: AccountId,
      fields: Partial<Ticket['fields']> = COMPLETE,
      workType: WorkType = CLOUD_ACCOUNT_REQUEST,
    ): Promise<Ticket> => {
      const { id } = tickets.create(creator, fields, workType);
      await reconcileTicket(ports, id);
      return tickets.get(id);
    },
    /** Someone makes a transition a minute later, and the app hears of it. */
    act: async (person: AccountId, id: string, name: TransitionName, screen: Edit = {}): Promise<Attempt> => {
      clock.advance(MINUTE);
      const outcome = await attempt(person, id, name, screen);
      await reconcileTicket(ports, id);
      return outcome;
    },
    kindsOf: (id: string) => stored.entries(`ticket:${id}`).map(({ kind }) => kind),
  };
}

/** The workflow's condition, on what stands on the ticket. Source: the public contract, "Who may move what". */
function mayMake(who: Who, { creator, fields, appFields }: Ticket, person: AccountId): boolean {
  const isAccountable = person === appFields.accountable;
  const mayCarryOut = isAccountable || person === appFields.performer;
  const answers: Record<Who, boolean> = {
    app: person === THE_APP,
    editor: true,
    accountable: isAccountable,
    'accountable or performer': mayCarryOut,
    'accountable or performer, never the beneficiary': mayCarryOut && person !== fields.beneficiary,
    creator: person === creator,
    'creator or accountable': isAccountable || person === creator,
  };
  return answers[who];
}
