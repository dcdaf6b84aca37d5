import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { format } from 'node:util';
import { z } from 'zod';
import { sameCalls } from '../gate/same-calls.ts';

type Handler = (...args: unknown[]) => Promise<unknown>;
type App = Record<string, Handler>;

/** What one call of a handler took, within its own thread. */
export interface Taken {
  /** As the recorded calls name it. */
  invocation: string;
  handler: string;
  /** What was run: the app's handler, or one that makes the same calls and nothing else. */
  who: 'app' | 'same calls';
  wallMs: number;
  cpuMs: number;
  /** What it wrote to the log. */
  logBytes: number;
}

const gateCall = z.object({ issue: z.object({ key: z.string() }) });

interface Options {
  app: App;
  /** Where the sandbox keeps its data: told in the file `place`. */
  folder: string;
  place: string;
  /** Gets a line of JSON for each call, {@link Taken}. */
  log: string;
  /** The calls to repeat beside each decision, while there is such a file. */
  calls: string;
}

let logBytes = 0;

/** Counts what the app logs. An invocation has its thread for itself. */
function countLogs(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const write = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      logBytes += Buffer.byteLength(format(...args));
      write(...args);
    };
  }
}

/** The app with each handler's time taken. Lives in the sandbox's worker threads, in place of the app. */
export function measuredApp({ app, folder, place, log, calls }: Options): App {
  writeFileSync(place, folder);
  let decisions = 0;
  countLogs();
  const taken = async (handler: string, who: Taken['who'], act: () => Promise<unknown>) => {
    const before = process.threadCpuUsage();
    const logged = logBytes;
    const began = performance.now();
    try {
      return await act();
    } finally {
      const wallMs = performance.now() - began;
      const { user, system } = process.threadCpuUsage(before);
      const times = { wallMs, cpuMs: (user + system) / 1_000 };
      const line: Taken = { invocation: invocation(), handler, who, ...times, logBytes: logBytes - logged };
      appendFileSync(log, `${JSON.stringify(line)}\n`);
    }
  };
  const measured = Object.entries(app).map(([name, handler]): [string, Handler] => [
    name,
    (...args) => taken(name, 'app', () => handler(...args)),
  ]);
  const decideGate: Handler = async (...args) => {
    const decide = () => taken('decideGate', 'app', () => handlerOf(app, 'decideGate')(...args));
    if (!existsSync(calls)) return decide();
    const { issue } = gateCall.parse(args[0]);
    const imitated = sameCalls(calls);
    decisions += 1;
    const imitate = () => taken('decideGate', 'same calls', () => imitated(issue.key, invocation()));
    if (decisions % 2 === 0) await imitate();
    const answer = await decide();
    if (decisions % 2 === 1) await imitate();
    return answer;
  };
  return { ...Object.fromEntries(measured), decideGate };
}

function handlerOf(app: App, name: string): Handler {
  const handler = app[name];
  if (!handler) throw new RangeError(`The app has no handler ${name}.`);
  return handler;
}

const runtime = z.object({ lambdaContext: z.object({ awsRequestId: z.string() }) });

function invocation(): string {
  return runtime.parse((globalThis as { __forge_runtime__?: unknown }).__forge_runtime__).lambdaContext
    .awsRequestId;
}
