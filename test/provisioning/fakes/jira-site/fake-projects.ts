import type { SitePanels } from '../../../../src/provisioning/ports/site-panels';
import type { Grant, SiteProjects } from '../../../../src/provisioning/ports/site-projects';
import { add, one, read, rename, type FakeSite } from './fake-state';
import { FakeRefusal } from './fake-writes';

export function projectsOf(fake: FakeSite): SiteProjects & SitePanels {
  const { permissionSchemes, projects } = fake.state;
  return {
    permissionSchemes: () => read(permissionSchemes),
    createPermissionScheme: scheme =>
      fake.write('createPermissionScheme', () =>
        add(fake, permissionSchemes, { ...scheme, grants: scheme.grants.map(grant => kept(fake, grant)) }),
      ),
    namePermissionScheme: scheme =>
      fake.write('namePermissionScheme', () => {
        rename(permissionSchemes, scheme);
      }),
    addGrant: (id, grant) =>
      fake.write('addGrant', () => {
        const scheme = one(permissionSchemes, id);
        scheme.grants = [...scheme.grants, kept(fake, grant)];
      }),
    removeGrant: (id, grantId) =>
      fake.write('removeGrant', () => {
        const scheme = one(permissionSchemes, id);
        scheme.grants = scheme.grants.filter(grant => grant.id !== grantId);
      }),
    projectRoles: () => read([...fake.roles]),
    project: idOrKey => {
      const found = projects.find(({ id, key }) => id === idOrKey || key === idOrKey);
      if (!found) return read(undefined);
      const { id, key, name, description } = found;
      return read({ id, key, name, description });
    },
    createProject: project =>
      fake.write('createProject', () => {
        if (projects.some(({ key }) => key === project.key)) throw new FakeRefusal('The key is taken.');
        return add(fake, projects, { ...project });
      }),
    schemesOfProject: projectId => {
      const project = one(projects, projectId);
      return read({
        workTypeScheme: project['workTypeSchemeId'] ?? null,
        workTypeScreenScheme: project['workTypeScreenSchemeId'] ?? null,
        workflowScheme: project['workflowSchemeId'] ?? null,
        permissionScheme: project['permissionSchemeId'] ?? null,
      });
    },
    setSchemeOfProject: (projectId, kind, schemeId) =>
      fake.write('setSchemeOfProject', () => {
        one(projects, projectId)[`${kind}Id`] = schemeId;
      }),
    showsPanel: (projectId, moduleKey) =>
      read(fake.tellsPanels ? fake.state.panels.includes(`${moduleKey} in ${projectId}`) : undefined),
    showPanel: (projectId, moduleKey) =>
      fake.write('showPanel', () => {
        const pinned = `${moduleKey} in ${one(projects, projectId).id}`;
        if (!fake.state.panels.includes(pinned)) fake.state.panels.push(pinned);
      }),
    permissionsLacking: (accountId, _projectId, permissions) =>
      read(permissions.filter(permission => fake.lacking[accountId]?.includes(permission) ?? false)),
  };
}

function kept(fake: FakeSite, grant: Grant): Grant & { id: string } {
  return { ...grant, id: fake.nextId() };
}
