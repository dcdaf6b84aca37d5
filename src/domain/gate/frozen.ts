import { changedFields, decidingContent } from '../ticket/deciding-content';
import { latestSubmit, observedTransitions } from '../ticket/observed-transition';
import type { GateFacts } from './gate';
import type { GateRefusal } from './refusal';

/**
 * Refuses a ticket whose deciding fields are not those that were submitted. A ticket that came here without a
 * permitted Submit has nothing to compare with, and is refused as changed throughout.
 * Refuses: CONTENT_CHANGED.
 * Source: domain rules, "Frozen"; white-space 2.
 */
export function frozen({ ticket, workType, screen, decisions }: GateFacts): GateRefusal[] {
  const submit = latestSubmit(observedTransitions(ticket, workType, decisions))?.decision?.snapshot;
  const now = decidingContent(ticket, workType, screen);
  if (!submit) return [{ code: 'CONTENT_CHANGED', fields: [] }];
  if (submit.contentHash === now.hash) return [];
  return [{ code: 'CONTENT_CHANGED', fields: changedFields(submit.decidingFields, now.fields) }];
}
