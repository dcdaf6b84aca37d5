/** Where a custom field applies, and with which options. */
import type { JiraContext } from '../../context.ts';
import type { Field, FieldContext, FieldOption } from '../../model.ts';

type Site = Pick<JiraContext, 'records'>;

/** The project and work type of a work item. */
export interface Place {
  projectId: string;
  issueTypeId: string;
}

/** The context of a custom field that holds for the place, the most specific one; undefined when none does. */
export function contextOf(site: Site, field: Field, place: Place): FieldContext | undefined {
  return site.records.fieldContexts
    .filter(context => context.fieldId === field.id && holds(context, place))
    .sort((a, b) => specificity(b) - specificity(a))[0];
}

/** Whether the field has a place there. System fields always have, app fields where no context says otherwise. */
export function applies(site: Site, field: Field, place: Place, isAppField: boolean): boolean {
  if (!field.custom || contextOf(site, field, place)) return true;
  return isAppField && !site.records.fieldContexts.find(context => context.fieldId === field.id);
}

/** The options that may be chosen there, in their order; disabled ones are left out. */
export function openOptions(site: Site, field: Field, place: Place): FieldOption[] {
  const context = contextOf(site, field, place);
  return site.records.fieldOptions
    .filter(option => option.contextId === context?.id && !option.disabled)
    .sort((a, b) => a.position - b.position);
}

function holds({ projectIds, issueTypeIds }: FieldContext, { projectId, issueTypeId }: Place): boolean {
  return (
    (projectIds.length === 0 || projectIds.includes(projectId)) &&
    (issueTypeIds.length === 0 || issueTypeIds.includes(issueTypeId))
  );
}

function specificity({ projectIds, issueTypeIds }: FieldContext): number {
  return (projectIds.length > 0 ? 2 : 0) + (issueTypeIds.length > 0 ? 1 : 0);
}
