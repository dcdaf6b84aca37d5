import { APP_FIELDS, PEOPLE_FIELDS } from '../../../domain/work-type/fields';
import type { WorkType } from '../../../domain/work-type/work-type';
import {
  screenDesigns,
  SYSTEM_FIELDS,
  type ScreenDesign,
  type SystemField,
} from '../../domain/screen-design';
import { findManaged, stateEntry } from '../managed-resource';
import {
  required,
  type PlannedChange,
  type PlanEntry,
  type ProvisioningStep,
  type StepContext,
} from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

/** The screens of one work type: to create, to edit, to view, and one for each transition that asks for something. */
export function screensStep(workType: WorkType): ProvisioningStep {
  return {
    key: `screens: ${workType.name}`,
    title: say`Screens of ${workType.name}`,
    specification: () => screenDesigns(workType),
    async plan(context) {
      const plan: PlanEntry[] = [];
      for (const design of screenDesigns(workType)) plan.push(...(await planScreen(context, design)));
      return plan;
    },
  };
}

/** The key in the state of the screen of that name. */
export function screenKey(name: string): string {
  return `screen ${name}`;
}

async function planScreen(context: StepContext, design: ScreenDesign): Promise<PlanEntry[]> {
  const { site, state } = context;
  const create = () => site.createScreen(design);
  const restore = (id: string) => site.nameScreen({ ...design, id });
  const entry = stateEntry(state.resources, screenKey(design.name));
  const candidates = await site.findScreens(design.name, entry.get());
  const wanted = { ...design, what: 'screen', create, restore };
  const { found: screen, plan } = findManaged(wanted, candidates, entry);
  const present = screen ? await fieldsOf(context, screen.id) : [];
  return [...plan, ...additions(context, design, present)];
}

/** On whatever tab they are: an administrator may have sorted them. */
async function fieldsOf({ site }: StepContext, screenId: string): Promise<string[]> {
  const fields: string[] = [];
  for (const { id } of await site.screenTabs(screenId)) fields.push(...(await site.tabFields(screenId, id)));
  return fields;
}

function additions(
  { site, state }: StepContext,
  design: ScreenDesign,
  present: readonly string[],
): PlannedChange[] {
  const idOf = (field: ScreenDesign['fields'][number]) =>
    isSystemField(field) ? field : state.fields[field];
  const missing = design.fields.filter(field => !present.some(id => id === idOf(field)));
  return missing.map(field => ({
    text: say`Add the field ${titleOf(field)} to the screen ${design.name}`,
    apply: async () => {
      const screenId = required(state.resources[screenKey(design.name)], `screen ${design.name}`);
      // Jira makes the first tab with the screen.
      const [tab] = await site.screenTabs(screenId);
      await site.addTabField(
        screenId,
        required(tab?.id, say`tab of the screen ${design.name}`),
        required(idOf(field), `field ${titleOf(field)}`),
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
