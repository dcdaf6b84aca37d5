import type { Who } from '../../../domain/work-type/work-type';

/** What the expression names, by the ids that Jira gave. */
export interface WhoMayIds {
  /** Field ids, `customfield_10050`. */
  accountable: string;
  performer: string;
  /** Asked for by the one rule that keeps the beneficiary out. */
  beneficiary?: string;
  /** The app's own account, for transitions that it alone makes. */
  app?: string;
}

/**
 * The Jira expression that is true for the people who may make a transition, for a workflow condition.
 * It reads the stored ticket and never the transition's screen, and is false for the person who is not signed in.
 * Source: the public contract, "Who may move what"; Jira: conditions are best kept below 1,000 characters.
 * @throws RangeError for ids that cannot be written into an expression
 */
export function whoMayExpression(who: Exclude<Who, 'editor'>, ids: WhoMayIds): string {
  return `user != null && (${PEOPLE[who](ids).join(' || ')})`;
}

const PEOPLE: Record<Exclude<Who, 'editor'>, (ids: WhoMayIds) => string[]> = {
  app: ({ app = '' }) => [isAccount(app)],
  accountable: ({ accountable }) => [isNamedIn(accountable)],
  'accountable or performer': ({ accountable, performer }) => [isNamedIn(accountable), isNamedIn(performer)],
  'accountable or performer, never the beneficiary': ({ accountable, performer, beneficiary = '' }) => [
    `((${isNamedIn(accountable)} || ${isNamedIn(performer)}) && !${isNamedIn(beneficiary)})`,
  ],
  creator: () => [isCreator()],
  'creator or accountable': ({ accountable }) => [isCreator(), isNamedIn(accountable)],
};

function isNamedIn(field: string): string {
  if (!/^customfield_\d+$/.test(field)) throw new RangeError(`Not the id of a custom field: ${field}`);
  return `(issue.${field} != null && user.accountId == issue.${field}.accountId)`;
}

function isCreator(): string {
  return '(issue.creator != null && user.accountId == issue.creator.accountId)';
}

/** Account ids are opaque; none has a quote or a backslash. */
function isAccount(id: string): string {
  if (!/^[\w:.-]+$/.test(id)) throw new RangeError(`Not the id of an account: ${id}`);
  return `user.accountId == "${id}"`;
}
