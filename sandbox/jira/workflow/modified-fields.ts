/**
 * What a function validator is told of the edits on the transition screen.
 * Source: Forge, jira:workflowValidator, "Modified fields". The format of a comment isn't documented, so none is told.
 */
import type { Field, Issue } from '../model.ts';
import { isEmpty, type FieldSite } from '../issues/fields/field-type.ts';
import { isAppField, typeOf } from '../issues/fields/types-by-key.ts';
import { same } from '../issues/commit.ts';

const SYSTEM = new Set(['description', 'assignee', 'resolution', 'priority', 'labels']);

/** The fields that the edits change, of the types that Forge lists, in their documented shapes. */
export function modifiedFields(
  site: FieldSite,
  issue: Issue,
  edits: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const modified: Record<string, unknown> = {};
  for (const [fieldId, value] of edits) {
    const field = site.records.fields.get(fieldId);
    if (!field || !isTold(field) || same(issue.fields[fieldId], value)) continue;
    modified[fieldId] = isEmpty(value) ? null : typeOf(field).modified(value, site);
  }
  return modified;
}

/** Of custom fields, only group pickers are missing from Forge's list; every app's own field is on it. */
function isTold(field: Field): boolean {
  if (!field.custom) return SYSTEM.has(field.id);
  return isAppField(field) || field.schema.type !== 'group';
}
