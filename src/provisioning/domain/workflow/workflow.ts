import type { Status } from '../../../domain/work-type/work-type';
import type { Resource } from '../resource';

/** A status of the whole site. */
export interface SiteStatus extends Resource {
  category: Status['category'];
}

/** A status as a workflow has it. Its properties restrict, beyond the permission scheme, who may do what in it. */
export interface WorkflowStatus extends Omit<SiteStatus, 'description'> {
  properties: Readonly<Record<string, string>>;
}

/** A workflow as designed; statuses by their ids. */
export interface WorkflowDesign {
  name: string;
  description: string;
  statuses: readonly WorkflowStatus[];
  initialStatus: string;
  /** What Jira checks and does when a ticket is created. */
  creation: { validators: readonly WorkflowRule[]; postFunctions: readonly WorkflowRule[] };
  transitions: readonly TransitionDesign[];
}

export interface TransitionDesign {
  /** Unique within the workflow. */
  id: string;
  name: string;
  from: readonly string[];
  to: string;
  screenId: string | null;
  /** All must hold for the transition to be offered and accepted. */
  conditions: readonly WorkflowRule[];
  validators: readonly WorkflowRule[];
  /** What Jira does once it is made. */
  postFunctions: readonly WorkflowRule[];
}

/** A rule of a transition: one of Jira's own, or a module of the app with its configuration. */
export type WorkflowRule =
  | { kind: 'permission'; permission: string }
  | { kind: 'app condition' | 'app validator'; module: string; config: Readonly<Record<string, string>> }
  /** Jira demands a value of the field, by its id, and says so in these words. */
  | { kind: 'required field'; field: string; message: string }
  /** By its id; null clears it. */
  | { kind: 'set resolution'; resolution: string | null }
  /** Any other, as it was read. */
  | { kind: 'other'; ruleKey: string; parameters: Readonly<Record<string, string>> };

export interface Workflow extends WorkflowDesign {
  id: string;
  version: { id: string; versionNumber: number };
}
