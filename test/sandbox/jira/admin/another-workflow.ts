import { workflowPayload, type Provisioned } from './provisioned.ts';

/** A payload taken apart, so that a test can make any one thing about it wrong. */
export type Loose = Record<string, unknown>;

/** Changes the transition Approve, its workflow, or the whole request. */
export type Change = (approve: Loose, workflow: Loose, whole: Loose) => void;

/** The provisioned workflow under another name, with one thing about it changed. */
export function anotherWorkflow(ids: Provisioned, change: Change = () => undefined): Loose {
  const whole = structuredClone(workflowPayload(ids)) as {
    workflows: { name: string; transitions: Loose[] }[];
  } & Loose;
  const [workflow] = whole.workflows;
  const approve = workflow?.transitions[1];
  if (!workflow || !approve) throw new Error('The provisioned workflow has no transition Approve.');
  workflow.name = 'Another workflow';
  change(approve, workflow, whole);
  return whole;
}
