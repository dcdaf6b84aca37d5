/** A worker thread that runs the app's functions, one invocation at a time, as one Lambda instance does. */
import { createRequire, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { blockEgress } from './egress.ts';
import type { FromWorker, InvokeMessage, ToWorker } from './messages.ts';
import { ForgeGlobals, startInvocation } from './runtime-globals.ts';
import { installClock } from './worker-clock.ts';
import { captureConsole } from './worker-console.ts';

type Handler = (...args: unknown[]) => unknown;

const port = parentPort;
if (!port) throw new Error('entry.ts runs in a worker thread only');
const send = (message: FromWorker): void => {
  port.postMessage(message);
};

const globals = new ForgeGlobals(send);
globals.install();
captureConsole(
  () => globals.running.getStore()?.logs,
  line => {
    send({ kind: 'log', invocation: globals.running.getStore()?.id ?? '', line });
  },
);
const { bundle, clock } = workerData as { bundle: string; clock: SharedArrayBuffer };
installClock(clock);
blockEgress();
delete process.env['NODE_COMPILE_CACHE'];

const app = createRequire(import.meta.url)(bundle) as Record<string, unknown>;
// A worker is ended from outside, before Node keeps anything of its own accord.
flushCompileCache();
send({ kind: 'ready', exports: Object.keys(app).filter(name => typeof app[name] === 'function') });

port.on('message', (message: ToWorker) => {
  if (message.kind === 'invoke') void invoke(message);
  else globals.answer(message);
});

async function invoke(message: InvokeMessage): Promise<void> {
  const invocation = startInvocation(message);
  const id = message.invocation;
  try {
    const handler = app[message.handler] as Handler;
    const args = JSON.parse(message.args) as unknown[];
    const result = await globals.running.run(invocation, () => handler(...args));
    const value = JSON.stringify(result) as string | undefined;
    send(
      value === undefined
        ? { kind: 'returned', invocation: id }
        : { kind: 'returned', invocation: id, value },
    );
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    send({
      kind: 'threw',
      invocation: id,
      name: thrown.name,
      message: thrown.message,
      stack: thrown.stack ?? '',
    });
  } finally {
    invocation.over = true;
  }
}
