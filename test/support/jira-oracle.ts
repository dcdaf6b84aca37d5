/**
 * Checks requests and answers against Atlassian's official description of the Jira Cloud REST API.
 * A test file that imports it where the description is missing shows one skipped test that says so.
 */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { RestRequest, RestResponse } from '../../sandbox/seams.ts';
import { closeSchemas, type Schema } from './openapi-schema.ts';
import { sharedPath, skipWithout } from './shared.ts';

const FILE = 'oracles/jira-cloud-v3.openapi.json';

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses: Record<string, Content>;
  security?: Record<string, string[]>[];
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Schema>>;
}

interface Found {
  operation: Operation;
  template: string;
  method: string;
  params: Record<string, string>;
}

const path = sharedPath(FILE);
const description = path === undefined ? undefined : readDescription(path);
if (!description) skipWithout(FILE);

const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
const coercing = addFormats.default(new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' }));
if (description) {
  for (const validator of [ajv, coercing]) {
    validator.addSchema({ $id: 'jira', components: description.components });
  }
}

/** Throws, naming every departure, unless both the request and its answer are as the description has them. */
export function expectOfficial(request: RestRequest, response: RestResponse): void {
  if (!description) return;
  const found = find(request);
  report(request, [...requestProblems(found, request), ...responseProblems(found, response)]);
}

/** The same for the answer alone: for requests that a test makes wrong on purpose. */
export function expectOfficialAnswer(request: RestRequest, response: RestResponse): void {
  if (!description) return;
  report(request, responseProblems(find(request), response));
}

/**
 * The OAuth scopes of an operation, e.g. of `GET`, `/rest/api/3/field`. Undefined where the description is
 * missing; throws when it doesn't have the operation.
 */
export function officialScopes(method: string, template: string): string[] | undefined {
  if (!description) return undefined;
  const operation = operationOf(method, template);
  if (!operation) throw new Error(`The official description has no ${method} ${template}.`);
  return (operation.security ?? []).flatMap(one => one['OAuth2'] ?? []);
}

/** The names of an operation's query parameters; undefined where the description is missing. */
export function officialQuery(method: string, template: string): string[] | undefined {
  if (!description) return undefined;
  const parameters = operationOf(method, template)?.parameters ?? [];
  return parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name);
}

function readDescription(file: string): Description {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Description;
  return closeSchemas(read);
}

function operationOf(method: string, template: string): Operation | undefined {
  return description?.paths[template]?.[method.toLowerCase()];
}

function find(request: RestRequest): Found {
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

function requestProblems(found: Found, request: RestRequest): string[] {
  const { operation, params } = found;
  const query = new URL(request.path, 'http://jira.invalid').searchParams;
  const known = operation.parameters ?? [];
  const unknown = [...query.keys()].filter(
    name => !known.some(parameter => parameter.in === 'query' && parameter.name === name),
  );
  const problems = unknown.map(name => `the query parameter ${name} is unknown`);
  for (const parameter of known) {
    const given = parameter.in === 'query' ? query.getAll(parameter.name) : [params[parameter.name] ?? ''];
    problems.push(...parameterProblems(parameter, given));
  }
  return [...problems, ...bodyProblems(found, request.body)];
}

function parameterProblems(
  parameter: NonNullable<Operation['parameters']>[number],
  given: string[],
): string[] {
  if (parameter.in !== 'query' && parameter.in !== 'path') return [];
  if (given.length === 0) return parameter.required ? [`the parameter ${parameter.name} is missing`] : [];
  const validate = coercing.compile({
    type: 'object',
    properties: { value: pointed(parameter.schema) },
  });
  const isList = parameter.schema['type'] === 'array';
  const valid = validate({ value: isList ? given : given[0] });
  return valid ? [] : describe(`the parameter ${parameter.name}`, validate.errors);
}

function bodyProblems(found: Found, body: unknown): string[] {
  const { requestBody } = found.operation;
  if (!requestBody) return body === undefined ? [] : ['the operation takes no request body'];
  if (body === undefined) return requestBody.required ? ['the request body is missing'] : [];
  const schema = requestBody.content?.['application/json']?.schema;
  if (!schema) return ['the request body is not JSON in the description'];
  const validate = compiled(schema);
  return validate(body) ? [] : describe('the request body', validate.errors);
}

function responseProblems({ operation }: Found, { status, body }: RestResponse): string[] {
  const documented = operation.responses[String(status)] ?? operation.responses['default'];
  if (!documented) {
    return [
      `the status ${String(status)} is not documented, only ${Object.keys(operation.responses).join(', ')}`,
    ];
  }
  if (status === 204) return body === undefined ? [] : ['a 204 carries a body'];
  const schema = documented.content?.['application/json']?.schema;
  if (!schema) return [];
  const validate = compiled(schema);
  return validate(throughJson(body)) ? [] : describe(`the answer ${String(status)}`, validate.errors);
}

/** What a client would read: undefined properties are gone. */
function throughJson(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body));
}

const validators = new WeakMap<Schema, ValidateFunction>();

function compiled(schema: Schema): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const made = ajv.compile(pointed(schema));
  validators.set(schema, made);
  return made;
}

/** The schema with its references into the description's document. */
function pointed(schema: Schema): Schema {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"jira#/components/');
  return JSON.parse(text) as Schema;
}

function describe(where: string, errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    return `${where} at ${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;
  });
}

function report(request: RestRequest, problems: string[]): void {
  if (problems.length === 0) return;
  throw new Error(
    `${request.method} ${request.path} departs from the official description:\n- ${problems.join('\n- ')}`,
  );
}
