import { expect, it } from '@jest/globals';
import { isRefused, useSite, type OpenSite } from './site-under-test.ts';

const texts = (name: string) => ({ name, description: `About ${name}.` });

/** Screens, work types, and the schemes that say which work type has which screens. */
export function screensContract(open: OpenSite): void {
  const opened = useSite(open);

  async function screen(name: string): Promise<string> {
    return opened().site.createScreen(texts(name));
  }

  it('has a screen with one tab, and the fields on it in the order in which they were added', async () => {
    const { site } = opened();
    const id = await screen('Ours: create');
    const [tab, ...others] = await site.screenTabs(id);
    if (!tab || others.length > 0) throw new Error('A screen begins with one tab.');
    expect(await site.tabFields(id, tab.id)).toEqual([]);
    await site.addTabField(id, tab.id, 'summary');
    await site.addTabField(id, tab.id, 'description');
    expect(await site.tabFields(id, tab.id)).toEqual(['summary', 'description']);
    expect(await isRefused(site, site.addTabField(id, tab.id, 'summary'))).toBe(true);
  });

  it('finds a screen by its id, whatever it is called, and else by its name', async () => {
    const { site } = opened();
    const id = await screen('Ours: create');
    const other = await screen('Ours: edit');
    await site.nameScreen({ ...texts('Theirs'), id });
    expect(await site.findScreens('Ours: create', id)).toEqual([{ ...texts('Theirs'), id }]);
    expect(await site.findScreens('Ours: edit')).toEqual([{ ...texts('Ours: edit'), id: other }]);
    expect(await site.findScreens('Ours: edit', '999999')).toMatchObject([{ id: other }]);
    expect(await site.findScreens('Of no one')).toEqual([]);
  });

  it('has a scheme of screens, and those that it was given later', async () => {
    const { site } = opened();
    const [view, create] = [await screen('Ours: view'), await screen('Ours: create')];
    const scheme = { ...texts('Ours'), screens: { default: view, create, edit: view, view } };
    const id = await site.createScreenScheme(scheme);
    expect(await site.findScreenSchemes('Ours', id)).toEqual([{ ...scheme, id }]);
    const changed = { ...scheme, id, screens: { ...scheme.screens, create: view } };
    await site.changeScreenScheme(changed);
    expect(await site.findScreenSchemes('Ours')).toEqual([changed]);
  });

  it('has work types, each of its own name', async () => {
    const { site } = opened();
    const id = await site.createWorkType(texts('Wish'));
    expect(await site.workTypes()).toContainEqual({ ...texts('Wish'), id });
    await site.changeWorkType({ ...texts('Desire'), id });
    expect(await site.workTypes()).toContainEqual({ ...texts('Desire'), id });
    expect(await isRefused(site, site.createWorkType(texts('Desire')))).toBe(true);
  });

  it('has a scheme of work types, with those that were added to it', async () => {
    const { site } = opened();
    const [one, two] = [await site.createWorkType(texts('Wish')), await site.createWorkType(texts('Plea'))];
    const id = await site.createWorkTypeScheme({ ...texts('Ours'), workTypeIds: [one] });
    await site.addToWorkTypeScheme(id, [two]);
    expect((await site.workTypesOfScheme(id)).sort()).toEqual([one, two].sort());
    await site.nameWorkTypeScheme({ ...texts('Renamed'), id });
    expect(await site.findWorkTypeSchemes('Ours', id)).toEqual([{ ...texts('Renamed'), id }]);
  });

  it('says which screens each work type has, and those of all others', async () => {
    const { site } = opened();
    const [wish, plea] = [await site.createWorkType(texts('Wish')), await site.createWorkType(texts('Plea'))];
    const view = await screen('Ours: view');
    const [first, second] = [
      await site.createScreenScheme({ ...texts('First'), screens: { default: view } }),
      await site.createScreenScheme({ ...texts('Second'), screens: { default: view } }),
    ];
    const screenSchemes = { default: first, [wish]: first };
    const id = await site.createWorkTypeScreenScheme({ ...texts('Ours'), screenSchemes });
    expect(await site.screenSchemesByWorkType(id)).toEqual(screenSchemes);
    await site.setScreenScheme(id, plea, second);
    expect(await site.screenSchemesByWorkType(id)).toEqual({ ...screenSchemes, [plea]: second });
    await site.nameWorkTypeScreenScheme({ ...texts('Renamed'), id });
    expect(await site.findWorkTypeScreenSchemes('Ours', id)).toEqual([{ ...texts('Renamed'), id }]);
  });
}
