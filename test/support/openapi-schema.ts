/** The parts of an OpenAPI 3.0 document that tests read, and how its schemas are made strict. */

export type Schema = { [key: string]: unknown };

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

export interface Operation {
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses: Record<string, Content>;
  security?: Record<string, string[]>[];
}

/** The one value that the description has wrong: `task-` where Jira's key is `task-tracking`. */
const SLIP = 'com.atlassian.jira-core-project-templates:jira-core-simplified-task-';

/**
 * The same document, where an object whose properties are given has no others unless the description says so,
 * and `nullable` allows null beside an enumeration or a reference.
 */
export function closeSchemas<T>(document: T): T {
  return closed(document) as T;
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!isObject(value)) return value === SLIP ? `${SLIP}tracking` : value;
  const copy: Schema = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]));
  const namesProperties = copy['type'] === 'object' && isObject(copy['properties']);
  if (namesProperties && !('additionalProperties' in copy)) copy['additionalProperties'] = false;
  if (copy['nullable'] === true && Array.isArray(copy['enum']))
    copy['enum'] = [...(copy['enum'] as unknown[]), null];
  return copy;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
