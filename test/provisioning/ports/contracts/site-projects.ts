import { expect, it } from '@jest/globals';
import type { Grant, NewProject } from '../../../../src/provisioning/ports/site-projects';
import { isRefused, useSite, type OpenSite } from './site-under-test.ts';

const PANEL = 'responsibility-panel';

/** Spaces, their permissions and panels. */
export function projectsContract(open: OpenSite): void {
  const opened = useSite(open);

  const grant = (permission: string, holder: Grant['holder']): Grant => ({ permission, holder });

  /** The schemes that a space is made of. */
  async function schemes(name: string): Promise<Omit<NewProject, 'key' | 'lead' | 'name' | 'description'>> {
    const { site } = opened();
    const texts = { name, description: '' };
    const workType = await site.createWorkType(texts);
    const screen = await site.createScreen(texts);
    const screenScheme = await site.createScreenScheme({ ...texts, screens: { default: screen } });
    return {
      workTypeSchemeId: await site.createWorkTypeScheme({ ...texts, workTypeIds: [workType] }),
      workTypeScreenSchemeId: await site.createWorkTypeScreenScheme({
        ...texts,
        screenSchemes: { default: screenScheme },
      }),
      workflowSchemeId: await site.createWorkflowScheme({
        ...texts,
        defaultWorkflow: 'jira',
        workflows: {},
      }),
      permissionSchemeId: await site.createPermissionScheme({
        ...texts,
        grants: [grant('BROWSE_PROJECTS', { type: 'anyone signed in' })],
      }),
    };
  }

  async function space(key = 'OURS', made?: Awaited<ReturnType<typeof schemes>>): Promise<string> {
    const { site, administrator } = opened();
    const given = made ?? (await schemes(key));
    return site.createProject({ ...given, key, name: key, description: 'A space.', lead: administrator });
  }

  it('has a space under its id and its key, and none that was not made', async () => {
    const { site } = opened();
    const id = await space();
    const made = { id, key: 'OURS', name: 'OURS', description: 'A space.' };
    expect(await site.project(id)).toEqual(made);
    expect(await site.project('OURS')).toEqual(made);
    expect(await site.project('THEIRS')).toBeUndefined();
  });

  it('has each key once', async () => {
    const { site } = opened();
    await space();
    expect(await isRefused(site, space('OURS', await schemes('others')))).toBe(true);
  });

  it('says which schemes a space has, and gives it others', async () => {
    const { site } = opened();
    const made = await schemes('first');
    const id = await space('OURS', made);
    expect(await site.schemesOfProject(id)).toEqual({
      workTypeScheme: made.workTypeSchemeId,
      workTypeScreenScheme: made.workTypeScreenSchemeId,
      workflowScheme: made.workflowSchemeId,
      permissionScheme: made.permissionSchemeId,
    });
    const { permissionSchemeId } = await schemes('second');
    await site.setSchemeOfProject(id, 'permissionScheme', permissionSchemeId);
    expect(await site.schemesOfProject(id)).toMatchObject({ permissionScheme: permissionSchemeId });
  });

  it('has a scheme of permissions with its grants, those that were added, and without those that were removed', async () => {
    const { site } = opened();
    const roles = await site.projectRoles();
    const administrators = roles.find(({ name }) => name === 'Administrators');
    expect(roles.map(({ name }) => name)).toContain('atlassian-addons-project-access');
    const owner = await site.createField({ name: 'Owner', description: '', type: 'user' });
    const grants: Grant[] = [
      grant('BROWSE_PROJECTS', { type: 'anyone signed in' }),
      grant('EDIT_ISSUES', { type: 'reporter' }),
      grant('EDIT_ISSUES', { type: 'assignee' }),
      grant('EDIT_ISSUES', { type: 'user field', fieldId: owner }),
      grant('ADMINISTER_PROJECTS', { type: 'project lead' }),
      grant('ADMINISTER_PROJECTS', { type: 'project role', roleId: administrators?.id ?? '' }),
    ];
    const id = await site.createPermissionScheme({ name: 'Ours', description: 'Who may.', grants });
    const added = grant('ADD_COMMENTS', { type: 'anyone signed in' });
    await site.addGrant(id, added);
    await site.namePermissionScheme({ id, name: 'Renamed', description: 'Who might.' });
    const read = async () => (await site.permissionSchemes()).find(scheme => scheme.id === id);
    const found = await read();
    const withId = (one: Grant) => ({ ...one, id: expect.any(String) });
    expect(found).toMatchObject({ name: 'Renamed', description: 'Who might.' });
    expect(found?.grants).toHaveLength(grants.length + 1);
    expect(found?.grants).toEqual(expect.arrayContaining([...grants, added].map(withId)));
    const toReporter = found?.grants.find(({ holder }) => holder.type === 'reporter');
    await site.removeGrant(id, toReporter?.id ?? '');
    expect((await read())?.grants).toEqual(found?.grants.filter(one => one !== toReporter));
  });

  it('shows a panel on every ticket of a space once it is asked to, and does no harm when asked again', async () => {
    const { site } = opened();
    const id = await space();
    expect(await site.showsPanel(id, PANEL)).toBe(false);
    for (let time = 0; time < 2; time += 1) {
      await site.showPanel(id, PANEL);
      expect(await site.showsPanel(id, PANEL)).toBe(true);
    }
  });

  it('knows the account of the app', async () => {
    const account = await opened().site.appAccount();
    expect(account).not.toBe(opened().administrator);
    expect(account).toMatch(/^[\w:.-]+$/);
  });

  it('does not take a fault for a refusal', () => {
    expect(opened().site.reasonOf(new Error('The network is gone.'))).toBeUndefined();
  });
}
