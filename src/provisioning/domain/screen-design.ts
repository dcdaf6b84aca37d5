import { APP_FIELDS, type AppFieldName, type FieldName } from '../../domain/work-type/fields';
import type { WorkType } from '../../domain/work-type/work-type';
import { marked } from './managed-mark';

/** A screen as designed: its fields in their order. */
export interface ScreenDesign {
  name: string;
  description: string;
  fields: readonly (SystemField | FieldName | AppFieldName)[];
}

export type SystemField = keyof typeof SYSTEM_FIELDS;

export const SYSTEM_FIELDS = {
  summary: 'Summary',
  description: 'Description',
  assignee: 'Assignee',
  reporter: 'Reporter',
  labels: 'Labels',
} as const;

/** The name of the screen of a work type for a purpose: `create`, `edit`, `view`, or a transition's name. */
export function screenName({ name }: WorkType, purpose: string): string {
  return `Remit: ${name}: ${purpose}`;
}

/** Read-only fields don't render where something is asked for, so only the view shows them. */
export function screenDesigns(workType: WorkType): ScreenDesign[] {
  const asked = ['summary', 'description', ...workType.createFields] as const;
  const supplied = workType.transitions.flatMap(({ screenFields }) => screenFields);
  const later = [...new Set(supplied)].filter(field => !workType.createFields.includes(field));
  const appFields = Object.keys(APP_FIELDS) as AppFieldName[];
  const design = (purpose: string, description: string, fields: ScreenDesign['fields']): ScreenDesign => ({
    name: screenName(workType, purpose),
    description: marked(description),
    fields,
  });
  return [
    design('create', 'The fields of a new ticket.', [...asked, 'labels']),
    design('edit', 'The fields that can be edited.', [...asked, 'labels', 'assignee', 'reporter']),
    design('view', 'The fields that a ticket shows.', [
      ...asked,
      ...later,
      ...appFields,
      'labels',
      'assignee',
      'reporter',
    ]),
    ...screensByName(workType).map(([name, fields]) =>
      design(name, `The fields of the transition "${name}".`, fields),
    ),
  ];
}

/** Transitions that share a name share a screen. */
function screensByName({ transitions }: WorkType): [name: string, fields: FieldName[]][] {
  const asking = transitions.filter(({ screenFields }) => screenFields.length > 0);
  const names = [...new Set(asking.map(({ name }) => name))];
  return names.map(name => {
    const fields = asking.filter(one => one.name === name).flatMap(({ screenFields }) => screenFields);
    return [name, [...new Set(fields)]];
  });
}
