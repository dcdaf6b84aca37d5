import {
  APP_FIELDS,
  PEOPLE_FIELDS,
  type AppFieldName,
  type FieldName,
} from '../../../domain/work-type/fields';
import type { WorkType } from '../../../domain/work-type/work-type';
import { marked } from '../../domain/mark';
import { findThing, note } from '../managed-resource';
import { noted, type Change, type Finding, type SetUpStep, type World } from '../set-up-step';

/** A screen as it should be: its fields in their order. */
export interface ScreenDesign {
  name: string;
  description: string;
  fields: readonly (SystemField | FieldName | AppFieldName)[];
}

type SystemField = keyof typeof SYSTEM_FIELDS;

const SYSTEM_FIELDS = {
  summary: 'Summary',
  description: 'Description',
  assignee: 'Assignee',
  reporter: 'Reporter',
  labels: 'Labels',
} as const;

/** The screens of one work type: to create, to edit, to view, and one for each transition that asks for something. */
export function screensStep(workType: WorkType): SetUpStep {
  return {
    key: `screens: ${workType.name}`,
    title: `Screens of ${workType.name}`,
    specification: () => screenDesigns(workType),
    async inspect(world) {
      const findings: Finding[] = [];
      for (const design of screenDesigns(workType)) findings.push(...(await inspectScreen(world, design)));
      return findings;
    },
  };
}

/** The name of the screen of a work type for a purpose: `create`, `edit`, `view`, or a transition's name. */
export function screenName({ name }: WorkType, purpose: string): string {
  return `Remit: ${name}: ${purpose}`;
}

/** The place in set-up's memory of the screen of that name. */
export function screenKey(name: string): string {
  return `screen ${name}`;
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
    design('create', 'What a new ticket is asked for.', [...asked, 'labels']),
    design('edit', 'What can be changed of a ticket.', [...asked, 'labels', 'assignee', 'reporter']),
    design('view', 'What a ticket shows.', [
      ...asked,
      ...later,
      ...appFields,
      'labels',
      'assignee',
      'reporter',
    ]),
    ...screensByName(workType).map(([name, fields]) => design(name, `What "${name}" asks for.`, fields)),
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

async function inspectScreen(world: World, design: ScreenDesign): Promise<Finding[]> {
  const { site, memory } = world;
  const create = () => site.createScreen(design);
  const restore = (id: string) => site.nameScreen({ ...design, id });
  const place = note(memory.made, screenKey(design.name));
  const candidates = await site.screensLike(design.name, place.get());
  const wanted = { ...design, what: 'screen', create, restore };
  const { thing: screen, findings } = findThing(wanted, candidates, place);
  const present = screen ? await fieldsOf(world, screen.id) : [];
  return [...findings, ...additions(world, design, present)];
}

/** On whatever tab they are: an administrator may have sorted them. */
async function fieldsOf({ site }: World, screenId: string): Promise<string[]> {
  const fields: string[] = [];
  for (const { id } of await site.screenTabs(screenId)) fields.push(...(await site.tabFields(screenId, id)));
  return fields;
}

function additions({ site, memory }: World, design: ScreenDesign, present: readonly string[]): Change[] {
  const idOf = (field: ScreenDesign['fields'][number]) =>
    isSystemField(field) ? field : memory.fields[field];
  const missing = design.fields.filter(field => !present.some(id => id === idOf(field)));
  return missing.map(field => ({
    text: `Add the field ${titleOf(field)} to the screen ${design.name}`,
    perform: async () => {
      const screenId = noted(memory.made[screenKey(design.name)], `screen ${design.name}`);
      // Jira makes the first tab with the screen.
      const [tab] = await site.screenTabs(screenId);
      await site.addTabField(
        screenId,
        noted(tab?.id, `tab of the screen ${design.name}`),
        noted(idOf(field), `field ${titleOf(field)}`),
      );
    },
  }));
}

function titleOf(field: ScreenDesign['fields'][number]): string {
  return { ...SYSTEM_FIELDS, ...titles(PEOPLE_FIELDS), ...titles(APP_FIELDS) }[field];
}

function titles<Name extends string>(fields: Record<Name, { name: string }>): Record<Name, string> {
  const entries = Object.entries<{ name: string }>(fields).map(([key, { name }]) => [key, name]);
  return Object.fromEntries(entries) as Record<Name, string>;
}

function isSystemField(field: string): field is SystemField {
  return field in SYSTEM_FIELDS;
}
