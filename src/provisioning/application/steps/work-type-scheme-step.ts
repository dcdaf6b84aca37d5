import type { WorkType } from '../../../domain/work-type/work-type';
import { marked } from '../../domain/managed-mark';
import { findManaged, stateEntry } from '../managed-resource';
import { required, type PlanEntry, type ProvisioningStep, type StepContext } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

export const WORK_TYPE_SCHEME = 'work type scheme';

const WANTED = {
  name: 'Remit: work types',
  description: marked('The work types of the space Governance.'),
};

/** Which work types the space has. */
export function workTypeSchemeStep(workTypes: readonly WorkType[]): ProvisioningStep {
  return {
    key: 'work-type-scheme',
    title: 'Work types of the space',
    specification: () => [WANTED, workTypes.map(({ name }) => name)],
    async plan(context) {
      const { site, state } = context;
      const idsOf = (some: readonly WorkType[]) =>
        some.map(({ name }) => required(state.workTypes[name], `work type ${name}`));
      const create = () => site.createWorkTypeScheme({ ...WANTED, workTypeIds: idsOf(workTypes) });
      const restore = (id: string) => site.nameWorkTypeScheme({ ...WANTED, id });
      const entry = stateEntry(state.resources, WORK_TYPE_SCHEME);
      const candidates = await site.findWorkTypeSchemes(WANTED.name, entry.get());
      const { found, plan } = findManaged(
        { ...WANTED, what: 'work type scheme', create, restore },
        candidates,
        entry,
      );
      if (!found) return plan;
      return [...plan, ...(await additions(context, workTypes, found.id, idsOf))];
    },
  };
}

async function additions(
  { site, state }: StepContext,
  workTypes: readonly WorkType[],
  schemeId: string,
  idsOf: (some: readonly WorkType[]) => string[],
): Promise<PlanEntry[]> {
  const present = await site.workTypesOfScheme(schemeId);
  const missing = workTypes.filter(({ name }) => !present.some(id => id === state.workTypes[name]));
  if (missing.length === 0) return [];
  const text = say`Add ${missing.map(({ name }) => name)} to the work types of the space`;
  return [{ text, apply: () => site.addToWorkTypeScheme(schemeId, idsOf(missing)) }];
}
