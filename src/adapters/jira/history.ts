import { toInstant } from '../../domain/shared/instant';
import type { Change, HistoryEntry } from '../../domain/ticket/ticket';
import {
  APP_FIELD_NAMES,
  APP_FIELDS,
  FIELD_NAMES,
  PEOPLE_FIELDS,
  type AppFieldName,
  type FieldName,
} from '../../domain/work-type/fields';
import type { SiteConfiguration } from '../../ports/site-configuration';
import type { HistoryAnswer } from './ticket-answers';

/** The author of an entry that Jira attributes to no one; never equal to an account. */
const NO_ONE = 'no one';

/** The ticket's changelog, oldest first, in the domain's names. */
export function historyOf(
  histories: readonly HistoryAnswer[],
  configuration: SiteConfiguration,
): HistoryEntry[] {
  const names = namesById(configuration);
  const statuses = new Map(Object.entries(configuration.statuses).map(([name, id]) => [id, name]));
  return [...histories]
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map(({ id, author, created, items }) => ({
      id,
      at: toInstant(created),
      actor: author?.accountId ?? NO_ONE,
      changes: items.map(item => changeOf(item, names, statuses)),
    }));
}

function namesById(configuration: SiteConfiguration): Map<string, FieldName | AppFieldName> {
  return new Map(
    [...FIELD_NAMES, ...APP_FIELD_NAMES].flatMap(name => {
      const id = configuration.fields[name];
      return id === undefined ? [] : [[id, name] as const];
    }),
  );
}

/** What a move changes, by Jira's field ids. */
const MOVES: ReadonlyMap<string, 'workType' | 'space'> = new Map([
  ['issuetype', 'workType'],
  ['project', 'space'],
]);

function changeOf(
  item: HistoryAnswer['items'][number],
  names: ReadonlyMap<string, FieldName | AppFieldName>,
  statuses: ReadonlyMap<string, string>,
): Change {
  const id = item.fieldId ?? item.field;
  if (id === 'status') {
    const status = (key: string | null | undefined, shown: string | null | undefined) =>
      statuses.get(key ?? '') ?? shown ?? null;
    return { field: 'status', from: status(item.from, item.fromString), to: status(item.to, item.toString) };
  }
  const moved = MOVES.get(id);
  if (moved) return { field: moved, from: item.fromString ?? null, to: item.toString ?? null };
  if (id === 'summary' || id === 'description') return { field: id, from: null, to: null };
  if (id === 'attachment' || id === 'Attachment')
    return { field: 'attachment', from: item.from ?? null, to: item.to ?? null };
  if (id === 'reporter') return { field: 'reporter', from: item.from ?? null, to: item.to ?? null };
  const name = names.get(id);
  if (!name) return { field: 'other', from: null, to: null };
  // What is shown of a date depends on the site's settings; its value is the day itself.
  return typeOf(name) === 'user' || typeOf(name) === 'date'
    ? { field: name, from: item.from ?? null, to: item.to ?? null }
    : { field: name, from: item.fromString ?? null, to: item.toString ?? null };
}

function typeOf(name: FieldName | AppFieldName): 'user' | 'select' | 'text' | 'date' {
  return name in APP_FIELDS ? APP_FIELDS[name as AppFieldName].type : PEOPLE_FIELDS[name as FieldName].type;
}
