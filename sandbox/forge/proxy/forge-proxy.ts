import { STATUS_CODES } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, RecordedCall } from '../../seams.ts';
import type { AnswerMessage, ForgeCall } from '../workers/messages.ts';
import { notModelled, type ProxyAnswer } from './answer.ts';
import { CallRecorder } from './call-recorder.ts';
import { Faults } from './faults.ts';
import type { JiraProxy } from './jira.ts';
import type { QueueProxy } from './queue.ts';

/** Who made a call. */
export interface Caller {
  invocation: string;
  functionKey: string;
  /** The person in whose session the function runs. */
  principal: string | undefined;
  /** Ends the function there and then, as its time-out does. */
  timeOut: () => void;
}

/** Answers a storage call; `body` is parsed JSON. */
export interface StorageProxy {
  answer(path: string, body: unknown): Promise<ProxyAnswer> | ProxyAnswer;
}

export interface Proxies {
  jira: JiraProxy;
  queue: QueueProxy;
  sql: StorageProxy;
  kvs: StorageProxy;
}

type Reply =
  | Omit<Extract<AnswerMessage, { kind: 'answer' }>, 'call'>
  | Omit<Extract<AnswerMessage, { kind: 'lost' }>, 'call'>;

/** What `__forge_fetch__` reaches: sends each call to its service, records it, and makes it fail when a fault says so. */
export class ForgeProxy {
  readonly faults = new Faults();
  readonly recorder = new CallRecorder();
  private readonly proxies: Proxies;

  constructor(proxies: Proxies) {
    this.proxies = proxies;
  }

  async call(call: ForgeCall, caller: Caller): Promise<Reply> {
    const started = performance.now();
    const type = serviceOf(call);
    if (type === undefined) {
      const { spec, path } = call;
      return reply(notModelled(`${spec.type}/${spec.provider ?? '-'}/${spec.remote ?? '-'} ${path}`));
    }
    const fault = this.faults.take({ type, path: call.path, function: caller.functionKey });
    const body = parsed(call.body);
    const answer = await this.answer(type, call, body, caller, fault);
    const lost = fault?.status === undefined && (fault?.drop === true || fault?.timeOut === true);
    const message = lost ? undefined : reply(answer);
    this.recorder.record({
      type,
      provider: call.spec.provider ?? 'app',
      invocation: caller.invocation,
      function: caller.functionKey,
      method: call.method,
      path: call.path,
      body: body ?? null,
      status: lost ? 0 : answer.status,
      bytes: size(call.body) + size(message?.kind === 'answer' ? message.body : undefined),
      ms: Math.round((performance.now() - started) * 1000) / 1000,
      points: answer.points ?? 0,
    });
    return message ?? { kind: 'lost', reason: 'the answer was dropped by a fault' };
  }

  private async answer(
    type: RecordedCall['type'],
    call: ForgeCall,
    body: unknown,
    caller: Caller,
    fault: Fault | undefined,
  ): Promise<ProxyAnswer> {
    if (fault?.delayMs !== undefined) await pause(fault.delayMs);
    if (fault?.timeOut === true) caller.timeOut();
    if (fault?.status !== undefined) return faulty(type, fault.status);
    return this.served(type, call, body, caller);
  }

  private async served(
    type: RecordedCall['type'],
    call: ForgeCall,
    body: unknown,
    caller: Caller,
  ): Promise<ProxyAnswer> {
    try {
      switch (type) {
        case 'jira':
          return await this.proxies.jira.answer(call, body, caller.principal);
        case 'queue':
          return this.proxies.queue.answer(call.path, body);
        case 'sql':
          return await this.proxies.sql.answer(call.path, body);
        case 'kvs':
          return await this.proxies.kvs.answer(call.path, body);
      }
    } catch (error) {
      // The sandbox itself failed: the app sees a broken service, and the person who runs the sandbox sees why.
      console.error(`sandbox: ${type} ${call.method} ${call.path} failed`, error);
      return faulty(type, 500);
    }
  }
}

function serviceOf({ spec }: ForgeCall): RecordedCall['type'] | undefined {
  if (spec.type === 'fpp' && spec.remote === 'jira') return 'jira';
  if (spec.type === 'fpp' && spec.remote === 'stargate' && spec.provider === 'app') return 'queue';
  if (spec.type === 'sql') return 'sql';
  if (spec.type === 'kvs') return 'kvs';
  return undefined;
}

/** A failure in the shape of the service; one that says when to try again says it as Jira does. */
function faulty(type: RecordedCall['type'], status: number): ProxyAnswer {
  const text = `The ${type} service failed with ${String(status)}.`;
  const headers: Record<string, string> = status === 429 || status === 503 ? { 'retry-after': '1' } : {};
  const code = status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'UNKNOWN_ERROR';
  const body = type === 'jira' ? { errorMessages: [text], errors: {} } : { code, message: text };
  return { status, headers, body };
}

function reply({ status, headers = {}, body, bytes }: ProxyAnswer): Extract<Reply, { kind: 'answer' }> {
  const message = { kind: 'answer' as const, status, statusText: STATUS_CODES[status] ?? '', headers };
  if (bytes !== undefined) return { ...message, body: bytes };
  // fetch knows no body for these, whatever a service says.
  if (body === undefined || status === 204 || status === 304) return message;
  return {
    ...message,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

function parsed(body: string | undefined): unknown {
  if (body === undefined || body === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    // Not JSON: the service that gets it decides what to say to that.
    return body;
  }
}

function size(body: string | Uint8Array | undefined): number {
  return body === undefined ? 0 : Buffer.byteLength(body);
}
