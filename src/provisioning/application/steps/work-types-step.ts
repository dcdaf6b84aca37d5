import type { WorkType } from '../../../domain/work-type/work-type';
import { marked } from '../../domain/mark';
import { findThing, note } from '../managed-resource';
import type { SetUpStep } from '../set-up-step';

/** The work types themselves. */
export function workTypesStep(workTypes: readonly WorkType[]): SetUpStep {
  return {
    key: 'work-types',
    title: 'Work types',
    specification: () => workTypes.map(wantedWorkType),
    async inspect({ site, memory }) {
      const existing = await site.workTypes();
      return workTypes.map(wantedWorkType).flatMap(wanted => {
        const create = () => site.createWorkType(wanted);
        const restore = (id: string) => site.changeWorkType({ ...wanted, id });
        const place = note(memory.workTypes, wanted.name);
        return findThing({ ...wanted, what: 'work type', create, restore }, existing, place).findings;
      });
    },
  };
}

function wantedWorkType({ name, description }: WorkType) {
  return { name, description: marked(description) };
}
