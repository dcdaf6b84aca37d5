/** What the type of a field decides: how a value is read, kept, shown, logged, searched and seen by expressions. */
import type { JiraContext } from '../../context.ts';
import type { Field } from '../../model.ts';
import type { Place } from './contexts.ts';
import type { JqlValue } from '../../jql/subject.ts';

/** What the types need of the site to tell a user, an option or a link. */
export type FieldSite = Pick<JiraContext, 'records' | 'settings' | 'store'>;

/** The custom field types that come with Jira; the type of an app's field is an extension's identifier. */
export const CUSTOM_PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes:';

/** A value as the changelog tells it. */
export interface Described {
  id: string | null;
  text: string | null;
}

export interface FieldType {
  /** Holds several values: takes `add` and `remove`, and when emptied shows as null to function validators. */
  readonly list: boolean;
  /** The schema type that `add` and `remove` operate on, and that metadata tell. */
  readonly operations: readonly ('set' | 'add' | 'remove')[];
  /**
   * The value to keep of what a REST caller sent, never null.
   * @throws FieldRefusal when the value is not one of this field's
   */
  read(input: unknown, field: Field, site: FieldSite, place: Place): unknown;
  /** The value as `GET /issue` returns it. */
  show(stored: unknown, site: FieldSite): unknown;
  describe(stored: unknown, site: FieldSite): Described;
  /** The value in a Jira expression. */
  express(stored: unknown, site: FieldSite, field: Field): unknown;
  /** The value in `modifiedFields` of a function validator. Source: Forge, jira:workflowValidator, "Modified fields". */
  modified(stored: unknown, site: FieldSite): unknown;
  /** How JQL compares it; `search` gives values of this kind. */
  readonly searchKind: JqlValue['kind'];
  search(stored: unknown, site: FieldSite): JqlValue[];
}

/** A value that a field doesn't take, in Jira's words. */
export class FieldRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FieldRefusal';
  }
}

/** Whether a stored value counts as unset. */
export function isEmpty(stored: unknown): boolean {
  return (
    stored === null || stored === undefined || stored === '' || (Array.isArray(stored) && stored.length === 0)
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a stored list; a value of another shape has none. */
export function textsOf(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter(value => typeof value === 'string') : [];
}
