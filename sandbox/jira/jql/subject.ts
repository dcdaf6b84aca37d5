/** One value of a field of a work item, as JQL compares it. */
export type JqlValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  /** An instant, in milliseconds since the epoch. */
  | { kind: 'instant'; at: number }
  /** A day, `YYYY-MM-DD`. */
  | { kind: 'date'; date: string }
  | { kind: 'user'; accountId: string; displayName: string; emailAddress?: string }
  /** A work item's key, with its numeric id as text. */
  | { kind: 'key'; key: string; id: string }
  /**
   * Anything with an id and names: status, status category, work type, project, priority, option, label.
   * `names` all match, the first one sorts unless `order` is given.
   */
  | { kind: 'named'; id: string; names: readonly string[]; order?: number };

/** A work item as JQL sees it. */
export interface JqlSubject {
  /**
   * The values of a field: [] when it is empty, undefined when there is no such field.
   * @param field - `issuetype`, `key`, `created`… for system fields (aliases already resolved, lower case except
   *   `statusCategory`); `customfield_10050` for `cf[10050]`; otherwise the name as written, e.g. `Team lead`,
   *   to be compared without regard to case
   */
  values(field: string): readonly JqlValue[] | undefined;
}

/** What a site knows of a field before any work item is looked at. */
export interface JqlField {
  /** What is handed to `JqlSubject.values`. */
  id: string;
  kind: JqlValue['kind'];
  /** Every value there is, for fields with a closed set (status, select…): others are refused. Absent: any. */
  allowed?: () => readonly JqlValue[];
  /** A word for EMPTY, in lower case, as `unresolved` is for the resolution. */
  emptyName?: string;
}
