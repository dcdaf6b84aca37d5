import type { AccountId } from '../shared/account';
import { isUserField } from '../work-type/fields';
import type { ScreenChanges, Ticket } from './ticket';

/** Everyone a ticket names, names on the screen, or ever named: anyone who may come on record with it. */
export function peopleOf(ticket: Ticket, screen: ScreenChanges): AccountId[] {
  const { creator, reporter, assignee, fields, appFields, history } = ticket;
  const changes = history.flatMap(entry => entry.changes);
  const valued = [fields, appFields, screen.fields].flatMap(values =>
    Object.entries(values).flatMap(([field, value]) => (isUserField(field) ? value : [])),
  );
  const people = [
    ...[creator, reporter, assignee, screen.reporter ?? null],
    ...history.map(({ actor }) => actor),
    ...changes.flatMap(({ field, from, to }) =>
      field === 'reporter' || isUserField(field) ? [from, to] : [],
    ),
    ...valued,
  ];
  return [...new Set(people.filter(person => person !== null))];
}
