import type { JiraContext } from '../context.ts';
import type { Workflow } from '../model.ts';

/** A place in the workflow editor. */
export interface Layout {
  x: number;
  y: number;
}

/** One way into a transition, as the editor draws it. */
export interface TransitionLink {
  fromStatusReference?: string | null | undefined;
  fromPort?: number | null | undefined;
  toPort?: number | null | undefined;
}

/** A workflow with what only its editors need to know. */
export interface WorkflowDocument extends Workflow {
  created: string;
  updated: string;
  /** Whether it may be changed; the one that Jira comes with may not. */
  isEditable: boolean;
  startPointLayout?: Layout;
  loopedTransitionContainerLayout?: Layout;
  /** The ports of each transition's links, by the transition's id; statuses by their ids. */
  links: Record<string, TransitionLink[]>;
}

/** The workflows, as their editors see them. */
export function workflowDocuments(context: Pick<JiraContext, 'store'>) {
  return context.store.collection<WorkflowDocument>('workflow');
}
