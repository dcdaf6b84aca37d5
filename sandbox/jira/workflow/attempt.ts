import type { Issue } from '../model.ts';
import type { RuleSubject } from './expression-variables.ts';

/** A transition that is about to be made. */
export interface Attempt extends RuleSubject {
  /** The work item before the edits of the screen; `issue` has them. Absent when it is being created. */
  originalIssue?: Issue;
  edits: ReadonlyMap<string, unknown>;
}
