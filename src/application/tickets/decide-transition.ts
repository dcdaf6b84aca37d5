import type { DecidedFile } from '../../domain/decision/decided-content';
import type { DecisionSnapshot } from '../../domain/decision/decision';
import { refusalMessage, type GateRefusal } from '../../domain/decision/refusal';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { pseudonymIn } from '../../domain/evidence/person-on-record';
import { decide, recordOf } from '../../domain/gate/decide';
import type { Gate, GateFacts } from '../../domain/gate/gate';
import { NOT_ROUTED, storedForm } from '../../domain/routing/stored-route';
import { nameIn, type PseudonymOf } from '../../domain/shared/account';
import { hourOf } from '../../domain/shared/instant';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { filesStillThere } from '../../domain/ticket/decided-files';
import type { ScreenChanges, Ticket } from '../../domain/ticket/ticket';
import { PEOPLE_FIELDS } from '../../domain/work-type/fields';
import { transitionBetween, type Transition } from '../../domain/work-type/work-type';
import type { Clock } from '../../ports/clock';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Jobs } from '../../ports/jobs';
import type { Ledger } from '../../ports/ledger';
import type { Refusals } from '../../ports/refusals';
import type { Recorder } from '../../ports/recorder';
import type { Tickets } from '../../ports/tickets';
import { writeAll } from '../evidence/ledger-recorder';
import { lookAt, type Looked } from './look-at-tickets';
import type { LookPorts } from './look-ports';
import { readFiles } from './read-files';
import type { TicketKinds } from './reading';

export interface DecideTransitionPorts extends LookPorts {
  kinds: TicketKinds;
  tickets: Pick<Tickets, 'readForTransition' | 'fileHash'>;
  ledger: Pick<Ledger, 'append' | 'appendAll'>;
  recorder: Recorder;
  refusals: Pick<Refusals, 'again'>;
  cloudAccounts: Pick<CloudAccounts, 'ofTickets' | 'reserve'>;
  jobs: Jobs;
  clock: Clock;
}

/** What Jira tells a gate of the transition under way. */
export interface TransitionUnderWay {
  issueKey: string;
  toStatusId: string;
  modifiedFields: Record<string, unknown>;
}

/** Codes after which the ticket is routed again at once, so that the person need only reload. */
const ROUTES_AGAIN: ReadonlySet<GateRefusal['code']> = new Set(['ROUTE_STALE', 'APP_FIELD_FORGED']);

/**
 * Decides one transition and records the decision before it is told. The rule's own configuration is not asked: which
 * gates apply follows from the ticket and where it is going, so that a rule that was edited lets no one through.
 * Refuses with every message that applies. A fault is thrown, and the caller refuses.
 * Source: domain rules, "Gates"; requirements W3, R3; white-space 1, 2.
 */
export async function decideTransition(
  ports: DecideTransitionPorts,
  { issueKey, toStatusId, modifiedFields }: TransitionUnderWay,
): Promise<Result<null, string[]>> {
  const asked = await ports.tickets.readForTransition(issueKey, toStatusId, modifiedFields);
  if (!asked) return refuseUnread({ code: 'TICKET_UNKNOWN' });
  const { ticket, screen, to } = asked;
  const unreadable = [...asked.unreadable, ...stillUnreadable(ticket, screen)];
  if (unreadable.length > 0) return refuseUnread({ code: 'VALUE_UNREADABLE', fields: unreadable });
  const transition = transitionBetween(ports.kinds.named(ticket.workType).workType, ticket.status, to);
  if (!transition) return refuseUnread({ code: 'TRANSITION_UNKNOWN', from: ticket.status, to });
  const look = { kinds: ports.kinds, at: ports.clock.now(), purpose: 'decision', screen } as const;
  const looked = await lookAt(ports, ticket, look);
  const files = await filesDecided(ports, looked, transition, screen);
  const { made, introductions } = await ports.recorder.underPseudonyms(pseudonymOf => {
    const facts = gateFacts(looked, transition, screen, pseudonymOf, files.ok ? files.value : []);
    const decision = files.ok ? decide(facts) : refuse([files.refusal]);
    return { facts, decision, entry: recordOf(facts, decision) };
  }, looked.known);
  const decision = await claiming(ports, looked, made.facts, made.decision);
  const entry = decision === made.decision ? made.entry : recordOf(made.facts, decision);
  await record(ports, { introductions, entry, looked });
  if (decision.ok) return allow(null);
  if (decision.refusal.some(({ code }) => ROUTES_AGAIN.has(code)))
    await ports.jobs.push([{ kind: 'reconcile ticket', ticket: ticket.id }]);
  const nameOf = nameIn(looked.accounts);
  return refuse(decision.refusal.map(refusal => refusalMessage(refusal, nameOf)));
}

