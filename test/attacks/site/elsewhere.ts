import { z } from 'zod';
import type { Governance } from '../../acceptance/site/governance.ts';
import { changeGrants } from '../../acceptance/site/permissions.ts';

const named = z.object({ id: z.coerce.string(), name: z.string() });
const page = z.object({ values: z.array(named) });

/** The ids that a move asks for. */
export interface Places {
  /** Work types by name. */
  types: ReadonlyMap<string, string>;
  /** Statuses by name. */
  statuses: ReadonlyMap<string, string>;
}

export async function placesOf(site: Governance): Promise<Places> {
  const admin = site.sandbox.as('admin');
  const list = async (path: string) => {
    const { body } = await admin.get(`/rest/api/3/${path}`);
    return new Map(
      z
        .array(named)
        .parse(body)
        .map(({ id, name }) => [name, id]),
    );
  };
  return { types: await list('issuetype'), statuses: await list('status') };
}

/** The id of something that the site must have. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new RangeError(`The site has no ${name}.`);
  return id;
}

/** Lets everyone move work items, as an administrator may: set-up leaves that to administrators. */
export async function letEverybodyMove(site: Governance): Promise<void> {
  await changeGrants(site, grants => [
    ...grants,
    ...grants
      .filter(({ permission }) => permission === 'CREATE_ISSUES')
      .map(({ holder }) => ({ permission: 'MOVE_ISSUES', holder })),
  ]);
}

/** The statuses of a workflow that lets everyone do what gates decide in the space GOV. */
const WITHOUT_GATES = ['Requested', 'Awaiting approval', 'Approved', 'Provisioned', 'Granted'] as const;

/** Makes a space ELSE with the same work types and statuses, whose workflow has neither conditions nor gates. */
export async function openElsewhere(site: Governance, { statuses }: Places): Promise<void> {
  const admin = site.sandbox.as('admin');
  const send = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await admin.post(`/rest/api/3/${path}`, body);
    if (answer.status >= 300) throw new Error(`${path} answered ${JSON.stringify(answer)}`);
    return answer.body;
  };
  const workflow = 'Anything goes';
  await send('workflows/create', workflowOf(workflow, statuses));
  const schemes = page.parse((await admin.get('/rest/api/3/issuetypescheme')).body).values;
  const scheme = await send('workflowscheme', {
    name: workflow,
    defaultWorkflow: workflow,
    issueTypeMappings: {},
  });
  const own = schemes.find(({ name }) => name.startsWith('Remit'));
  await send('project', {
    key: 'ELSE',
    name: 'Elsewhere',
    projectTypeKey: 'business',
    leadAccountId: site.accountId('admin'),
    assigneeType: 'UNASSIGNED',
    issueTypeScheme: Number(own?.id),
    issueTypeScreenScheme: 1,
    workflowScheme: z.object({ id: z.coerce.number() }).parse(scheme).id,
    permissionScheme: 0,
  });
}

function workflowOf(name: string, statuses: Places['statuses']) {
  const references = WITHOUT_GATES.map((status, index) => ({ status, statusReference: `s${String(index)}` }));
  const toEach = references.map(({ status, statusReference }, index) => ({
    id: String(11 + 10 * index),
    type: 'GLOBAL',
    name: `To ${status}`,
    toStatusReference: statusReference,
    links: [],
    actions: [],
    validators: [],
    triggers: [],
    properties: {},
  }));
  const create = { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 's0', links: [] };
  return {
    scope: { type: 'GLOBAL' },
    statuses: references.map(({ status, statusReference }) => ({
      statusReference,
      id: idOf(statuses, status),
      name: status,
      statusCategory: status === 'Requested' ? 'TODO' : status === 'Provisioned' ? 'DONE' : 'IN_PROGRESS',
    })),
    workflows: [
      {
        name,
        description: '',
        startPointLayout: { x: 0, y: 0 },
        statuses: references.map(({ statusReference }) => ({ statusReference, properties: {} })),
        transitions: [create, ...toEach],
      },
    ],
  };
}
