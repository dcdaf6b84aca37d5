/** Which type a field has. */
import type { Field } from '../../model.ts';
import { notModelled } from '../../rest/refusals.ts';
import { priority, resolution } from './catalogue-types.ts';
import { labels, option, optionList } from './choice-types.ts';
import { date, datetime } from './date-types.ts';
import { CUSTOM_PREFIX, type FieldType } from './field-type.ts';
import { group, user, userList } from './people-types.ts';
import { number, paragraph, summary, text, url } from './text-types.ts';

const SYSTEM: Readonly<Record<string, FieldType>> = {
  summary,
  description: paragraph,
  environment: paragraph,
  labels,
  priority,
  resolution,
  assignee: user,
  reporter: user,
  creator: user,
  duedate: date,
  created: datetime,
  updated: datetime,
  resolutiondate: datetime,
};

const CUSTOM: Readonly<Record<string, FieldType>> = {
  textfield: text,
  textarea: paragraph,
  url,
  float: number,
  datepicker: date,
  datetime,
  userpicker: user,
  multiuserpicker: userList,
  grouppicker: group,
  select: option,
  radiobuttons: option,
  multiselect: optionList,
  multicheckboxes: optionList,
  labels,
};

/** An app's text is compared exactly in JQL. Source: Forge, jira:customField, "Data types". */
const exactText: FieldType = {
  ...text,
  searchKind: 'named',
  search: stored => [{ kind: 'named', id: String(stored), names: [String(stored)] }],
};

/** App fields, by the `type` of the manifest. */
const FORGE: Readonly<Record<string, FieldType>> = { string: exactText, number, user, group, datetime, date };

/** The type of the field; undefined for one whose values are not modelled. */
export function knownType(field: Field): FieldType | undefined {
  if (!field.custom) return SYSTEM[field.id];
  if (isAppField(field)) return FORGE[field.schema.type];
  return field.type.startsWith(CUSTOM_PREFIX) ? CUSTOM[field.type.slice(CUSTOM_PREFIX.length)] : undefined;
}

/** The type of the field. Refuses 501 a field whose values are not modelled. */
export function typeOf(field: Field): FieldType {
  const known = knownType(field);
  if (!known) throw notModelled(`values of the field ${field.name} (${field.id}), of type ${field.type}`);
  return known;
}

/** Whether an app declares the field in its manifest. */
export function isAppField(field: Field): boolean {
  return field.custom && !field.type.startsWith(CUSTOM_PREFIX);
}
