/**
 * A document in the Atlassian Document Format, as Jira keeps it: of its nodes only the outermost is known here.
 * Source: Atlassian Document Format, "Structure".
 */
export interface AdfDocument {
  type: 'doc';
  version: number;
  content: readonly unknown[];
}