/**
 * The files that are part of the decision. Those of a submission are read, once nothing else keeps it from being made;
 * later ones are what is left of them.
 */
async function filesDecided(
  { tickets }: DecideTransitionPorts,
  looked: Looked,
  transition: Transition<Gate>,
  screen: ScreenChanges,
): Promise<Result<readonly DecidedFile[], GateRefusal>> {
  const { story } = looked;
  if (transition.means !== 'submit') return allow(filesStillThere(story));
  const isRefused = story.ticket.attachments.length > 0 && !decide(gateFacts(looked, transition, screen)).ok;
  return isRefused ? allow([]) : readFiles(tickets, story);
}

/** The names of the fields whose value can't be read, and which the screen gives no other. */
function stillUnreadable({ unreadable }: Ticket, { fields }: ScreenChanges): string[] {
  return unreadable.filter(name => fields[name] === undefined).map(name => PEOPLE_FIELDS[name].name);
}

function refuseUnread(refusal: GateRefusal): Result<never, string[]> {
  return refuse([refusalMessage(refusal, account => account)]);
}

/** Everything the gates of one transition look at. */
export function gateFacts(
  looked: Looked,
  transition: Transition<Gate>,
  screen: ScreenChanges,
  pseudonymOf: PseudonymOf = pseudonymIn(looked.known.people),
  files: readonly DecidedFile[] = filesStillThere(looked.story),
): GateFacts {
  const { story, subject, allocation, route, accounts, records, at } = looked;
  const lastRoute = records.routings.at(-1)?.route;
  const lastRouted = lastRoute ? storedForm(lastRoute) : NOT_ROUTED;
  const { settings, service } = records;
  return {
    ...{ story, subject, transition, screen, service, files, allocation, route, accounts },
    ...{ lastRouted, settings, pseudonymOf, at },
  };
}

/** A refusal that is on record for this hour is counted. */
async function record(
  { ledger, refusals }: DecideTransitionPorts,
  of: { introductions: readonly EvidenceEntry[]; entry: EvidenceEntry; looked: Looked },
): Promise<void> {
  const { introductions, entry, looked } = of;
  const { decisions, refusalsCounted } = looked.records;
  if (!decisions.some(({ id, verdict }) => id === entry.id && verdict === 'refuse'))
    return writeAll(ledger, [...introductions, entry]);
  await writeAll(ledger, introductions);
  const { id: ticket, key: ticketKey } = looked.story.ticket;
  const isCounted = refusalsCounted.some(({ refusal }) => refusal === entry.id);
  await refusals.again({ refusal: entry.id, ticket, ticketKey, hour: hourOf(entry.at) }, isCounted);
}

/** A permission holds only together with what it reserves. */
async function claiming(
  ports: DecideTransitionPorts,
  { kind }: Looked,
  facts: GateFacts,
  decision: Result<DecisionSnapshot, GateRefusal[]>,
): Promise<Result<DecisionSnapshot, GateRefusal[]>> {
  if (!decision.ok || !kind.reading.claim) return decision;
  const claimed = await kind.reading.claim(ports, facts);
  return claimed.ok ? decision : refuse([claimed.refusal]);
}
