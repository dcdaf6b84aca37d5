import { route } from '@forge/api';
import { z } from 'zod';
import type { SiteWorkflows, Workflow } from '../../../ports/jira-site';
import { nothing, readAllPages } from '../rest';
import { asAppOrCaller } from './as-app-or-caller';
import { created, description, id, named } from './shapes';
import { SITE_STATUSES } from './statuses';
import {
  fromWorkflowDocuments,
  statusReferences,
  toWorkflowDocument,
  workflowDocuments,
} from './workflow-documents';

const validation = z.object({
  errors: z
    .array(
      z.object({ level: z.string().optional(), message: z.string().optional(), code: z.string().optional() }),
    )
    .default([]),
});

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

/** Statuses, workflows and the schemes that give them to work types. */
export const SITE_WORKFLOWS: SiteWorkflows = {
  ...SITE_STATUSES,

  async workflow(name, knownId) {
    const known = knownId === undefined ? undefined : await workflowOfId(knownId);
    if (known) return known;
    // Jira searches for parts of names; only the one of exactly this name is read whole.
    const exact = (await workflowsLike(name)).find(workflow => workflow.name === name);
    return exact && workflowOfId(exact.id);
  },

  async problemsOfNewWorkflow(design) {
    const { errors } = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/workflows/create/validation`,
      body: { payload: creation(design), validationOptions: { levels: ['ERROR'] } },
      answer: validation,
    });
    return errors.map(({ message, code }) => message ?? code ?? 'no reason given');
  },

  async createWorkflow(design) {
    const { workflows } = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/workflows/create`,
      body: creation(design),
      answer: z.object({ workflows: z.tuple([created]) }),
    });
    return workflows[0].id;
  },

  changeWorkflow: (workflow, design) =>
    asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/workflows/update`,
      body: replacement(workflow, design),
      answer: nothing,
    }),

  async workflowSchemes() {
    const schemes = await readAllPages(
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

  async setWorkflow(workflowSchemeId, workTypeId, workflow) {
    const [scheme] = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/workflowscheme/read`,
      body: { workflowSchemeIds: [workflowSchemeId] },
      answer: z.tuple([schemeDocument]),
    });
    await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/workflowscheme/update`,
      body: withWorkflow(scheme, workTypeId, await idOfWorkflow(workflow)),
      answer: nothing,
    });
  },
};

/** The whole scheme, in which one work type has another workflow. Jira refuses it when the scheme has changed meanwhile. */
function withWorkflow(
  { defaultWorkflow, workflowsForIssueTypes, ...scheme }: z.infer<typeof schemeDocument>,
  workTypeId: string,
  workflowId: string,
) {
  const byWorkflow = new Map<string, string[]>();
  for (const { workflow, issueTypeIds } of workflowsForIssueTypes)
    byWorkflow.set(
      workflow.id,
      issueTypeIds.filter(one => one !== workTypeId),
    );
  byWorkflow.set(workflowId, [...(byWorkflow.get(workflowId) ?? []), workTypeId]);
  return {
    ...scheme,
    ...(defaultWorkflow ? { defaultWorkflowId: defaultWorkflow.id } : {}),
    workflowsForIssueTypes: [...byWorkflow]
      .filter(([, issueTypeIds]) => issueTypeIds.length > 0)
      .map(([id, issueTypeIds]) => ({ workflowId: id, issueTypeIds })),
  };
}

async function workflowOfId(workflowId: string): Promise<Workflow | undefined> {
  const documents = await asAppOrCaller({
    method: 'POST',
    route: route`/rest/api/3/workflows`,
    body: { workflowIds: [workflowId] },
    answer: workflowDocuments,
  });
  return fromWorkflowDocuments(documents).find(workflow => workflow.id === workflowId);
}

/** Jira searches for parts of names. @returns the id of the one of exactly this name */
async function idOfWorkflow(name: string): Promise<string> {
  const found = await workflowsLike(name);
  const exact = found.find(workflow => workflow.name === name);
  if (!exact) throw new Error(`There is no workflow ${name}.`);
  return exact.id;
}

function workflowsLike(name: string) {
  return readAllPages(
    startAt => route`/rest/api/3/workflows/search?queryString=${name}&startAt=${startAt}`,
    named,
  );
}

function creation(design: Parameters<SiteWorkflows['createWorkflow']>[0]) {
  return {
    scope: { type: 'GLOBAL' },
    statuses: statusReferences(design),
    workflows: [toWorkflowDocument(design)],
  };
}

/** Transitions that are there already keep their ids. A workflow's name cannot be changed this way. */
function replacement(
  { id, version, transitions }: Workflow,
  design: Parameters<SiteWorkflows['createWorkflow']>[0],
) {
  const taken = new Set(transitions.map(transition => transition.id));
  const known = design.transitions.map(transition => {
    const present = transitions.find(({ name }) => name === transition.name);
    const free = taken.has(transition.id) ? `${transition.id}1` : transition.id;
    return { ...transition, id: present?.id ?? free };
  });
  const { description, startPointLayout, ...document } = toWorkflowDocument({
    ...design,
    transitions: known,
  });
  const changed = {
    id,
    version,
    description,
    startPointLayout,
    statuses: document.statuses,
    transitions: document.transitions,
  };
  return { statuses: statusReferences(design), workflows: [changed] };
}
