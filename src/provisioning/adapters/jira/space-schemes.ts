import { route } from '@forge/api';
import { z } from 'zod';
import type { SiteProjects, SpaceSchemes } from '../../ports/jira-site';
import { nothing } from '../../../adapters/jira/rest';
import { allPages, asAppOrCaller } from './as-app-or-caller';
import { remainingTime } from './invocation';
import { id } from './shapes';

type SchemeOf = (projectId: string) => Promise<string | null>;
type Assign = (projectId: string, schemeId: string) => Promise<void>;

/** How each kind of scheme is read and given to a space. */
const KINDS: Record<keyof SpaceSchemes, { read: SchemeOf; assign: Assign }> = {
  workTypeScheme: {
    async read(projectId) {
      const [found] = await allPages(
        startAt => route`/rest/api/3/issuetypescheme/project?projectId=${projectId}&startAt=${startAt}`,
        z.object({ issueTypeScheme: z.object({ id }) }),
      );
      return found?.issueTypeScheme.id ?? null;
    },
    assign: (projectId, issueTypeSchemeId) =>
      asAppOrCaller({
        method: 'PUT',
        route: route`/rest/api/3/issuetypescheme/project`,
        body: { projectId, issueTypeSchemeId },
        answer: nothing,
      }),
  },
  workTypeScreenScheme: {
    async read(projectId) {
      const [found] = await allPages(
        startAt => route`/rest/api/3/issuetypescreenscheme/project?projectId=${projectId}&startAt=${startAt}`,
        z.object({ issueTypeScreenScheme: z.object({ id }) }),
      );
      return found?.issueTypeScreenScheme.id ?? null;
    },
    assign: (projectId, issueTypeScreenSchemeId) =>
      asAppOrCaller({
        method: 'PUT',
        route: route`/rest/api/3/issuetypescreenscheme/project`,
        body: { projectId, issueTypeScreenSchemeId },
        answer: nothing,
      }),
  },
  workflowScheme: { read: workflowSchemeOf, assign: switchWorkflowScheme },
  permissionScheme: {
    async read(projectId) {
      const scheme = await asAppOrCaller({
        method: 'GET',
        route: route`/rest/api/3/project/${projectId}/permissionscheme`,
        answer: z.object({ id }),
      });
      return scheme.id;
    },
    assign: (projectId, schemeId) =>
      asAppOrCaller({
        method: 'PUT',
        route: route`/rest/api/3/project/${projectId}/permissionscheme`,
        body: { id: Number(schemeId) },
        answer: nothing,
      }),
  },
};

/** Which schemes a space has. */
export const SPACE_SCHEMES: Pick<SiteProjects, 'schemesOfProject' | 'setSchemeOfProject'> = {
  async schemesOfProject(projectId) {
    const kinds = Object.keys(KINDS) as (keyof SpaceSchemes)[];
    const read = async (kind: keyof SpaceSchemes) => [kind, await KINDS[kind].read(projectId)] as const;
    return Object.fromEntries(await Promise.all(kinds.map(read))) as unknown as SpaceSchemes;
  },

  setSchemeOfProject: (projectId, kind, schemeId) => KINDS[kind].assign(projectId, schemeId),
};

/** Jira's default workflow scheme has no id. */
async function workflowSchemeOf(projectId: string): Promise<string | null> {
  const { values } = await asAppOrCaller({
    method: 'GET',
    route: route`/rest/api/3/workflowscheme/project?projectId=${projectId}`,
    answer: z.object({ values: z.array(z.object({ workflowScheme: z.object({ id: id.optional() }) })) }),
  });
  return values[0]?.workflowScheme.id ?? null;
}

const LOOK_EVERY_MS = 250;
const LOOKS = 40;
const RESERVE_MS = 8_000;

/**
 * A task of Jira's, which it begins only where no ticket has to move to another status. Ends when it has had its
 * effect, or when there is no time left to see it: the next look at the space then finds out.
 */
async function switchWorkflowScheme(projectId: string, targetSchemeId: string): Promise<void> {
  await asAppOrCaller({
    method: 'POST',
    route: route`/rest/api/3/workflowscheme/project/switch`,
    body: { projectId, targetSchemeId, mappingsByIssueTypeOverride: [] },
    answer: nothing,
    alsoGood: 303,
  });
  for (let look = 0; look < LOOKS && remainingTime() > RESERVE_MS; look += 1) {
    if ((await workflowSchemeOf(projectId)) === targetSchemeId) return;
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
