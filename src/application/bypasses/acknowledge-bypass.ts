import {
  judgeRefusalInWords,
  judgesAt,
  mayAcknowledge,
  type JudgeRefusal,
  type Judges,
} from '../../domain/bypass/acknowledgement';
import { acknowledgementComment } from '../../domain/bypass/bypass-words';
import { bypassAcknowledged } from '../../domain/bypass/bypass-evidence';
import { isJudged, type Obligation } from '../../domain/obligation/obligation';
import { nameIn, type AccountId, type NameOf } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { excludedPeople } from '../../domain/ticket/excluded-people';
import type { TicketStory } from '../../domain/ticket/story';
import type { Clock } from '../../ports/clock';
import type { Decisions } from '../../ports/decisions';
import type { Ledger } from '../../ports/ledger';
import type { Obligations } from '../../ports/obligations';
import type { People } from '../../ports/people';
import type { Recorder } from '../../ports/recorder';
import type { Tickets } from '../../ports/tickets';
import { lookAt } from '../tickets/look-at-tickets';
import type { LookPorts } from '../tickets/look-ports';
import type { TicketKinds } from '../tickets/reading';
import { bypassesOnRecord, type BypassOnRecord } from './bypasses-on-record';
import { readJudges } from './judges';
import { TROUBLES_SHOWN } from './list-bypasses';
import { say } from '../../domain/shared/sentence';

export interface AcknowledgeBypassPorts extends LookPorts {
  kinds: TicketKinds;
  tickets: Pick<Tickets, 'read' | 'commentOnce'>;
  obligations: Pick<Obligations, 'inTrouble' | 'drop'>;
  decisions: Decisions;
  ledger: Ledger;
  people: People;
  recorder: Recorder;
  clock: Clock;
}

/** With a message for the person who asked. */
export interface AcknowledgeRefusal {
  code: JudgeRefusal['code'] | 'BYPASS_UNKNOWN' | 'NOT_OPEN';
  message: string;
}

/**
 * Records, with a reason, that the matrix approver has judged a bypass, and says so on its ticket, once. Nothing
 * is approved by that, and nothing taken back: the next gate stays closed. The same person may repeat it harmlessly.
 * Refuses NOT_MATRIX_APPROVER, INVOLVED, BYPASS_UNKNOWN, NOT_OPEN.
 * Source: white-space requirement 6.
 */
export async function acknowledgeBypass(
  ports: AcknowledgeBypassPorts,
  { bypass: id, reason }: { bypass: string; reason: string },
  person: AccountId,
): Promise<Result<null, AcknowledgeRefusal>> {
  const at = ports.clock.now();
  const judges = await readJudges(ports, at, [person]);
  const name = nameIn(judges.accounts);
  const notYou = (refusal: JudgeRefusal) =>
    refuse({ code: refusal.code, message: judgeRefusalInWords(refusal, name) });
  if (!judgesAt(judges, at).includes(person)) {
    const may = mayAcknowledge(person, new Set(), judges, at);
    if (!may.ok) return notYou(may.refusal);
  }
  const trouble = (await ports.obligations.inTrouble(TROUBLES_SHOWN)).find(one => one.trouble?.id === id);
  if (trouble) return acknowledgeTrouble(ports, trouble, reason, { person, judges, at });
  const { bypasses, nameOf } = await bypassesOnRecord(ports);
  const bypass = bypasses.find(({ found }) => found.id === id);
  if (!bypass) return refuse(UNKNOWN);
  const story = await storyOfTicket(ports, bypass, at);
  const may = mayAcknowledge(person, involvedIn(bypass, story), judges, at);
  if (!may.ok) return notYou(may.refusal);
  const standing = closedBy(bypass, person, nameOf);
  if (standing !== null) return refuse({ code: 'NOT_OPEN', message: standing });
  const { ticket, ticketKey } = bypass.found.facts;
  const { roleName } = may.value;
  const facts = bypass.acknowledged?.facts ?? { ticket, ticketKey, bypass: id, reason, roleName };
  const judgement = { at, actor: person, facts };
  const [entry] = await ports.recorder.record(as => [bypassAcknowledged.entry(judgement, as)] as const);
  const comment = acknowledgementComment({ ...facts, by: name(person) });
  // On record by now: should the comment fail, the person is told to repeat it, which is harmless and tells it.
  if (story) await ports.tickets.commentOnce(story.ticket, entry.id, comment);
  return allow(null);
}

/** A ticket that is out of reach for good: it is on record who judged that, and it isn't looked for any more. */
async function acknowledgeTrouble(
  { recorder, obligations }: Pick<AcknowledgeBypassPorts, 'recorder' | 'obligations'>,
  { ticket, ticketKey, trouble }: Obligation,
  reason: string,
  by: { person: AccountId; judges: Judges; at: Instant },
): Promise<Result<null, AcknowledgeRefusal>> {
  const { person: actor, judges, at } = by;
  const may = mayAcknowledge(actor, new Set(), judges, at);
  if (!may.ok || !trouble || !isJudged(trouble)) return refuse(UNKNOWN);
  const facts = { ticket, ticketKey, bypass: trouble.id, reason, roleName: may.value.roleName };
  await recorder.record(as => [bypassAcknowledged.entry({ at, actor, facts }, as)]);
  await obligations.drop(ticket);
  return allow(null);
}

const UNKNOWN: AcknowledgeRefusal = {
  code: 'BYPASS_UNKNOWN',
  message: 'There is no bypass with this id. Reload the page.',
};

/** The ticket's story; undefined when it is gone, or none of ours any more. */
async function storyOfTicket(
  ports: AcknowledgeBypassPorts,
  { found }: BypassOnRecord,
  at: Instant,
): Promise<TicketStory | undefined> {
  const ticket = await ports.tickets.read(found.facts.ticket);
  if (!ticket) return undefined;
  return (await lookAt(ports, ticket, { kinds: ports.kinds, at, purpose: 'plan' })).story;
}

function involvedIn({ found }: BypassOnRecord, story: TicketStory | undefined): Set<AccountId> {
  const ofTicket = story ? excludedPeople(story).keys() : [];
  return new Set([...ofTicket, ...(found.actor === null ? [] : [found.actor])]);
}

/** Why there is nothing to acknowledge any more; null when there is. */
function closedBy(
  { found, resolved, acknowledged }: BypassOnRecord,
  person: AccountId,
  nameOf: NameOf,
): string | null {
  if (resolved)
    return say`${found.facts.ticketKey} has been resolved since. There is nothing to acknowledge.`;
  if (acknowledged && acknowledged.actor !== person)
    return say`${nameOf(acknowledged.actor ?? '')} has acknowledged this already.`;
  return null;
}
