import type { WorkType } from '../../../domain/work-type/work-type';
import type { ScreenScheme } from '../../ports/jira-site';
import { marked } from '../../domain/mark';
import { findThing, note } from '../managed-resource';
import { noted, type Change, type Finding, type SetUpStep, type World } from '../set-up-step';
import { screenKey, screenName } from './screens-step';

export const SCREENS_BY_WORK_TYPE = 'work type screen scheme';

const WORK_TYPE_SCREEN_SCHEME = {
  name: 'Remit: screens by work type',
  description: marked('Which screens each work type has.'),
};

/** Which screens each work type has: a screen scheme for each, and the scheme that gives them out. */
export function screenSchemesStep(workTypes: readonly WorkType[]): SetUpStep {
  return {
    key: 'screen-schemes',
    title: 'Screens by work type',
    specification: () => [workTypes.map(screensOf), WORK_TYPE_SCREEN_SCHEME],
    async inspect(world) {
      const findings: Finding[] = [];
      for (const workType of workTypes) findings.push(...(await inspectScreenScheme(world, workType)));
      findings.push(...(await inspectWorkTypeScreenScheme(world, workTypes)));
      return findings;
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

async function inspectScreenScheme(world: World, workType: WorkType): Promise<Finding[]> {
  const { site, memory } = world;
  const { screens: names, ...wanted } = screensOf(workType);
  const idOf = (name: string) => noted(memory.made[screenKey(name)], `screen ${name}`);
  const screens = () => ({
    default: idOf(names.default),
    create: idOf(names.create),
    edit: idOf(names.edit),
    view: idOf(names.view),
  });
  const create = () => site.createScreenScheme({ ...wanted, screens: screens() });
  const place = note(memory.made, screenSchemeKey(workType));
  const candidates = await site.screenSchemesLike(wanted.name, place.get());
  const restore = async (id: string) => {
    const present = candidates.find(scheme => scheme.id === id);
    if (present) await site.changeScreenScheme({ ...present, ...wanted });
  };
  const { thing, findings } = findThing(
    { ...wanted, what: 'screen scheme', create, restore },
    candidates,
    place,
  );
  if (!thing || sameScreens(thing, names, memory.made)) return findings;
  const text = `Put the screens of ${workType.name} back into their scheme`;
  return [
    ...findings,
    { text, perform: () => site.changeScreenScheme({ ...wanted, id: thing.id, screens: screens() }) },
  ];
}

function sameScreens(
  { screens }: ScreenScheme,
  names: Record<string, string>,
  made: Record<string, string>,
): boolean {
  const purposes = ['default', 'create', 'edit', 'view'] as const;
  return purposes.every(
    purpose => screens[purpose] !== undefined && screens[purpose] === made[screenKey(names[purpose] ?? '')],
  );
}

async function inspectWorkTypeScreenScheme(world: World, workTypes: readonly WorkType[]): Promise<Finding[]> {
  const { site, memory } = world;
  const wanted = WORK_TYPE_SCREEN_SCHEME;
  const create = () =>
    site.createWorkTypeScreenScheme({ ...wanted, screenSchemes: screenSchemesByWorkType(world, workTypes) });
  const restore = (id: string) => site.nameWorkTypeScreenScheme({ ...wanted, id });
  const place = note(memory.made, SCREENS_BY_WORK_TYPE);
  const candidates = await site.workTypeScreenSchemesLike(wanted.name, place.get());
  const { thing, findings } = findThing(
    { ...wanted, what: 'work type screen scheme', create, restore },
    candidates,
    place,
  );
  if (!thing) return findings;
  return [...findings, ...mappings(world, workTypes, thing.id, await site.screenSchemesByWorkType(thing.id))];
}

function mappings(
  world: World,
  workTypes: readonly WorkType[],
  schemeId: string,
  present: Record<string, string>,
): Change[] {
  return workTypes.flatMap(workType => {
    const workTypeId = world.memory.workTypes[workType.name];
    const screenSchemeId = world.memory.made[screenSchemeKey(workType)];
    if (workTypeId !== undefined && screenSchemeId !== undefined && present[workTypeId] === screenSchemeId)
      return [];
    const perform = () =>
      world.site.setScreenScheme(
        schemeId,
        noted(world.memory.workTypes[workType.name], `work type ${workType.name}`),
        noted(world.memory.made[screenSchemeKey(workType)], `screen scheme of ${workType.name}`),
      );
    return [{ text: `Give the work type ${workType.name} its screens`, perform }];
  });
}

/** Jira wants a default; no other work type is in the space, so it does not matter which. */
function screenSchemesByWorkType({ memory }: World, workTypes: readonly WorkType[]): Record<string, string> {
  const schemes = workTypes.map(workType => ({
    workTypeId: noted(memory.workTypes[workType.name], `work type ${workType.name}`),
    screenSchemeId: noted(memory.made[screenSchemeKey(workType)], `screen scheme of ${workType.name}`),
  }));
  return Object.fromEntries([
    ...schemes.slice(0, 1).map(({ screenSchemeId }) => ['default', screenSchemeId]),
    ...schemes.map(({ workTypeId, screenSchemeId }) => [workTypeId, screenSchemeId]),
  ]) as Record<string, string>;
}

function screenSchemeKey({ name }: WorkType): string {
  return `screen scheme of ${name}`;
}
