import type { SiteScreens } from '../../../../src/provisioning/ports/site-screens';
import { add, asResources, known, like, one, read, rename, type FakeSite } from './fake-state';
import { FakeRefusal } from './fake-writes';

export function screensOf(fake: FakeSite): SiteScreens {
  const { screens, screenSchemes, workTypeScreenSchemes } = fake.state;
  return {
    findScreens: (name, id) => read(asResources(known(screens, id) ?? like(screens, name))),
    nameScreen: screen =>
      fake.write('nameScreen', () => {
        rename(screens, screen);
      }),
    createScreen: screen =>
      fake.write('createScreen', () => {
        const tabs = [{ id: fake.nextId(), name: 'Field Tab', fields: [] }];
        return add(fake, screens, { ...screen, tabs });
      }),
    screenTabs: screenId => read(one(screens, screenId).tabs.map(({ id, name }) => ({ id, name }))),
    tabFields: (screenId, tabId) => read(one(one(screens, screenId).tabs, tabId).fields),
    addTabField: (screenId, tabId, fieldId) =>
      fake.write('addTabField', () => {
        const { tabs } = one(screens, screenId);
        if (tabs.some(({ fields }) => fields.includes(fieldId)))
          throw new FakeRefusal('Already on the screen.');
        one(tabs, tabId).fields.push(fieldId);
      }),
    findScreenSchemes: (name, id) => read(known(screenSchemes, id) ?? like(screenSchemes, name)),
    createScreenScheme: scheme =>
      fake.write('createScreenScheme', () => {
        for (const id of Object.values(scheme.screens)) one(screens, id);
        return add(fake, screenSchemes, scheme);
      }),
    changeScreenScheme: scheme =>
      fake.write('changeScreenScheme', () => void Object.assign(one(screenSchemes, scheme.id), scheme)),
    findWorkTypeScreenSchemes: (name, id) =>
      read(asResources(known(workTypeScreenSchemes, id) ?? like(workTypeScreenSchemes, name))),
    nameWorkTypeScreenScheme: scheme =>
      fake.write('nameWorkTypeScreenScheme', () => {
        rename(workTypeScreenSchemes, scheme);
      }),
    screenSchemesByWorkType: id => read(one(workTypeScreenSchemes, id).screenSchemes),
    createWorkTypeScreenScheme: scheme =>
      fake.write('createWorkTypeScreenScheme', () => add(fake, workTypeScreenSchemes, scheme)),
    setScreenScheme: (id, workTypeId, screenSchemeId) =>
      fake.write('setScreenScheme', () => {
        one(workTypeScreenSchemes, id).screenSchemes[workTypeId] = one(screenSchemes, screenSchemeId).id;
      }),
  };
}
