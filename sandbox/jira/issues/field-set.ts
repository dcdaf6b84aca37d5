/** The fields of a site: finding one, and knowing who may write it. */
import type { JiraContext } from '../context.ts';
import type { Field } from '../model.ts';
import { applies, type Place } from './fields/contexts.ts';
import { isAppField } from './fields/types-by-key.ts';

type Site = Pick<JiraContext, 'records'>;

/** Fields that Jira itself writes. */
const BY_JIRA = new Set([
  'project',
  'issuetype',
  'status',
  'creator',
  'created',
  'updated',
  'resolutiondate',
  'comment',
]);

/** The field of that id, or of that key for an app's field. */
export function fieldOf(site: Site, idOrKey: string): Field | undefined {
  return site.records.fields.get(idOrKey) ?? site.records.fields.find(field => field.key === idOrKey);
}

/** The custom fields that have a place there. */
export function customFieldsAt(site: Site, place: Place): Field[] {
  return site.records.fields.filter(field => field.custom && applies(site, field, place, isAppField(field)));
}

/** Whether people may write the field on work items of that place at all, whatever the screen. */
export function isWritable(site: Site, field: Field, place: Place): boolean {
  return !BY_JIRA.has(field.id) && applies(site, field, place, isAppField(field));
}

/** Whether only the app that declares the field may write it. */
export function isReadOnly(field: Field): boolean {
  return isAppField(field) && field.readOnly;
}
