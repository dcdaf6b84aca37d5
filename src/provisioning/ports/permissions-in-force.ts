import type { Resource } from '../domain/resource';
import type { PermissionScheme } from './site-projects';

/** Who may do what in a space now, whatever was applied. */
export interface PermissionsInForce {
  /** Read as the app. `refused`: Jira does not let the app read it, in its words. */
  read(projectId: string): Promise<{ scheme: PermissionScheme; roles: Resource[] } | { refused: string }>;
}
