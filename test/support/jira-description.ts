/** Atlassian's official description of the Jira Cloud REST API, and finding an operation in it. */
import { readFileSync } from 'node:fs';
import type { RestRequest } from '../../sandbox/seams.ts';
import { closeSchemas, type Operation, type Schema } from './openapi-schema.ts';
import { NEWER_OPERATIONS } from './newer-operations.ts';
import { sharedPath } from './shared.ts';

/** Below `../shared`. */
export const DESCRIPTION_FILE = 'oracles/jira-cloud-v3.openapi.json';

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Schema>>;
}

export interface Found {
  operation: Operation;
  template: string;
  method: string;
  params: Record<string, string>;
}

const path = sharedPath(DESCRIPTION_FILE);
/** Undefined where it is missing. */
export const description = path === undefined ? undefined : readDescription(path);
function readDescription(file: string): Description {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Description;
  return closeSchemas({ ...read, paths: { ...NEWER_OPERATIONS, ...read.paths } });
}

/** The operation of that method and path template, if the description has it. */
export function operationOf(method: string, template: string): Operation | undefined {
  return description?.paths[template]?.[method.toLowerCase()];
}

/** The operation that a request is for. Throws when the description has none. */
export function findOperation(request: RestRequest): Found {
  const { pathname } = new URL(request.path, 'http://jira.invalid');
  const parts = pathname.split('/');
  const candidates = Object.keys(description?.paths ?? {})
    .map(template => ({ template, params: matchTemplate(template.split('/'), parts) }))
    .filter(
      ({ params, template }) => params !== undefined && operationOf(request.method, template) !== undefined,
    )
    .sort((a, b) => Object.keys(a.params ?? {}).length - Object.keys(b.params ?? {}).length);
  const [best] = candidates;
  const operation = best && operationOf(request.method, best.template);
  if (!best?.params || !operation)
    throw new Error(`The official description has no ${request.method} ${pathname}.`);
  return { operation, template: best.template, method: request.method.toLowerCase(), params: best.params };
}

function matchTemplate(template: string[], parts: string[]): Record<string, string> | undefined {
  if (template.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    const part = parts[index] ?? '';
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = decodeURIComponent(part);
    else if (segment !== part) return undefined;
  }
  return params;
}
