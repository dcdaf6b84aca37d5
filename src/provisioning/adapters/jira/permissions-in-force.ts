import { route } from '@forge/api';
import { z } from 'zod';
import { callJira } from '../../../adapters/jira/rest';
import type { PermissionsInForce } from '../../ports/permissions-in-force';
import { unlessRefused } from './unless-refused';
import { named } from './shapes';
import { permissionScheme, schemeWithGrants } from './site-projects';

/** Through the permission scheme of the space. Unverified that apps may: see docs/first-deploy.md. */
export function jiraPermissionsInForce(): PermissionsInForce {
  return {
    read: projectId =>
      unlessRefused(async () => {
        const scheme = await callJira({
          method: 'GET',
          route: route`/rest/api/3/project/${projectId}/permissionscheme?expand=permissions`,
          answer: permissionScheme,
        });
        const roles = await callJira({
          method: 'GET',
          route: route`/rest/api/3/role`,
          answer: z.array(named),
        });
        return { scheme: schemeWithGrants(scheme), roles };
      }),
  };
}
