import type { NewResource, Resource } from '../domain/resource';

/** Spaces, their permissions and roles. */
export interface SiteProjects {
  permissionSchemes(): Promise<PermissionScheme[]>;
  createPermissionScheme(scheme: NewResource & { grants: readonly Grant[] }): Promise<string>;
  namePermissionScheme(scheme: Resource): Promise<void>;
  addGrant(permissionSchemeId: string, grant: Grant): Promise<void>;
  removeGrant(permissionSchemeId: string, grantId: string): Promise<void>;
  projectRoles(): Promise<Resource[]>;
  project(idOrKey: string): Promise<Project | undefined>;
  createProject(project: NewProject): Promise<string>;
  schemesOfProject(projectId: string): Promise<SpaceSchemes>;
  /** Gives a space a scheme. Where that would move tickets to other statuses or work types, Jira refuses it. */
  setSchemeOfProject(projectId: string, kind: keyof SpaceSchemes, schemeId: string): Promise<void>;
  /** Which of these permissions the account lacks in the space. */
  permissionsLacking(accountId: string, projectId: string, permissions: readonly string[]): Promise<string[]>;
}

export interface PermissionScheme extends Resource {
  grants: readonly (Grant & { id: string })[];
}

export interface Grant {
  permission: string;
  holder: GrantHolder;
}

export type GrantHolder =
  | { type: 'anyone signed in' }
  | { type: 'project lead' }
  | { type: 'reporter' }
  | { type: 'assignee' }
  /** The person who stands in a user field, by its id. */
  | { type: 'user field'; fieldId: string }
  | { type: 'project role'; roleId: string }
  /** Any other, in words. */
  | { type: 'other'; who: string };

export interface Project extends Resource {
  key: string;
}

/** A company-managed business project, with the schemes it begins with. */
export interface NewProject extends NewResource {
  key: string;
  /** Account id. */
  lead: string;
  workTypeSchemeId: string;
  workTypeScreenSchemeId: string;
  workflowSchemeId: string;
  permissionSchemeId: string;
}

/** The ids of the schemes that a space has; null where Jira's own default has none. */
export interface SpaceSchemes {
  workTypeScheme: string | null;
  workTypeScreenScheme: string | null;
  workflowScheme: string | null;
  permissionScheme: string | null;
}
