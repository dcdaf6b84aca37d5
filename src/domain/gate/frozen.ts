import type { GateRefusal } from '../decision/refusal';
import type { DecisionSnapshot } from '../decision/decision';
import { contentHash } from '../shared/content-hash';
import { filesGone } from '../ticket/decided-files';
import { changedFields, decidingContent, type DecidingContent } from '../ticket/deciding-content';
import type { TicketStory } from '../ticket/story';
import type { Gate } from './gate';

/**
 * Refuses a ticket that isn't what was submitted: its deciding fields, its service, its summary and description, the
 * files that were attached, or the subject that it puts up. A ticket that came here without a permitted Submit has
 * nothing to compare with, and is refused as changed throughout.
 * Refuses: CONTENT_CHANGED.
 * Source: domain rules, "Frozen"; white-space 2.
 */
export const frozen: Gate = {
  name: 'frozen',
  checks: 'Nothing that was submitted for decision has changed since.',
  refusals(facts) {
    const { story } = facts;
    const submitted = story.submission?.decision?.snapshot;
    if (!submitted) return [{ code: 'CONTENT_CHANGED', fields: [] }];
    const now = decidingContent(story, facts);
    return submitted.contentHash === now.hash ? [] : [changed(story, submitted, now)];
  },
};

type ContentChanged = Extract<GateRefusal, { code: 'CONTENT_CHANGED' }>;

/** What differs, as far as it can be known. */
function changed(
  { ticket, workType }: TicketStory,
  before: DecisionSnapshot,
  now: DecidingContent,
): ContentChanged {
  const text = (['summary', 'description'] as const).filter(part => before.text[part] !== now.text[part]);
  const { removed, replaced } = filesGone(ticket, before.files);
  const service = serviceChange(before, now);
  const isSubjectChanged = contentHash(before.subject ?? null) !== contentHash(now.subject);
  const { submits } = workType;
  return {
    code: 'CONTENT_CHANGED',
    fields: changedFields(before.decidingFields, now.fields),
    ...(text.length > 0 ? { text } : {}),
    ...(removed.length + replaced.length > 0 ? { files: { removed, replaced } } : {}),
    ...(service ? { service } : {}),
    ...(isSubjectChanged && submits ? { submits } : {}),
  };
}

/** The ticket names the same service, and that isn't the same any more: the field says nothing of it. */
function serviceChange(
  { service: was, decidingFields }: DecisionSnapshot,
  { service: is, fields }: DecidingContent,
): ContentChanged['service'] {
  const name = fields.cloudService ?? null;
  if (name === null || decidingFields.cloudService !== name) return undefined;
  if (contentHash(was) === contentHash(is)) return undefined;
  return { name, was: was?.provider ?? null, is: is?.provider ?? null };
}
