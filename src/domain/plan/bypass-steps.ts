import { isOpen, transitionMeant, type Bypass } from '../bypass/bypass';
import { bypassResolved, gateBypassed } from '../bypass/bypass-evidence';
import { bypassComment, bypassHappened } from '../bypass/bypass-words';
import { recording, type Step } from '../effects/effect';
import type { EvidenceEntry } from '../evidence/evidence-entry';
import { ticketFacts } from '../evidence/facts';
import type { TicketStory } from '../ticket/story';
import type { GateSign } from '../work-type/work-type';
import { routeNow, type Found } from './found';
import { notice } from './notice';

/**
 * Each way around the gates that a ticket's history shows goes on record, and so does that the ticket has left it behind;
 * what is open is told on the ticket, with what to do about it, once it is on record.
 * Source: white-space requirement 6.
 */
export function bypassSteps(story: TicketStory, bypasses: readonly Bypass[], found: Found): Step[] {
  const entries = bypasses.map(bypass => bypassEntry(story, bypass, found));
  return [
    ...recording(...entries, ...resolvedEntries(story, bypasses, found)),
    ...told(story, bypasses.filter(isOpen), found),
  ];
}

/** One comment tells of all that are open, and is made again only for a new one. */
function told(story: TicketStory, open: readonly Bypass[], found: Found): Step[] {
  const newest = open.at(-1);
  if (!newest || !open.every(({ id }) => found.standing.recorded.has(id))) return [];
  const accountable = routeNow(found)?.accountable ?? null;
  return notice(story.ticket, found, newest.id, () =>
    bypassComment(open.map(bypass => ({ bypass, story, accountable, name: found.name }))),
  );
}

function bypassEntry(story: TicketStory, bypass: Bypass, found: Found): EvidenceEntry {
  const facts = {
    ...ticketFacts(story.ticket),
    ...bypassHappened(story, bypass),
    change: bypass.change,
    gates: gatesBypassed(bypass, story).map(({ name }) => name),
  };
  return gateBypassed.entry({ at: found.at, actor: bypass.actor, facts }, found.pseudonymOf);
}

/** Those on the way to where it led; a change in a status led nowhere. */
function gatesBypassed(bypass: Bypass, { workType }: TicketStory): readonly GateSign[] {
  return bypass.changed.length > 0 ? [] : (transitionMeant(bypass, workType)?.gates ?? []);
}

/** One that isn't found any more was of what the ticket was before it was moved. */
function resolvedEntries(
  { ticket }: TicketStory,
  bypasses: readonly Bypass[],
  found: Found,
): EvidenceEntry[] {
  const recorded = found.marks.filter(({ kind }) => kind === gateBypassed.kind).map(({ id }) => id);
  const known = new Map(bypasses.map(bypass => [bypass.id, bypass]));
  return [...new Set([...recorded, ...known.keys()])].flatMap(bypass => {
    const now = known.get(bypass);
    if (now && isOpen(now)) return [];
    const { actor = null, change = null, to = null } = now?.resolvedBy ?? {};
    const facts = { ...ticketFacts(ticket), bypass, change, to };
    return [bypassResolved.entry({ at: found.at, actor, facts }, found.pseudonymOf)];
  });
}
