import { pending, withRecords } from '../../domain/effects/pending';
import { recording, type Step } from '../../domain/effects/effect';
import type { RegisterCommand } from '../../domain/effects/register-command';
import { accountIn, pseudonymIn, type PersonOnRecord } from '../../domain/evidence/person-on-record';
import type { Found } from '../../domain/plan/found';
import type { Obligation } from '../../domain/obligation/obligation';
import { isObligationCommand } from '../../domain/obligation/obligation-command';
import { planTicket } from '../../domain/plan/plan-ticket';
import { routingOf } from '../../domain/routing/routing-evidence';
import type { Clock } from '../../ports/clock';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import type { Recorder } from '../../ports/recorder';
import type { Tickets } from '../../ports/tickets';
import { QuotaExceeded } from '../../ports/quota-exceeded';
import { lookForTicket } from '../obligations/out-of-reach';
import { lookAt, type Looked } from './look-at-tickets';
import { nameInPlan } from './names-in-plans';
import { performSteps, type Performed } from './perform-steps';
import type { TicketKinds } from './reading';
import type { AdvanceRegister, RegisterPorts } from './registers';

export interface ReconcilePorts extends RegisterPorts {
  kinds: TicketKinds;
  advanceRegister: AdvanceRegister;
  tickets: Tickets;
  directory: Directory;
  ledger: Ledger;
  people: Pick<People, 'called'>;
  recorder: Recorder;
  clock: Clock;
}

/** A plan that has not come to its end by then never will. */
const MOST_ROUNDS = 6;

/**
 * Brings the records, the registers and the ticket itself up to what has happened. Repeated and late deliveries write
 * nothing new, and one that was cut short is finished by the next. What is done in one round is known in the next, which
 * tells of what is on record by then; nothing is read twice.
 * Source: domain rules, "An allow is a permission", "Routing", "Record first, tell second"; requirements W3, R5;
 * white-space 1, 6, 7.
 * @throws the fault that stopped a step, once all else is done and on record
 */
export async function reconcileTicket(
  ports: ReconcilePorts,
  idOrKey: string,
): Promise<'reconciled' | 'gone'> {
  const read = await ports.tickets.readToWrite(idOrKey);
  if (!read) {
    await lookForTicket(ports, idOrKey);
    for (const { reading } of ports.kinds.all) await reading.gone?.(ports, idOrKey);
    return 'gone';
  }
  const { kinds, clock } = ports;
  const looked = await lookAt(ports, read.ticket, { kinds, at: clock.now(), purpose: 'plan' });
  const faults = await carriedOut(ports, read, looked);
  if (faults.length > 0) throw faultOf(faults);
  return 'reconciled';
}

/** Plans and performs until nothing is left. What fails is left to the next run, and nothing else waits for it. */
async function carriedOut(
  ports: ReconcilePorts,
  { ticket, writeAppFields }: ReadToWrite,
  lookedFirst: Looked,
): Promise<unknown[]> {
  const { tickets, ledger, people, directory } = ports;
  const advance = (command: RegisterCommand) => ports.advanceRegister(ports, command);
  const faults: unknown[] = [];
  const failed = new Set<string>();
  let looked = lookedFirst;
  let found = await foundWhole(ledger, looked);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { steps: left, people: known } = await underPseudonyms(ports.recorder, looked, found);
    const steps = left.filter(step => !failed.has(asText(step)));
    if (steps.length === 0) return faults;
    const { accounts } = looked;
    const performing = { ticket, writeAppFields, accounts, tickets, ledger, people, directory, advance };
    const performed = await performSteps(performing, steps, found.standing);
    faults.push(...performed.faults);
    for (const step of performed.failed) failed.add(asText(step));
    if (faults.some(fault => fault instanceof QuotaExceeded)) return faults;
    looked = lookedAfter(looked, known, performed);
    found = foundAfter(found, known, performed);
  }
  if (faults.length > 0) return faults;
  throw new Error(`${ticket.key} still has something to do after ${String(MOST_ROUNDS)} rounds.`);
}

type ReadToWrite = NonNullable<Awaited<ReturnType<Tickets['readToWrite']>>>;

/** Two steps with the same text do the same. */
function asText({ effects, records }: Step): string {
  return JSON.stringify([effects, records.map(({ id }) => id)]);
}

/** What is left to do, with everyone on record under a pseudonym it puts on record. */
async function underPseudonyms(
  recorder: Recorder,
  looked: Looked,
  found: Found,
): Promise<{ steps: Step[]; people: readonly PersonOnRecord[] }> {
  const { made, introductions, people } = await recorder.underPseudonyms(
    pseudonymOf => stepsLeft(looked, { ...found, pseudonymOf }),
    looked.known,
  );
  return { steps: [...pending(recording(...introductions), found.standing), ...made], people };
}

/** What is left to do for a ticket: also the question of the sweep. */
export function stepsLeft({ kind, story, subject }: Looked, found: Found): Step[] {
  return pending(planTicket(kind, story, subject, found), found.standing);
}

/**
 * The same, with what is on record further back than what was read, as far as the plan asks for it: a plan that finds
 * something missing is asked again once it is known.
 */
export async function foundWhole(ledger: Pick<Ledger, 'recorded'>, looked: Looked): Promise<Found> {
  let found = foundIn(looked);
  if (!looked.records.isMarkedFurther) return found;
  const asked = new Set<string>();
  for (;;) {
    const ids = stepsLeft(looked, found).flatMap(({ records }) => records.map(({ id }) => id));
    const unasked = ids.filter(id => !asked.has(id));
    if (unasked.length === 0) return found;
    for (const id of unasked) asked.add(id);
    const there = await ledger.recorded(unasked);
    found = { ...found, standing: withRecords(found.standing, [...there]) };
  }
}

export function foundIn({ story, route, records, at }: Looked): Found {
  const { assignee, labels, appFields } = story.ticket;
  const { routings, marks } = records;
  const recorded = new Set([...marks, ...routings].map(({ id }) => id));
  return {
    route,
    routings,
    marks,
    obligation: records.obligation,
    standing: { assignee, labels, appFields, recorded },
    name: nameInPlan,
    pseudonymOf: pseudonymIn(records.people),
    at,
  };
}

function lookedAfter(looked: Looked, people: readonly PersonOnRecord[], { advanced }: Performed): Looked {
  const { reading } = looked.kind;
  let { subject } = looked;
  for (const { command, answer } of advanced)
    subject = reading.advanced?.(subject, command, answer, looked.accounts) ?? subject;
  return { ...looked, subject, known: { ...looked.known, people } };
}

function foundAfter(
  found: Found,
  people: readonly PersonOnRecord[],
  { standing, recorded, advanced }: Performed,
): Found {
  const accountOf = accountIn(people);
  return {
    ...found,
    standing,
    obligation: obligationAfter(found.obligation, advanced),
    marks: [...found.marks, ...recorded],
    routings: [...found.routings, ...recorded.flatMap(entry => routingOf(entry, accountOf) ?? [])],
  };
}

function obligationAfter(known: Obligation | null, advanced: Performed['advanced']): Obligation | null {
  const told = advanced.map(({ command }) => command).findLast(isObligationCommand);
  if (!told) return known;
  return told.kind === 'keep' ? told.obligation : null;
}

/** The quota says when to ask again. */
function faultOf(faults: readonly unknown[]): unknown {
  const quota = faults.find(fault => fault instanceof QuotaExceeded);
  if (quota) return quota;
  return faults.length === 1 ? faults[0] : new AggregateError(faults, 'Several steps of a ticket failed.');
}
