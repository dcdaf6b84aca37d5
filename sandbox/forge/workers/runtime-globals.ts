import { AsyncLocalStorage } from 'node:async_hooks';
import type { AnswerMessage, ForgeCall, FromWorker, InvokeMessage } from './messages.ts';
import type { LogBudget } from './worker-console.ts';

/** One invocation as the worker keeps it: what the app sees of the runtime, and what only we see. */
export interface RunningInvocation {
  id: string;
  over: boolean;
  logs: LogBudget;
  runtime: object;
}

type Send = (message: FromWorker) => void;
type Spec = ForgeCall['spec'];

/** @forge/api counts and times its own calls; no one reads that here. */
const ignored = { incr: () => undefined, decr: () => undefined, incrBy: () => undefined };
const METRICS = {
  counter: () => ignored,
  gauge: () => ignored,
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
};

/** The runtime that the @forge packages find, as `global.__forge_runtime__`. */
export function startInvocation(message: InvokeMessage): RunningInvocation {
  const deadline = performance.now() + message.timeoutMs;
  const id = message.invocation;
  return {
    id,
    over: false,
    logs: { lines: message.logLines, bytes: message.logBytes },
    runtime: {
      ...message.runtime,
      lambdaContext: {
        awsRequestId: id,
        getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
      },
      metrics: METRICS,
      externalAuth: [],
      tracing: { traceId: id.replaceAll('-', ''), spanId: id.slice(0, 8) },
      proxy: { token: 'sandbox', url: 'sandbox' },
      realtime: {},
      featureFlags: () => false,
    },
  };
}

/**
 * The two globals that every copy of the @forge packages talks through, and the calls that wait for the main thread.
 * A call after its invocation has ended is refused: Forge freezes the function then.
 */
export class ForgeGlobals {
  readonly running = new AsyncLocalStorage<RunningInvocation>();
  private readonly send: Send;
  private readonly waiting = new Map<number, PromiseWithResolvers<Response>>();
  private calls = 0;

  constructor(send: Send) {
    this.send = send;
  }

  install(): void {
    Object.defineProperty(globalThis, '__forge_runtime__', { get: () => this.running.getStore()?.runtime });
    Object.defineProperty(globalThis, '__forge_fetch__', {
      value: (spec: Spec, path: string, init?: RequestInit) => this.fetch(spec, path, init),
    });
  }

  /** Gives the waiting call its answer, or makes it fail as a broken connection does. */
  answer(message: AnswerMessage): void {
    const call = this.waiting.get(message.call);
    this.waiting.delete(message.call);
    if (!call) return;
    if (message.kind === 'lost')
      call.reject(new TypeError('fetch failed', { cause: new Error(message.reason) }));
    else {
      const { status, statusText, headers } = message;
      call.resolve(new Response(bodyOf(message), { status, statusText, headers }));
    }
  }

  private fetch(spec: Spec, path: string, init: RequestInit = {}): Promise<Response> {
    const invocation = this.running.getStore();
    if (!invocation) return Promise.reject(new Error('Forge runtime not found.'));
    if (invocation.over)
      return Promise.reject(new Error(`The invocation has ended: ${path} was called without being awaited.`));
    const body = init.body ?? undefined;
    if (body !== undefined && typeof body !== 'string') {
      return Promise.reject(new Error(`NOT_MODELLED: a body that is not a string (${path})`));
    }
    this.calls += 1;
    const waiting = Promise.withResolvers<Response>();
    this.waiting.set(this.calls, waiting);
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const request = { spec: plain(spec), path, method: (init.method ?? 'GET').toUpperCase(), headers };
    this.send({
      kind: 'call',
      invocation: invocation.id,
      call: this.calls,
      request: body === undefined ? request : { ...request, body },
    });
    return waiting.promise;
  }
}

function bodyOf({
  body,
}: Extract<AnswerMessage, { kind: 'answer' }>): ConstructorParameters<typeof Response>[0] {
  return typeof body === 'object' ? new Uint8Array(body) : (body ?? null);
}

/** Only what can cross to the main thread. */
function plain(spec: Spec): Spec {
  return {
    type: spec.type,
    ...(spec.provider === undefined ? {} : { provider: spec.provider }),
    ...(spec.remote === undefined ? {} : { remote: spec.remote }),
    ...(spec.accountId === undefined ? {} : { accountId: spec.accountId }),
    ...(spec.contextAri === undefined ? {} : { contextAri: spec.contextAri }),
  };
}
