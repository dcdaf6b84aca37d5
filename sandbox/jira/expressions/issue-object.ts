/** The `Issue` of workflow rules. Source: Jira expressions type reference, Issue. */
import { parseDay, parseInstant } from './expression-date.ts';
import type { ExpressionDate } from './expression-date.ts';
import { ExpressionObject } from './expression-object.ts';
import { absent, readable, recordObject } from './record-object.ts';

type MaybeObject = ExpressionObject | null;

/** A `RichText`, as descriptions and paragraph fields are; null for none. */
export function richTextObject(plainText: string | null): MaybeObject {
  return plainText === null ? null : new ExpressionObject('RichText', { plainText: () => plainText });
}

export interface IssueFacts {
  id: string;
  key: string;
  summary: string;
  /** As plain text. */
  description: string | null;
  issueType: ExpressionObject;
  status: ExpressionObject;
  project: ExpressionObject;
  /** ISO 8601 or the REST API's form. */
  created: string;
  updated: string;
  resolution: MaybeObject;
  resolutionDate: string | null;
  /** `YYYY-MM-DD`. */
  dueDate: string | null;
  creator: MaybeObject;
  reporter: MaybeObject;
  assignee: MaybeObject;
  labels: readonly string[];
  /**
   * Every custom field of the site, null where it is unset: one that is missing here is an unrecognized property.
   * A select is `optionValue`, a user picker of Jira's own `userValue`, a Forge field of type user `userObject`,
   * a paragraph `richTextObject`, a date of Jira's own its text.
   */
  customFields: Readonly<Record<string, unknown>>;
}

const issuePropertiesNotModelled = [
  ...['attachments', 'changelogs', 'childIssues', 'comments', 'components', 'environment', 'fixVersions'],
  ...[
    'getNewestChangelog',
    'links',
    'originalEstimate',
    'parent',
    'priority',
    'properties',
    'remainingEstimate',
  ],
  ...['securityLevel', 'subtasks', 'timeSpent', 'versions', 'voters', 'votes', 'watchers', 'watches'],
  ...['worklogs', 'isEpic', 'epic', 'sprint', 'closedSprints', 'flagged'],
] as const;

/** An `Issue`; two are equal when their ids are. */
export function issueObject(issue: IssueFacts): ExpressionObject {
  const { key, summary, issueType, status, project, creator, reporter, assignee, labels, resolution } = issue;
  return recordObject('Issue', issue.id, {
    ...absent('Issue', issuePropertiesNotModelled),
    ...readable({
      key,
      summary,
      issueType,
      status,
      project,
      creator,
      reporter,
      assignee,
      labels,
      resolution,
    }),
    description: () => richTextObject(issue.description),
    created: () => instant(issue.created),
    updated: () => instant(issue.updated),
    resolutionDate: () => (issue.resolutionDate === null ? null : instant(issue.resolutionDate)),
    dueDate: () => (issue.dueDate === null ? null : day(issue.dueDate)),
    ...readable(issue.customFields),
  });
}

function instant(text: string): ExpressionDate {
  const date = parseInstant(text);
  if (!date) throw new TypeError(`Not an instant: ${text}`);
  return date;
}

function day(text: string): ExpressionDate {
  const date = parseDay(text);
  if (!date) throw new TypeError(`Not a day: ${text}`);
  return date;
}
