import type { WorkType } from '../../../domain/work-type/work-type';
import { marked } from '../../domain/mark';
import { findThing, note } from '../managed-resource';
import { noted, type Finding, type SetUpStep, type World } from '../set-up-step';

export const WORK_TYPE_SCHEME = 'work type scheme';

const WANTED = {
  name: 'Remit: work types',
  description: marked('The work types of the space Governance.'),
};

/** Which work types the space has. */
export function workTypeSchemeStep(workTypes: readonly WorkType[]): SetUpStep {
  return {
    key: 'work-type-scheme',
    title: 'Work types of the space',
    specification: () => [WANTED, workTypes.map(({ name }) => name)],
    async inspect(world) {
      const { site, memory } = world;
      const idsOf = (some: readonly WorkType[]) =>
        some.map(({ name }) => noted(memory.workTypes[name], `work type ${name}`));
      const create = () => site.createWorkTypeScheme({ ...WANTED, workTypeIds: idsOf(workTypes) });
      const restore = (id: string) => site.nameWorkTypeScheme({ ...WANTED, id });
      const place = note(memory.made, WORK_TYPE_SCHEME);
      const candidates = await site.workTypeSchemesLike(WANTED.name, place.get());
      const { thing, findings } = findThing(
        { ...WANTED, what: 'work type scheme', create, restore },
        candidates,
        place,
      );
      if (!thing) return findings;
      return [...findings, ...(await additions(world, workTypes, thing.id, idsOf))];
    },
  };
}

async function additions(
  { site, memory }: World,
  workTypes: readonly WorkType[],
  schemeId: string,
  idsOf: (some: readonly WorkType[]) => string[],
): Promise<Finding[]> {
  const present = await site.workTypesOfScheme(schemeId);
  const missing = workTypes.filter(({ name }) => !present.some(id => id === memory.workTypes[name]));
  if (missing.length === 0) return [];
  const text = `Add ${missing.map(({ name }) => name).join(', ')} to the work types of the space`;
  return [{ text, perform: () => site.addToWorkTypeScheme(schemeId, idsOf(missing)) }];
}
