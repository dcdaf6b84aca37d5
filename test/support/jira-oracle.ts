/**
 * Checks requests and answers against Atlassian's official description of the Jira Cloud REST API.
 * A test file that imports it where the description is missing shows one skipped test that says so.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { RestRequest, RestResponse } from '../../sandbox/seams.ts';
import { description, DESCRIPTION_FILE, findOperation, operationOf, type Found } from './jira-description.ts';
import type { Operation, Schema } from './openapi-schema.ts';
import { skipWithout } from './shared.ts';

if (!description) skipWithout(DESCRIPTION_FILE);

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const coercing = addFormats(new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' }));
if (description) {
  for (const checker of [ajv, coercing]) {
    checker.addSchema({ $id: 'jira', components: description.components });
  }
}

/** Throws, naming every departure, unless both the request and its answer are as the description has them. */
export function expectOfficial(request: RestRequest, response: RestResponse): void {
  if (!description) return;
  const found = findOperation(request);
  report(request, [...requestProblems(found, request), ...responseProblems(found, response)]);
}

/** The same for the request alone: where the answer is not on record. */
export function expectOfficialRequest(request: RestRequest): void {
  if (!description) return;
  report(request, requestProblems(findOperation(request), request));
}

/** The same for the answer alone: for requests that a test makes wrong on purpose. */
export function expectOfficialAnswer(request: RestRequest, response: RestResponse): void {
  if (!description) return;
  report(request, responseProblems(findOperation(request), response));
}

/** The schema of a change has only texts where the description's own examples, and Jira, have null. */
export function asDescribed(answer: RestResponse): RestResponse {
  if (answer.body === undefined) return answer;
  const isUnset = (key: string, value: unknown) => value === null && CHANGE.has(key);
  const text = JSON.stringify(answer.body, (key, value: unknown) => (isUnset(key, value) ? '' : value));
  return { ...answer, body: JSON.parse(text) as unknown };
}

const CHANGE = new Set(['from', 'fromString', 'to', 'toString']);

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

/** The statuses that the description gives for an operation; undefined where the description is missing. */
export function officialStatuses(method: string, template: string): number[] | undefined {
  if (!description) return undefined;
  return Object.keys(operationOf(method, template)?.responses ?? {}).map(Number);
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
  const validate = compiledParameter(parameter.schema);
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
const parameterValidators = new WeakMap<Schema, ValidateFunction>();

function compiled(schema: Schema): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const made = ajv.compile(pointed(schema));
  validators.set(schema, made);
  return made;
}

/** Parameters arrive as text, so they are read as the description's types before they are checked. */
function compiledParameter(schema: Schema): ValidateFunction {
  const known = parameterValidators.get(schema);
  if (known) return known;
  const made = coercing.compile({ type: 'object', properties: { value: pointed(schema) } });
  parameterValidators.set(schema, made);
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
