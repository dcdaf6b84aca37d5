import { z } from 'zod';
import type { Governance } from './governance.ts';

const NAME = 'Remit: Cloud account request';

const rule = z.looseObject({ ruleKey: z.string(), parameters: z.record(z.string(), z.string()) });
const transition = z.looseObject({
  id: z.string(),
  name: z.string(),
  conditions: z.looseObject({ conditions: z.array(rule).optional() }).optional(),
  validators: z.array(rule).optional(),
});
const document = z.looseObject({
  id: z.string(),
  version: z.looseObject({ id: z.string(), versionNumber: z.number() }),
  statuses: z.array(
    z.looseObject({ statusReference: z.string(), properties: z.record(z.string(), z.string()) }),
  ),
  transitions: z.array(transition),
});
const read = z.object({
  statuses: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      statusCategory: z.string(),
      statusReference: z.string(),
    }),
  ),
  workflows: z.tuple([document]),
});

type Properties = Readonly<Record<string, string>>;

export type Transition = z.infer<typeof transition>;

/** Changes the workflow as an administrator may: behind the app's back, a whole document at once. */
export function changeWorkflow(
  site: Governance,
  change: (transitions: readonly Transition[]) => Transition[],
  name = NAME,
): Promise<void> {
  return updateWorkflow(site, name, change, properties => properties);
}

/** Changes the properties of the statuses of a workflow, as an administrator may. */
export function changeStatuses(
  site: Governance,
  change: (properties: Properties, status: string) => Properties,
  name = NAME,
): Promise<void> {
  return updateWorkflow(site, name, transitions => [...transitions], change);
}

async function updateWorkflow(
  site: Governance,
  name: string,
  change: (transitions: readonly Transition[]) => Transition[],
  changeProperties: (properties: Properties, status: string) => Properties,
): Promise<void> {
  const admin = site.sandbox.as('admin');
  const answer = await admin.post('/rest/api/3/workflows', { workflowNames: [name] });
  const { statuses, workflows } = read.parse(answer.body);
  const [{ id, version, transitions, ...workflow }] = workflows;
  const names = new Map(statuses.map(status => [status.statusReference, status.name]));
  const payload = {
    statuses: statuses.map(({ id: statusId, name, statusCategory, statusReference }) => ({
      id: statusId,
      name,
      statusCategory,
      statusReference,
    })),
    workflows: [
      {
        id,
        version: { id: version.id, versionNumber: version.versionNumber },
        description: workflow['description'],
        startPointLayout: workflow['startPointLayout'],
        statuses: workflow.statuses.map(({ statusReference, properties }) => ({
          statusReference,
          properties: changeProperties(properties, names.get(statusReference) ?? ''),
        })),
        transitions: change(transitions),
      },
    ],
  };
  const changed = await admin.post('/rest/api/3/workflows/update', payload);
  if (changed.status !== 200) throw new Error(`Updating the workflow answered ${JSON.stringify(changed)}`);
}

/** The same transitions with one of them changed. */
export function changing(name: string, change: (transition: Transition) => Transition) {
  return (transitions: readonly Transition[]): Transition[] =>
    transitions.map(each => (each.name === name ? change(each) : each));
}
