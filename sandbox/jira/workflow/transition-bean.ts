/** Transitions as REST shows them. */
import type { Identity } from '../../seams.ts';
import type { Field, Issue, WorkflowTransition } from '../model.ts';
import { isReadOnly, isWritable } from '../issues/field-set.ts';
import { fieldMetadata } from '../issues/field-metadata.ts';
import { knownType } from '../issues/fields/types-by-key.ts';
import { statusOf } from '../issues/find-issue.ts';
import { fieldsOfScreen } from '../issues/screens.ts';
import type { WorkItemSite } from '../issues/work-item-site.ts';
import { availableTransitions } from './available-transitions.ts';
import { statusBean } from './status-bean.ts';

/** @param options - `transitionId`: only that one; `fields`: with what its screen takes */
export function transitionBeans(
  site: WorkItemSite,
  identity: Identity,
  issue: Issue,
  options: { transitionId?: string; fields?: boolean },
): Record<string, unknown>[] {
  const { transitionId, fields } = options;
  return availableTransitions(site, identity, issue)
    .filter(transition => transitionId === undefined || transition.id === transitionId)
    .map(transition => ({
      id: transition.id,
      name: transition.name,
      to: statusBean(site, statusOf(site, transition.to)),
      hasScreen: transition.screenId !== undefined,
      isGlobal: transition.type === 'GLOBAL',
      isInitial: false,
      isAvailable: true,
      isConditional: transition.conditions !== undefined,
      looped: transition.to === issue.statusId,
      ...(fields ? { fields: screenMetadata(site, issue, transition) } : {}),
    }));
}

/** The fields of the transition's screen that people may set; apps' read-only ones aren't shown on it. */
export function transitionFields(site: WorkItemSite, issue: Issue, transition: WorkflowTransition): Field[] {
  if (transition.screenId === undefined) return [];
  return fieldsOfScreen(site, transition.screenId)
    .flatMap(id => site.records.fields.get(id) ?? [])
    .filter(field => isWritable(site, field, issue) && !isReadOnly(field));
}

function screenMetadata(
  site: WorkItemSite,
  issue: Issue,
  transition: WorkflowTransition,
): Record<string, unknown> {
  const shown = transitionFields(site, issue, transition).filter(field => knownType(field) !== undefined);
  return Object.fromEntries(shown.map(field => [field.id, fieldMetadata(site, field, issue)]));
}
