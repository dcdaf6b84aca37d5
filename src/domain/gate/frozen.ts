import { contentHash } from '../shared/content-hash';
import { changedFields, decidingContent } from '../ticket/deciding-content';
import type { Gate } from './gate';

/**
 * Refuses a ticket whose deciding fields, or the subject that it puts up, are not those that were submitted. A ticket
 * that came here without a permitted Submit has nothing to compare with, and is refused as changed throughout.
 * Refuses: CONTENT_CHANGED.
 * Source: domain rules, "Frozen"; white-space 2.
 */
export const frozen: Gate = {
  name: 'frozen',
  checks: 'Nothing that was submitted for decision has changed since.',
  refusals({ story, screen, subject, pseudonymOf }) {
    const submitted = story.submission?.decision?.snapshot;
    if (!submitted) return [{ code: 'CONTENT_CHANGED', fields: [] }];
    const now = decidingContent(story, screen, subject, pseudonymOf);
    if (submitted.contentHash === now.hash) return [];
    const fields = changedFields(submitted.decidingFields, now.fields);
    const isSubjectChanged = contentHash(submitted.subject ?? null) !== contentHash(now.subject);
    const { submits } = story.workType;
    return [{ code: 'CONTENT_CHANGED', fields, ...(isSubjectChanged && submits ? { submits } : {}) }];
  },
};
