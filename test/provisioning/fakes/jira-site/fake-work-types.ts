import type { SiteWorkTypes } from '../../../../src/provisioning/ports/site-work-types';
import { add, asResources, known, like, one, read, rename, type FakeSite } from './fake-state';

export function workTypesOf(fake: FakeSite): SiteWorkTypes {
  const { workTypes, workTypeSchemes } = fake.state;
  return {
    workTypes: () => read(workTypes),
    createWorkType: workType => fake.write('createWorkType', () => add(fake, workTypes, workType)),
    changeWorkType: workType =>
      fake.write('changeWorkType', () => void Object.assign(one(workTypes, workType.id), workType)),
    findWorkTypeSchemes: (name, id) =>
      read(asResources(known(workTypeSchemes, id) ?? like(workTypeSchemes, name))),
    nameWorkTypeScheme: scheme =>
      fake.write('nameWorkTypeScheme', () => {
        rename(workTypeSchemes, scheme);
      }),
    workTypesOfScheme: id => read(one(workTypeSchemes, id).workTypeIds),
    createWorkTypeScheme: scheme =>
      fake.write('createWorkTypeScheme', () =>
        add(fake, workTypeSchemes, { ...scheme, workTypeIds: [...scheme.workTypeIds] }),
      ),
    addToWorkTypeScheme: (id, ids) =>
      fake.write('addToWorkTypeScheme', () => void one(workTypeSchemes, id).workTypeIds.push(...ids)),
  };
}
