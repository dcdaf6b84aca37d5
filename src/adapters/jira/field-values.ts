import { z } from 'zod';
import { withoutInvisible } from '../../domain/shared/text';
import type { ScreenChanges } from '../../domain/ticket/ticket';
import {
  APP_FIELD_NAMES,
  APP_FIELDS,
  FIELD_NAMES,
  PEOPLE_FIELDS,
  USER_FIELDS,
  type AppFieldName,
  type FieldName,
  type FieldValues,
} from '../../domain/work-type/fields';
import type { SiteConfiguration } from '../../ports/site-configuration';
import { userAnswer, type UserAnswer } from './ticket-answers';

/** Half of a character is none: what is hashed has to be text. What can’t be seen is not kept. */
const text = z.string().transform(written => withoutInvisible(written.toWellFormed()));

/** How a value of each type stands in Jira's JSON, read as the domain has it; null when unset. */
const READERS = {
  user: userAnswer.transform(({ accountId }) => accountId.toWellFormed()),
  select: z.object({ value: text }).transform(({ value }) => value),
  text,
  date: z.iso.date(),
} as const;

function read(type: keyof typeof READERS, value: unknown): string | null {
  return isUnset(value) ? null : READERS[type].parse(value);
}

/** Read with what people can write: a day of the year 12026, or one that an importer brought, is no fault of ours. */
function readDay(value: unknown): string | null {
  return READERS.date.safeParse(value).data ?? null;
}

function isUnset(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** The id of a field of ours. @throws when set-up has not made it */
export function fieldId({ fields }: SiteConfiguration, name: FieldName | AppFieldName): string {
  const id = fields[name];
  if (id === undefined) throw new Error(`Set-up hasn’t created the field ${name} yet.`);
  return id;
}

/**
 * The ids of all fields of ours that a ticket is read with. One that set-up has not made yet, after an upgrade, is left
 * out and reads as unset, so that the tickets which do without it go on.
 */
export function ticketFieldIds(configuration: SiteConfiguration): string[] {
  return [...FIELD_NAMES, ...APP_FIELD_NAMES].flatMap(name => configuration.fields[name] ?? []);
}

/** No field of Jira's has this id. */
const NOT_MADE = 'not made';

export function peopleFieldsOf(
  fields: Record<string, unknown>,
  configuration: SiteConfiguration,
): FieldValues {
  const values = FIELD_NAMES.map(name => {
    const { type } = PEOPLE_FIELDS[name];
    const value = fields[configuration.fields[name] ?? NOT_MADE];
    return [name, type === 'date' ? readDay(value) : read(type, value)];
  });
  return Object.fromEntries(values) as FieldValues;
}

/** The fields of ours that hold a day which can't be read. */
export function unreadableOnTicket(
  fields: Record<string, unknown>,
  configuration: SiteConfiguration,
): FieldName[] {
  return FIELD_NAMES.filter(name => {
    const value = fields[configuration.fields[name] ?? NOT_MADE];
    return PEOPLE_FIELDS[name].type === 'date' && !isUnset(value) && readDay(value) === null;
  });
}

export function appFieldsOf(
  fields: Record<string, unknown>,
  configuration: SiteConfiguration,
): Record<AppFieldName, string | null> {
  const values = APP_FIELD_NAMES.map(name => [
    name,
    read(APP_FIELDS[name].type, fields[configuration.fields[name] ?? NOT_MADE]),
  ]);
  return Object.fromEntries(values) as Record<AppFieldName, string | null>;
}

/** Values as Jira takes them, by field id; null empties a field. */
export function writtenFields(
  values: Partial<FieldValues>,
  configuration: SiteConfiguration,
): Record<string, unknown> {
  const written = FIELD_NAMES.filter(name => values[name] !== undefined).map(name => [
    fieldId(configuration, name),
    write(PEOPLE_FIELDS[name].type, values[name] ?? null),
  ]);
  return Object.fromEntries(written) as Record<string, unknown>;
}

function write(type: keyof typeof READERS, value: string | null): unknown {
  if (value === null) return null;
  if (type === 'user') return { accountId: value };
  return type === 'select' ? { value } : value;
}

const ALL_USER_FIELDS = [...USER_FIELDS, ...APP_FIELD_NAMES.filter(name => APP_FIELDS[name].type === 'user')];

/** The users in a ticket's fields of ours: Jira says with them whether they are active. */
export function usersIn(fields: Record<string, unknown>, configuration: SiteConfiguration): UserAnswer[] {
  const ids = ALL_USER_FIELDS.map(name => configuration.fields[name] ?? NOT_MADE);
  return ids
    .map(id => fields[id])
    .filter(value => !isUnset(value))
    .map(value => userAnswer.parse(value));
}

/** The names of the fields of ours whose new value on a transition's screen is not what such a field can hold. */
export function unreadableOnScreen(
  modifiedFields: Record<string, unknown>,
  { fields }: SiteConfiguration,
): string[] {
  const ofOurs = FIELD_NAMES.map(name => ({ ...PEOPLE_FIELDS[name], id: fields[name] ?? NOT_MADE }));
  return [...ofOurs, { name: 'Reporter', type: 'user' as const, id: 'reporter' }]
    .map(field => ({
      ...field,
      value: Object.hasOwn(modifiedFields, field.id) ? modifiedFields[field.id] : null,
    }))
    .filter(({ type, value }) => !isUnset(value) && !READERS[type].safeParse(value).success)
    .map(({ name }) => name);
}

/**
 * What a transition's screen sets, from the `modifiedFields` of a function validator: the shapes of "Get issue",
 * users as `{accountId}`, emptied fields as null. Fields that decide nothing are left out.
 */
export function screenChangesOf(
  modifiedFields: Record<string, unknown>,
  configuration: SiteConfiguration,
): ScreenChanges {
  const isSet = (name: FieldName | AppFieldName) =>
    Object.hasOwn(modifiedFields, configuration.fields[name] ?? NOT_MADE);
  const fields = FIELD_NAMES.filter(isSet).map(name => [
    name,
    read(PEOPLE_FIELDS[name].type, modifiedFields[configuration.fields[name] ?? NOT_MADE]),
  ]);
  const reporter = Object.hasOwn(modifiedFields, 'reporter')
    ? { reporter: read('user', modifiedFields['reporter']) }
    : {};
  return {
    fields: Object.fromEntries(fields) as Partial<FieldValues>,
    appFields: APP_FIELD_NAMES.filter(isSet),
    ...reporter,
  };
}
