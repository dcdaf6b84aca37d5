import { contentHash } from '../shared/content-hash';
import { changedFields, decidingContent } from '../ticket/deciding-content';
import { latestSubmit, observedTransitions } from '../ticket/observed-transition';
import type { Gate } from './gate';

/**
 * Refuses a ticket whose deciding fields are not those that were submitted. A ticket that came here without a
 * permitted Submit has nothing to compare with, and is refused as changed throughout.
 * Refuses: CONTENT_CHANGED.
 * Source: domain rules, "Frozen"; white-space 2.
 */
export const frozen: Gate = {
  name: 'frozen',
  checks: 'Nothing that was put up for decision has changed since it was submitted.',
  refusals(facts) {
    const { ticket, workType, screen, decisions, matrixChange } = facts;
    const submit = latestSubmit(observedTransitions(ticket, workType, decisions))?.decision?.snapshot;
    const now = decidingContent(ticket, workType, screen, matrixChange);
    if (!submit) return [{ code: 'CONTENT_CHANGED', fields: [] }];
    const fields = changedFields(submit.decidingFields, now.fields);
    if (matrixChange && matrixChange.newest !== matrixChange.base)
      return [{ code: 'CONTENT_CHANGED', fields, matrix: 'base' }];
    if (submit.contentHash === now.hash) return [];
    const isDraftChanged = contentHash(submit.change ?? null) !== contentHash(now.change);
    return [{ code: 'CONTENT_CHANGED', fields, ...(isDraftChanged ? { matrix: 'draft' } : {}) }];
  },
};
