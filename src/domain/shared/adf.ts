import { contentHash } from './content-hash';

/**
 * A document in the Atlassian Document Format, as Jira keeps it: of its nodes only the outermost is known here.
 * Source: Atlassian Document Format, "Structure".
 */
export interface AdfDocument {
  type: 'doc';
  version: number;
  content: readonly unknown[];
}

/**
 * Of what a document says: of every node, known or not, without the ids that an editor gives to nodes when it saves them.
 * Null for one that says nothing.
 */
export function documentHash({ content }: AdfDocument): string | null {
  return content.length === 0 ? null : contentHash(withoutLocalIds(content));
}

function withoutLocalIds(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(withoutLocalIds);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([name]) => name !== 'localId');
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutLocalIds(part)]));
}
