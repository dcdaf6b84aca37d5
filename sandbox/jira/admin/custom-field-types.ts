import type { Field } from '../model.ts';

const PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes';

interface CustomFieldType {
  displayName: string;
  schema: { type: string; items?: string };
  /** Without the plugin's key; the first is the default. */
  searchers: readonly [string, ...string[]];
  /** Whether its contexts have options. */
  options: boolean;
}

const TYPES: Readonly<Record<string, CustomFieldType>> = {
  textfield: one('Short text (plain text only)', 'string', 'textsearcher'),
  textarea: one('Paragraph (supports rich text)', 'string', 'textsearcher'),
  url: one('URL Field', 'string', 'exacttextsearcher'),
  float: one('Number field', 'number', 'exactnumber', 'numberrange'),
  datepicker: one('Date picker', 'date', 'daterange'),
  datetime: one('Date time picker', 'datetime', 'datetimerange'),
  userpicker: one('User Picker (single user)', 'user', 'userpickergroupsearcher'),
  multiuserpicker: many('User Picker (multiple users)', 'user', 'userpickergroupsearcher'),
  grouppicker: one('Group Picker (single group)', 'group', 'grouppickersearcher'),
  multigrouppicker: many('Group Picker (multiple groups)', 'group', 'grouppickersearcher'),
  labels: many('Labels', 'string', 'labelsearcher'),
  select: choice('Select List (single choice)', { type: 'option' }),
  radiobuttons: choice('Radio Buttons', { type: 'option' }),
  multiselect: choice('Select List (multiple choices)', { type: 'array', items: 'option' }),
  multicheckboxes: choice('Checkboxes', { type: 'array', items: 'option' }),
};

/** The field's type, if it is one of Jira's own. */
export function customFieldType(key: string): CustomFieldType | undefined {
  return key.startsWith(`${PLUGIN}:`) ? TYPES[key.slice(PLUGIN.length + 1)] : undefined;
}

/** The searchers that a field of this type may have, the default one first; none for a type that isn't known. */
export function searchersOf(key: string): string[] {
  return (customFieldType(key)?.searchers ?? []).map(name => `${PLUGIN}:${name}`);
}

/** Whether people choose the field's value from the options of its context. */
export function hasOptions(field: Field): boolean {
  return customFieldType(field.type)?.options ?? false;
}

function one(displayName: string, type: string, ...searchers: [string, ...string[]]): CustomFieldType {
  return { displayName, schema: { type }, searchers, options: false };
}

function many(displayName: string, items: string, ...searchers: [string, ...string[]]): CustomFieldType {
  return { displayName, schema: { type: 'array', items }, searchers, options: false };
}

function choice(displayName: string, schema: CustomFieldType['schema']): CustomFieldType {
  return { displayName, schema, searchers: ['multiselectsearcher'], options: true };
}
