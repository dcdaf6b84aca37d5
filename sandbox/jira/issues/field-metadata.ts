/** What a screen's field takes: for create, edit and transition forms. */
import { isRequiredField } from './editable-fields.ts';
import type { Field } from '../model.ts';
import { issueTypeBean, projectBean } from './place-beans.ts';
import { issueTypeOf } from './find-issue.ts';
import { entriesOf, entryBean } from './fields/catalogue-types.ts';
import { optionBean } from './fields/choice-types.ts';
import { openOptions, type Place } from './fields/contexts.ts';
import type { FieldSite } from './fields/field-type.ts';
import { knownType } from './fields/types-by-key.ts';

/** The `FieldMetadata` of REST v3. */
export function fieldMetadata(site: FieldSite, field: Field, place: Place): Record<string, unknown> {
  const allowedValues = allowed(site, field, place);
  return {
    required: isRequiredField(field.id),
    schema: field.schema,
    name: field.name,
    key: field.id,
    hasDefaultValue: field.id === 'priority',
    operations: knownType(field)?.operations ?? ['set'],
    ...(allowedValues ? { allowedValues } : {}),
    ...(field.schema.type === 'user' ? { autoCompleteUrl: autoComplete(site, field, place) } : {}),
  };
}

function autoComplete(site: FieldSite, field: Field, place: Place): string {
  const base = `${site.settings.baseUrl}/rest/api/3/user`;
  return field.id === 'assignee'
    ? `${base}/assignable/search?project=${place.projectId}&query=`
    : `${base}/search?query=`;
}

function allowed(site: FieldSite, field: Field, place: Place): Record<string, unknown>[] | undefined {
  switch (field.id) {
    case 'priority':
    case 'resolution': {
      const kind = field.id;
      return entriesOf(kind, site).map(entry => entryBean(kind, entry.id, site));
    }
    case 'issuetype':
      return [issueTypeBean(site, issueTypeOf(site, place.issueTypeId))];
    case 'project': {
      const project = site.records.projects.get(place.projectId);
      return project ? [projectBean(site, project)] : [];
    }
    default:
      return isChoice(field)
        ? openOptions(site, field, place).map(({ id }) => optionBean(id, site))
        : undefined;
  }
}

function isChoice({ schema }: Field): boolean {
  return schema.type === 'option' || schema.items === 'option';
}
