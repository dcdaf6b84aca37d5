import { z } from 'zod';
import type { FieldValues, ScreenChanges } from '../../domain/ticket/ticket';
import {
  APP_FIELD_NAMES,
  APP_FIELDS,
  FIELD_NAMES,
  PEOPLE_FIELDS,
  type AppFieldName,
  type FieldName,
} from '../../domain/work-type/fields';
import type { SiteConfiguration } from '../../ports/site-configuration';
import { userAnswer, type UserAnswer } from './ticket-answers';

const option = z.object({ value: z.string() });
const text = z.string();
const day = z.iso.date();

/** How a value of each type stands in Jira's JSON, read as the domain has it; null when unset. */
const READERS = {
  user: (value: unknown) => userAnswer.parse(value).accountId,
  select: (value: unknown) => option.parse(value).value,
  text: (value: unknown) => text.parse(value),
  date: (value: unknown) => day.parse(value),
} as const;

function read(type: keyof typeof READERS, value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : READERS[type](value);
}

/** The id of a field of ours. @throws when set-up has not made it */
export function fieldId({ fields }: SiteConfiguration, name: FieldName | AppFieldName): string {
  const id = fields[name];
  if (id === undefined) throw new Error(`Set-up has not made the field ${name} yet.`);
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
  const values = FIELD_NAMES.map(name => [
    name,
    read(PEOPLE_FIELDS[name].type, fields[configuration.fields[name] ?? NOT_MADE]),
  ]);
  return Object.fromEntries(values) as FieldValues;
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

/** The users in a ticket's fields of ours: Jira says with them whether they are active. */
export function usersIn(fields: Record<string, unknown>, configuration: SiteConfiguration): UserAnswer[] {
  return ticketFieldIds(configuration).flatMap(id => {
    const user = userAnswer.safeParse(fields[id]);
    return user.success ? [user.data] : [];
  });
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
    (configuration.fields[name] ?? NOT_MADE) in modifiedFields;
  const fields = FIELD_NAMES.filter(isSet).map(name => [
    name,
    read(PEOPLE_FIELDS[name].type, modifiedFields[configuration.fields[name] ?? NOT_MADE]),
  ]);
  const reporter = 'reporter' in modifiedFields ? { reporter: read('user', modifiedFields['reporter']) } : {};
  return {
    fields: Object.fromEntries(fields) as Partial<FieldValues>,
    appFields: APP_FIELD_NAMES.filter(isSet),
    ...reporter,
  };
}
