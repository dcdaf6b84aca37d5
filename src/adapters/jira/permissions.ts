import { route } from '@forge/api';
import { z } from 'zod';
import type { Permissions } from '../../ports/permissions';
import type { SiteConfigurations } from '../../ports/site-configuration';
import { callJira, callJiraIfFound } from './rest';
import { canNameWorkItem } from './work-item-address';

const ticketAnswer = z.object({ id: z.string(), key: z.string() });
const administer = z.object({
  permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }),
});
const browse = z.object({
  permissions: z.object({ BROWSE_PROJECTS: z.object({ havePermission: z.boolean() }) }),
});
const groups = z.object({ groups: z.object({ items: z.array(z.object({ name: z.string() })) }) });

/** Asked of Jira as the person who calls: the app's own rights never stand in for theirs. */
export function jiraPermissions(configurations: SiteConfigurations): Permissions {
  return {
    browsableTicket: async issueKey =>
      canNameWorkItem(issueKey)
        ? callJiraIfFound({
            method: 'GET',
            route: route`/rest/api/3/issue/${issueKey}?fields=issuetype`,
            answer: ticketAnswer,
            as: 'user',
          })
        : undefined,
    isJiraAdministrator: async () => {
      const { permissions } = await callJira({
        method: 'GET',
        route: route`/rest/api/3/mypermissions?permissions=ADMINISTER`,
        answer: administer,
        as: 'user',
      });
      return permissions.ADMINISTER.havePermission;
    },
    canBrowseSpace: async () => {
      const { projectId } = await configurations.read();
      if (projectId === undefined) return false;
      const found = await callJiraIfFound({
        method: 'GET',
        route: route`/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS&projectId=${projectId}`,
        answer: browse,
        as: 'user',
      });
      return found?.permissions.BROWSE_PROJECTS.havePermission ?? false;
    },
    isInGroup: async group => {
      const answer = await callJira({
        method: 'GET',
        route: route`/rest/api/3/myself?expand=groups`,
        answer: groups,
        as: 'user',
      });
      return answer.groups.items.some(({ name }) => name === group);
    },
  };
}
