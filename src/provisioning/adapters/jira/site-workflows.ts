import { route } from '@forge/api';
import { z } from 'zod';
import type { SiteWorkflows, Workflow } from '../../ports/jira-site';
import { nothing } from '../../../adapters/jira/rest';
import { asAppOrCaller } from './as-app-or-caller';
import { created } from './shapes';
import { SITE_STATUSES } from './site-statuses';
import { SITE_WORKFLOW_SCHEMES, workflowsLike } from './site-workflow-schemes';
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

/** Statuses and workflows, and the schemes that give them to work types. */
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

  ...SITE_WORKFLOW_SCHEMES,
};

async function workflowOfId(workflowId: string): Promise<Workflow | undefined> {
  const documents = await asAppOrCaller({
    method: 'POST',
    route: route`/rest/api/3/workflows`,
    body: { workflowIds: [workflowId] },
    answer: workflowDocuments,
  });
  return fromWorkflowDocuments(documents).find(workflow => workflow.id === workflowId);
}

function creation(design: Parameters<SiteWorkflows['createWorkflow']>[0]) {
  return {
    scope: { type: 'GLOBAL' },
    statuses: statusReferences(design),
    workflows: [toWorkflowDocument(design)],
  };
}

/** A workflow's name cannot be changed this way. */
function replacement({ id, version }: Workflow, design: Parameters<SiteWorkflows['createWorkflow']>[0]) {
  const { description, startPointLayout, ...document } = toWorkflowDocument(design);
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
