/** Fields that hold a day or an instant. */
import { parseDay, parseInstant } from '../../expressions/index.ts';
import type { Field } from '../../model.ts';
import { CUSTOM_PREFIX, FieldRefusal, type FieldType } from './field-type.ts';
import { isDay, jiraTimestamp, readInstant } from './timestamp.ts';

/** A day, kept as `YYYY-MM-DD`. */
export const date: FieldType = {
  list: false,
  operations: ['set'],
  read: input => {
    if (!isDay(input)) throw new FieldRefusal('Operation value must be a string in the format yyyy-MM-dd');
    return input;
  },
  show: stored => stored,
  describe: stored => ({ id: String(stored), text: String(stored) }),
  express: (stored, _site, field) => (isTextInExpressions(field) ? stored : parseDay(String(stored))),
  modified: stored => stored,
  searchKind: 'date',
  search: stored => [{ kind: 'date', date: String(stored) }],
};

/** An instant, kept as ISO 8601 UTC. */
export const datetime: FieldType = {
  list: false,
  operations: ['set'],
  read: input => {
    const instant = readInstant(input);
    if (instant === undefined) {
      throw new FieldRefusal("Operation value must be a string in the format yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    }
    return instant;
  },
  show: stored => jiraTimestamp(String(stored)),
  describe: stored => ({ id: jiraTimestamp(String(stored)), text: jiraTimestamp(String(stored)) }),
  express: (stored, _site, field) =>
    isTextInExpressions(field) ? jiraTimestamp(String(stored)) : parseInstant(String(stored)),
  modified: stored => jiraTimestamp(String(stored)),
  searchKind: 'instant',
  search: stored => [{ kind: 'instant', at: Date.parse(String(stored)) }],
};

/** Expressions see the dates of Jira's own custom fields as text, those of the system and of apps as dates. */
function isTextInExpressions(field: Field): boolean {
  return field.type.startsWith(CUSTOM_PREFIX);
}
