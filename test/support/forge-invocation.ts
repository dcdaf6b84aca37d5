/** Runs the app's Jira adapter as a Forge function would: the two globals of the runtime lead to the local Jira. */
import type { Identity, RestRequest, RestResponse } from '../../sandbox/seams.ts';

export interface Invocation {
  appId: string;
  environmentId: string;
  appAccount: string;
  /** Whose invocation it is. */
  caller: string;
  scopes: readonly string[];
  remainingTime(): number;
  answer(request: RestRequest): Promise<RestResponse>;
}

interface FetchInit {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

/** Enters the invocation: what is called from now on is called within it. */
export function enterInvocation(invocation: Invocation): void {
  const silent = {
    incr: () => undefined,
    incrBy: () => undefined,
    decr: () => undefined,
    decrBy: () => undefined,
  };
  Object.assign(globalThis, {
    __forge_runtime__: {
      appContext: {
        appId: invocation.appId,
        environmentId: invocation.environmentId,
        installationId: 'installation',
        invocationId: 'invocation',
        appVersion: '1.0.0',
        moduleKey: 'set-up-page',
      },
      aaid: invocation.caller,
      lambdaContext: { getRemainingTimeInMillis: () => invocation.remainingTime() },
      metrics: { counter: () => silent, timing: () => ({ measure: () => ({ stop: () => undefined }) }) },
    },
    __forge_fetch__: (spec: { provider: string }, path: string, init: FetchInit = {}) =>
      forward(invocation, spec.provider, path, init),
  });
}

/** Enters an invocation of which nothing matters but how its calls are answered, and how long it may take. */
export function answerCalls(answer: Invocation['answer'], remainingTime = (): number => 25_000): void {
  enterInvocation({
    appId: 'app',
    environmentId: 'environment',
    appAccount: 'app-account',
    caller: 'admin',
    scopes: [],
    remainingTime,
    answer,
  });
}

async function forward(
  invocation: Invocation,
  provider: string,
  path: string,
  init: FetchInit,
): Promise<Response> {
  const identity: Identity =
    provider === 'app'
      ? { kind: 'app', accountId: invocation.appAccount }
      : { kind: 'user', accountId: invocation.caller };
  const {
    status,
    headers = {},
    body,
  } = await invocation.answer({
    method: init.method ?? 'GET',
    path,
    identity,
    scopes: invocation.scopes,
    ...(init.body === undefined ? {} : { body: JSON.parse(init.body) as unknown }),
  });
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status, headers });
}
