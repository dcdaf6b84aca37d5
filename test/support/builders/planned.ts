import { after, differing, pending, withRecords, type Standing } from '../../../src/domain/effects/pending';
import type { Effect, Step } from '../../../src/domain/effects/effect';
import { evidenceId, ticketSubject, type EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import type { Found } from '../../../src/domain/plan/found';
import { noticeId } from '../../../src/domain/plan/notice-evidence';
import type { RecordedRouting, Routing } from '../../../src/domain/routing/routing';
import { commentMark } from '../../../src/domain/routing/routing-evidence';
import type { CommentParagraph } from '../../../src/domain/ticket/comment';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { asTheyAre, nameOf, NOW } from './company';
import { asStored } from '../fakes/stored-json';

/** What carrying out a plan to its end comes to. */
export interface Planned {
  appFields: Partial<Ticket['appFields']>;
  /** Absent: left alone. */
  assignee?: string | null;
  /** Those that were set or removed. */
  labels: Record<string, boolean>;
  comments: CommentParagraph[][];
  records: EvidenceEntry[];
  /** Everything that was done, in order. */
  effects: Effect[];
}

/** What is known of a ticket beside its story, with a route that was recorded, and told, before. */
export function aFound(ticket: Ticket, overrides: Partial<Found> = {}, told: readonly Routing[] = []): Found {
  const recorded = new Set([
    ...told.map(({ id }) => id),
    ...told.map(routing => noticeId(ticket.id, commentMark(routing, asTheyAre))),
    ...told.map(routing => evidenceId('assignment-made', ticketSubject(ticket.id), { for: routing.id })),
  ]);
  const { assignee, labels, appFields } = ticket;
  return {
    route: { ok: false, refusal: { code: 'MATRIX_NOT_APPROVED' } },
    routings: told.map(routing => ({ ...routing, at: NOW })),
    marks: [],
    obligation: null,
    standing: { assignee, labels, appFields, recorded },
    name: nameOf,
    pseudonymOf: asTheyAre,
    at: NOW,
    ...overrides,
  };
}

/** Carries a plan out in memory, round by round, as the interpreter does. @param plan - what is left to do of a ticket */
export function carriedOut(
  plan: (found: Found) => readonly Step[],
  found: Found,
): { planned: Planned; found: Found } {
  const planned: Planned = { appFields: {}, labels: {}, comments: [], records: [], effects: [] };
  let now = found;
  for (let round = 0; round < 8; round += 1) {
    const steps = pending(plan(now), now.standing);
    if (steps.length === 0) return { planned, found: now };
    for (const { effects, records } of steps) {
      for (const effect of effects) now = { ...now, standing: done(effect, planned, now.standing) };
      planned.records.push(...records);
      now = {
        ...now,
        standing: withRecords(
          now.standing,
          records.map(({ id }) => id),
        ),
        marks: [...now.marks, ...records],
        routings: [...now.routings, ...records.flatMap(routingIn)],
      };
    }
  }
  throw new Error('The plan never ends.');
}

function done(effect: Effect, planned: Planned, standing: Standing): Standing {
  planned.effects.push(effect);
  if (effect.do === 'write fields')
    Object.assign(planned.appFields, differing(effect.values, standing.appFields));
  if (effect.do === 'assign') planned.assignee = effect.to;
  if (effect.do === 'label') planned.labels[effect.label] = effect.present;
  if (effect.do === 'comment once') planned.comments.push([...effect.paragraphs]);
  return after(standing, effect);
}

function routingIn({ id, at, kind, facts }: EvidenceEntry): RecordedRouting[] {
  if (kind !== 'routed' && kind !== 'routing-refused') return [];
  return [{ ...(asStored(facts) as Omit<RecordedRouting, 'id' | 'at'>), id, at }];
}

/** What a comment says, with `@` before those it mentions. */
export function textOf(paragraphs: readonly CommentParagraph[]): string {
  const parts = paragraphs.flat();
  return parts
    .map(part => (typeof part === 'string' ? part : 'strong' in part ? part.strong : `@${part.name}`))
    .join('');
}
