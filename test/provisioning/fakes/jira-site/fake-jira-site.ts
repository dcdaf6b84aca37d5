/**
 * A Jira site in memory, for set-up: as strict about names as Jira is, and each write can be cut before it takes
 * effect, or after, when only its answer is lost.
 */
import type { Resource } from '../../../../src/provisioning/domain/resource';
import type { JiraSite } from '../../../../src/provisioning/ports/jira-site';
import type { PermissionsInForce } from '../../../../src/provisioning/ports/permissions-in-force';
import type { WorkflowsInForce } from '../../../../src/provisioning/ports/workflows-in-force';
import { accountsOf, resolutionsOf } from './fake-accounts';
import { fieldsOf } from './fake-fields';
import { projectsOf } from './fake-projects';
import { screensOf } from './fake-screens';
import { one, read, type FakeSite, type FakeState } from './fake-state';
import { workTypesOf } from './fake-work-types';
import { workflowsOf } from './fake-workflows';
import { FakeRefusal, Writes } from './fake-writes';

export { Interruption, Writes } from './fake-writes';

export const FAKE_APP = { appId: 'app-1', environmentId: 'env-1' };

export class FakeJiraSite implements FakeSite {
  readonly writes: Writes;
  readonly state: FakeState = {
    fields: [],
    resolutions: [],
    screens: [],
    screenSchemes: [],
    workTypeScreenSchemes: [],
    workTypes: [],
    workTypeSchemes: [],
    statuses: [],
    workflows: [],
    workflowSchemes: [],
    permissionSchemes: [],
    projects: [],
    panels: [],
  };
  tellsPanels = true;
  roles: Resource[] = [
    { id: '10002', name: 'Administrators', description: '' },
    { id: '10003', name: 'atlassian-addons-project-access', description: '' },
  ];
  /** What Jira says about every new workflow. */
  workflowProblems: string[] = [];
  appAccount = '712020:app';
  lacking: Record<string, string[]> = {};
  private lastId = 10_000;

  constructor(writes = new Writes()) {
    this.writes = writes;
  }

  nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  /** The fields that come with the app when it is installed. */
  installFields(moduleKeys: readonly string[]): void {
    for (const moduleKey of moduleKeys) {
      const appField = { ...FAKE_APP, moduleKey };
      const id = `customfield_${this.nextId()}`;
      this.state.fields.push({ id, name: moduleKey, description: '', type: null, appField, contexts: [] });
    }
  }

  /** The port, over this state. */
  port(): JiraSite {
    return {
      ...accountsOf(this),
      ...fieldsOf(this),
      ...resolutionsOf(this),
      ...screensOf(this),
      ...workTypesOf(this),
      ...workflowsOf(this),
      ...projectsOf(this),
      reasonOf,
    };
  }

  /** The workflows that the work types of a space follow, in memory as well. */
  workflowsInForce(): WorkflowsInForce {
    return {
      read: (projectId, workTypeIds) => {
        const { projects, workflows, workflowSchemes } = this.state;
        const schemeId = one(projects, projectId)['workflowSchemeId'] ?? '';
        const names = one(workflowSchemes, schemeId).workflows;
        const followed = new Set(workTypeIds.map(id => names[id]));
        return read(workflows.filter(({ name }) => followed.has(name)));
      },
    };
  }

  /** Who may do what in a space, in memory as well. */
  permissionsInForce(): PermissionsInForce {
    return {
      read: projectId => {
        const { projects, permissionSchemes } = this.state;
        const scheme = one(permissionSchemes, one(projects, projectId)['permissionSchemeId'] ?? '');
        return read({ scheme, roles: this.roles });
      },
    };
  }

  write<T>(operation: string, effect: () => T): Promise<T> {
    return this.writes.through(operation, effect);
  }
}

function reasonOf(fault: unknown): string | undefined {
  return fault instanceof FakeRefusal ? fault.message : undefined;
}
