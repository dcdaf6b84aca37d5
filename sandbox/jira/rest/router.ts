import * as z from 'zod';
import type { Identity, RestRequest, RestResponse } from '../../seams.ts';
import { pointsOf } from './points.ts';
import { JiraError, notModelled } from './refusals.ts';

export { JiraError, notModelled } from './refusals.ts';

/** A call that reached its route: signed in, in scope, its query known and its body parsed. */
export interface RestCall<Body = unknown> {
  readonly body: Body;
  readonly query: URLSearchParams;
  readonly identity: Identity;
  readonly request: RestRequest;
  /** A part of the path, decoded. Throws when the route's path has no such part. */
  param(name: string): string;
  /** The caller's account. Refuses anonymous callers with 401. */
  accountId(): string;
}

/** One operation of the REST API. Make it with `route`, which sees to the parsing of the body. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the official description: `/rest/api/3/issuetype/{id}`. */
  readonly path: string;
  /** The OAuth scopes that a call by the app needs, all of them. */
  readonly scopes: readonly string[];
  /** Query parameters that are modelled; any other is answered 501 by name. */
  readonly query?: readonly string[];
  /** Whether callers who are not signed in may use it. */
  readonly anonymous?: boolean;
  handle(call: RestCall): RestResponse | Promise<RestResponse>;
}

interface RouteDefinition<Body> extends Omit<Route, 'handle'> {
  /** The shape of the body; without it, a call that carries one is refused. */
  body?: z.ZodType<Body>;
  /** Decides who may call before the body is looked at; throws the refusal. */
  guard?: (call: RestCall) => void;
  handle: (call: RestCall<Body>) => RestResponse | Promise<RestResponse>;
}

/** A route that answers 400, naming each problem, unless the body has the given shape. */
export function route<Body = undefined>(definition: RouteDefinition<Body>): Route {
  const { body, guard, handle, ...rest } = definition;
  return {
    ...rest,
    handle(call) {
      guard?.(call);
      if (!body) refuseBody(call);
      return handle({ ...call, body: (body ? parseBody(body, call.request.body) : undefined) as Body });
    },
  };
}

/** Answers requests from a list of routes, as Jira Cloud does when it refuses. */
export class Router {
  private readonly routes: { route: Route; segments: string[] }[];

  constructor(routes: readonly Route[]) {
    this.routes = routes
      .map(route => ({ route, segments: route.path.split('/') }))
      .sort((a, b) => compare(specificity(a.segments), specificity(b.segments)));
    const names = routes.map(({ method, path }) => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`Two routes answer ${twice}.`);
  }

  /** The answer to a request. Rejects only for a fault of the sandbox itself. */
  async handle(request: RestRequest): Promise<RestResponse> {
    try {
      return await this.answer(request);
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      return { status: error.status, body: { errorMessages: error.errorMessages, errors: error.errors } };
    }
  }

  private async answer(request: RestRequest): Promise<RestResponse> {
    const url = new URL(request.path, 'http://jira.invalid');
    const found = this.find(request.method, url.pathname);
    if (!found) throw notModelled(`${request.method} ${url.pathname}`);
    const { route, params } = found;
    if (request.scopes && !route.scopes.every(scope => request.scopes?.includes(scope))) return OUT_OF_SCOPE;
    if (request.identity.kind === 'anonymous' && !route.anonymous) throw unauthenticated();
    for (const name of url.searchParams.keys()) {
      if (!route.query?.includes(name))
        throw notModelled(`${route.method} ${route.path} with the query parameter ${name}`);
    }
    const answer = await route.handle(callOf(request, url.searchParams, params));
    return request.scopes ? { ...answer, points: pointsOf(route, request, answer) } : answer;
  }

  private find(method: string, pathname: string): { route: Route; params: Map<string, string> } | undefined {
    const parts = pathname.split('/');
    for (const { route, segments } of this.routes) {
      const params = route.method === method ? match(segments, parts) : undefined;
      if (params) return { route, params };
    }
    return undefined;
  }
}

/** What Atlassian's gateway answers when the app lacks a scope; it never reaches Jira. */
const OUT_OF_SCOPE: RestResponse = {
  status: 401,
  body: { code: 401, message: 'Unauthorized; scope does not match' },
};

function unauthenticated(): JiraError {
  return new JiraError(401, 'Client must be authenticated to access this resource.');
}

function callOf(request: RestRequest, query: URLSearchParams, params: Map<string, string>): RestCall {
  return {
    body: request.body,
    query,
    identity: request.identity,
    request,
    param(name) {
      const value = params.get(name);
      if (value === undefined) throw new Error(`The path of this route has no {${name}}.`);
      return value;
    },
    accountId() {
      if (request.identity.kind === 'anonymous') throw unauthenticated();
      return request.identity.accountId;
    },
  };
}

function match(segments: readonly string[], parts: readonly string[]): Map<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== part) return undefined;
    } else if (part === '') {
      return undefined;
    } else {
      params.set(segment.slice(1, -1), decode(part));
    }
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new JiraError(400, `The path has a malformed escape: ${part}`);
  }
}

/** Literal parts win over parameters, from the left: `/field/search` before `/field/{id}`. */
function specificity(segments: readonly string[]): string {
  return segments.map(segment => (segment.startsWith('{') ? '1' : '0')).join('');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How a schema says that Jira takes a property and the local one doesn't. */
const NOT_MODELLED = 'NOT_MODELLED: ';

function parseBody<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  if (body === undefined) throw new JiraError(400, 'The request body is missing.');
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const gap = parsed.error.issues.find(({ message }) => message.startsWith(NOT_MODELLED));
  if (gap) throw notModelled(gap.message.slice(NOT_MODELLED.length));
  const problems = parsed.error.issues.map(problemOf);
  throw new JiraError(
    400,
    ['Invalid request payload. Refer to the REST API documentation and try again.'],
    Object.fromEntries(problems),
  );
}

function problemOf(issue: z.core.$ZodIssue): [string, string] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [path.join('.') || 'body', issue.message];
  const names = issue.keys.map(key => [...path, key].join('.'));
  return [names.join(', '), `Unrecognized field "${names.join('", "')}"`];
}

function refuseBody(call: RestCall): void {
  if (call.request.body !== undefined) throw new JiraError(400, 'This operation takes no request body.');
}
