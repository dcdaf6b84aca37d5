import { route } from '@forge/api';
import { z } from 'zod';
import type { SiteWorkflows } from '../../ports/jira-site';
import { nothing } from '../../../adapters/jira/rest';
import { allPages, asAppOrCaller } from './as-app-or-caller';
import { created, description, id, named } from './shapes';

const workflowScheme = named.extend({
  defaultWorkflow: z.string().optional(),
  issueTypeMappings: z.record(z.string(), z.string()).optional(),
});

/** A scheme with the version that an update must name. */
const schemeDocument = z.object({
  id,
  name: z.string(),
  description,
  version: z.object({ id: z.string(), versionNumber: z.number() }),
  defaultWorkflow: z.object({ id: z.string() }).nullish(),
  workflowsForIssueTypes: z.array(
    z.object({ issueTypeIds: z.array(id), workflow: z.object({ id: z.string() }) }),
  ),
});

type SchemeDocument = z.infer<typeof schemeDocument>;

/** The schemes that give work types their workflows. */
export const SITE_WORKFLOW_SCHEMES: Pick<
  SiteWorkflows,
  'workflowSchemes' | 'createWorkflowScheme' | 'nameWorkflowScheme' | 'setWorkflow'
> = {
  async workflowSchemes() {
    const schemes = await allPages(
      startAt => route`/rest/api/3/workflowscheme?startAt=${startAt}&maxResults=50`,
      workflowScheme,
    );
    return schemes.map(({ defaultWorkflow = '', issueTypeMappings = {}, ...thing }) => ({
      ...thing,
      defaultWorkflow,
      workflows: issueTypeMappings,
    }));
  },

  async createWorkflowScheme({ name, description, defaultWorkflow, workflows }) {
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/workflowscheme`,
      body: { name, description, defaultWorkflow, issueTypeMappings: workflows },
      answer: created,
    });
    return answer.id;
  },

  async nameWorkflowScheme({ id: schemeId, name, description: text }) {
    await update({ ...(await read(schemeId)), name, description: text });
  },

  async setWorkflow(workflowSchemeId, workTypeId, workflow) {
    const scheme = await read(workflowSchemeId);
    await update(withWorkflow(scheme, workTypeId, await idOfWorkflow(workflow)));
  },
};

async function read(schemeId: string): Promise<SchemeDocument> {
  const [scheme] = await asAppOrCaller({
    method: 'POST',
    route: route`/rest/api/3/workflowscheme/read`,
    body: { workflowSchemeIds: [schemeId] },
    answer: z.tuple([schemeDocument]),
  });
  return scheme;
}

/** Replaces the whole scheme. Jira refuses it when the scheme has changed since it was read. */
function update({ defaultWorkflow, workflowsForIssueTypes, ...scheme }: SchemeDocument): Promise<void> {
  return asAppOrCaller({
    method: 'POST',
    route: route`/rest/api/3/workflowscheme/update`,
    body: {
      ...scheme,
      ...(defaultWorkflow ? { defaultWorkflowId: defaultWorkflow.id } : {}),
      workflowsForIssueTypes: workflowsForIssueTypes
        .filter(({ issueTypeIds }) => issueTypeIds.length > 0)
        .map(({ workflow, issueTypeIds }) => ({ workflowId: workflow.id, issueTypeIds })),
    },
    answer: nothing,
  });
}

/** The scheme, in which one work type has another workflow. */
function withWorkflow(scheme: SchemeDocument, workTypeId: string, workflowId: string): SchemeDocument {
  const others = scheme.workflowsForIssueTypes.map(({ workflow, issueTypeIds }) => ({
    workflow,
    issueTypeIds: issueTypeIds.filter(one => one !== workTypeId),
  }));
  const present = others.find(({ workflow }) => workflow.id === workflowId);
  if (!present) others.push({ workflow: { id: workflowId }, issueTypeIds: [workTypeId] });
  else present.issueTypeIds.push(workTypeId);
  return { ...scheme, workflowsForIssueTypes: others };
}

/** Jira searches for parts of names. @returns the id of the one of exactly this name */
async function idOfWorkflow(name: string): Promise<string> {
  const found = await workflowsLike(name);
  const exact = found.find(workflow => workflow.name === name);
  if (!exact) throw new Error(`There is no workflow ${name}.`);
  return exact.id;
}

/** Jira searches for parts of names. */
export function workflowsLike(name: string) {
  return allPages(
    startAt => route`/rest/api/3/workflows/search?queryString=${name}&startAt=${startAt}`,
    named,
  );
}
