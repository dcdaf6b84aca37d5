import type { WorkType } from '../../../domain/work-type/work-type';
import type { ScreenScheme } from '../../ports/site-screens';
import { marked } from '../../domain/managed-mark';
import { findManaged, stateEntry } from '../managed-resource';
import {
  required,
  type PlannedChange,
  type PlanEntry,
  type ProvisioningStep,
  type StepContext,
} from '../provisioning-step';
import { screenName } from '../../domain/screen-design';
import { screenKey } from './screens-step';
import { say } from '../../../domain/shared/sentence';

export const SCREENS_BY_WORK_TYPE = 'work type screen scheme';

const WORK_TYPE_SCREEN_SCHEME = {
  name: 'Remit: screens by work type',
  description: marked('Which screens each work type has.'),
};

/** Which screens each work type has: a screen scheme for each, and the scheme that gives them out. */
export function screenSchemesStep(workTypes: readonly WorkType[]): ProvisioningStep {
  return {
    key: 'screen-schemes',
    title: 'Screens by work type',
    specification: () => [workTypes.map(screensOf), WORK_TYPE_SCREEN_SCHEME],
    async plan(context) {
      const plan: PlanEntry[] = [];
      for (const workType of workTypes) plan.push(...(await planScreenScheme(context, workType)));
      plan.push(...(await planWorkTypeScreenScheme(context, workTypes)));
      return plan;
    },
  };
}

function screensOf(workType: WorkType) {
  const named = (purpose: string) => screenName(workType, purpose);
  return {
    name: `Remit: ${workType.name}`,
    description: marked(`The screens of ${workType.name}.`),
    screens: { default: named('view'), create: named('create'), edit: named('edit'), view: named('view') },
  };
}

async function planScreenScheme(context: StepContext, workType: WorkType): Promise<PlanEntry[]> {
  const { site, state } = context;
  const { screens: names, ...wanted } = screensOf(workType);
  const idOf = (name: string) => required(state.resources[screenKey(name)], `screen ${name}`);
  const screens = () => ({
    default: idOf(names.default),
    create: idOf(names.create),
    edit: idOf(names.edit),
    view: idOf(names.view),
  });
  const create = () => site.createScreenScheme({ ...wanted, screens: screens() });
  const entry = stateEntry(state.resources, screenSchemeKey(workType));
  const candidates = await site.findScreenSchemes(wanted.name, entry.get());
  const restore = async (id: string) => {
    const present = candidates.find(scheme => scheme.id === id);
    if (present) await site.changeScreenScheme({ ...present, ...wanted });
  };
  const { found, plan } = findManaged(
    { ...wanted, what: 'screen scheme', create, restore },
    candidates,
    entry,
  );
  if (!found || sameScreens(found, names, state.resources)) return plan;
  const text = say`Restore the screens of ${workType.name} in their scheme`;
  return [
    ...plan,
    { text, apply: () => site.changeScreenScheme({ ...wanted, id: found.id, screens: screens() }) },
  ];
}

function sameScreens(
  { screens }: ScreenScheme,
  names: Record<string, string>,
  resources: Record<string, string>,
): boolean {
  const purposes = ['default', 'create', 'edit', 'view'] as const;
  return purposes.every(
    purpose =>
      screens[purpose] !== undefined && screens[purpose] === resources[screenKey(names[purpose] ?? '')],
  );
}

async function planWorkTypeScreenScheme(
  context: StepContext,
  workTypes: readonly WorkType[],
): Promise<PlanEntry[]> {
  const { site, state } = context;
  const wanted = WORK_TYPE_SCREEN_SCHEME;
  const create = () =>
    site.createWorkTypeScreenScheme({
      ...wanted,
      screenSchemes: screenSchemesByWorkType(context, workTypes),
    });
  const restore = (id: string) => site.nameWorkTypeScreenScheme({ ...wanted, id });
  const entry = stateEntry(state.resources, SCREENS_BY_WORK_TYPE);
  const candidates = await site.findWorkTypeScreenSchemes(wanted.name, entry.get());
  const { found, plan } = findManaged(
    { ...wanted, what: 'work type screen scheme', create, restore },
    candidates,
    entry,
  );
  if (!found) return plan;
  return [...plan, ...mappings(context, workTypes, found.id, await site.screenSchemesByWorkType(found.id))];
}

function mappings(
  context: StepContext,
  workTypes: readonly WorkType[],
  schemeId: string,
  present: Record<string, string>,
): PlannedChange[] {
  return workTypes.flatMap(workType => {
    const workTypeId = context.state.workTypes[workType.name];
    const screenSchemeId = context.state.resources[screenSchemeKey(workType)];
    if (workTypeId !== undefined && screenSchemeId !== undefined && present[workTypeId] === screenSchemeId)
      return [];
    const apply = () =>
      context.site.setScreenScheme(
        schemeId,
        required(context.state.workTypes[workType.name], `work type ${workType.name}`),
        required(context.state.resources[screenSchemeKey(workType)], `screen scheme of ${workType.name}`),
      );
    return [{ text: say`Assign its screens to the work type ${workType.name}`, apply }];
  });
}

/** Jira wants a default; no other work type is in the space, so it does not matter which. */
function screenSchemesByWorkType(
  { state }: StepContext,
  workTypes: readonly WorkType[],
): Record<string, string> {
  const schemes = workTypes.map(workType => ({
    workTypeId: required(state.workTypes[workType.name], `work type ${workType.name}`),
    screenSchemeId: required(state.resources[screenSchemeKey(workType)], `screen scheme of ${workType.name}`),
  }));
  return Object.fromEntries([
    ...schemes.slice(0, 1).map(({ screenSchemeId }) => ['default', screenSchemeId]),
    ...schemes.map(({ workTypeId, screenSchemeId }) => [workTypeId, screenSchemeId]),
  ]) as Record<string, string>;
}

function screenSchemeKey({ name }: WorkType): string {
  return `screen scheme of ${name}`;
}
