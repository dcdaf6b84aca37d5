import type { WorkType } from '../../../domain/work-type/work-type';
import { marked } from '../../domain/managed-mark';
import { findManaged, stateEntry } from '../managed-resource';
import type { ProvisioningStep } from '../provisioning-step';

/** The work types themselves. */
export function workTypesStep(workTypes: readonly WorkType[]): ProvisioningStep {
  return {
    key: 'work-types',
    title: 'Work types',
    specification: () => workTypes.map(wantedWorkType),
    async plan({ site, state }) {
      const existing = await site.workTypes();
      return workTypes.map(wantedWorkType).flatMap(wanted => {
        const create = () => site.createWorkType(wanted);
        const restore = (id: string) => site.changeWorkType({ ...wanted, id });
        const entry = stateEntry(state.workTypes, wanted.name);
        return findManaged({ ...wanted, what: 'work type', create, restore }, existing, entry).plan;
      });
    },
  };
}

function wantedWorkType({ name, description }: WorkType) {
  return { name, description: marked(description) };
}
