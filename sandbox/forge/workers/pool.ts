import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { FunctionFailed } from './failure.ts';
import type { AnswerMessage, ForgeCall, FromWorker, InvokeMessage, LogLine } from './messages.ts';

const ENTRY = new URL('./entry.ts', import.meta.url);

export interface PoolOptions {
  /** Absolute path of the app's CommonJS bundle. */
  bundle: string;
  /** Workers kept warm. */
  size: number;
  memoryMb: number;
  /** Of the sandbox clock: milliseconds ahead of real time. */
  clock: SharedArrayBuffer;
}

/** What an invocation needs of the main thread while it runs. */
export interface InvocationHost {
  functionKey: string;
  /** Answers a call of the app; `lost` in place of an answer looks to the app like a broken connection. */
  call(request: ForgeCall): Promise<WithoutCall<AnswerMessage>>;
  log(line: LogLine): void;
}

type WithoutCall<T> = T extends { call: number } ? Omit<T, 'call'> : never;

interface Job {
  message: InvokeMessage;
  holdsUp: boolean;
  host: InvocationHost;
  result: PromiseWithResolvers<string | undefined>;
}

interface Instance {
  worker: Worker;
  ready: PromiseWithResolvers<readonly string[]>;
  job?: Job;
  timer?: NodeJS.Timeout;
}

/** Warm workers and the invocations that wait for one. */
export class WorkerPool {
  private readonly options: PoolOptions;
  private readonly instances = new Set<Instance>();
  private readonly queue: Job[] = [];
  private readonly queuedAtOnce: Job[] = [];
  private stopped = false;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Loads the bundle in a first worker. Resolves to the functions that it exports; rejects when it can't be loaded. */
  async exports(): Promise<readonly string[]> {
    const [first = this.start()] = this.instances;
    return first.ready.promise;
  }

  /**
   * Runs one invocation. Resolves to the JSON of what the function returned, undefined for nothing.
   * Rejects with FunctionFailed. A time-out ends the worker with everything in it.
   * @param atOnce - the caller holds up another invocation (a validator within a resolver's call), so that waiting for
   * that one's worker would never end: such invocations have as many further workers, and wait for each other only
   */
  run(message: InvokeMessage, host: InvocationHost, atOnce: boolean): Promise<string | undefined> {
    const job: Job = { message, holdsUp: atOnce, host, result: Promise.withResolvers() };
    if (this.stopped)
      return Promise.reject(
        new FunctionFailed('HOST_STOPPED', host.functionKey, 'The Forge host has stopped.'),
      );
    const idle = this.idle() ?? (this.mayStart(atOnce) ? this.start() : undefined);
    if (idle) this.assign(idle, job);
    else (atOnce ? this.queuedAtOnce : this.queue).push(job);
    return job.result.promise;
  }

  /** Ends an invocation as if its time were over. */
  timeOut(invocation: string): void {
    for (const instance of this.instances) {
      const message = instance.job?.message;
      if (message?.invocation === invocation) this.overdue(instance, message.timeoutMs);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const job of [...this.queuedAtOnce.splice(0), ...this.queue.splice(0)])
      this.fail(job, 'HOST_STOPPED', 'The Forge host has stopped.');
    await Promise.all(
      [...this.instances].map(instance => this.end(instance, 'HOST_STOPPED', 'The Forge host has stopped.')),
    );
  }

  private idle(): Instance | undefined {
    return [...this.instances].find(instance => instance.job === undefined);
  }

  private mayStart(atOnce: boolean): boolean {
    const { size } = this.options;
    if (!atOnce) return this.instances.size < size;
    return [...this.instances].filter(({ job }) => job?.holdsUp === true).length < size;
  }

  private nextJob(): Job | undefined {
    return this.queuedAtOnce.shift() ?? this.queue.shift();
  }

  private start(): Instance {
    const { bundle, memoryMb, clock } = this.options;
    const worker = new Worker(ENTRY, {
      workerData: { bundle, clock },
      // The app sees nothing of the sandbox's environment, as it would see nothing of Atlassian's.
      env: { NODE_ENV: 'production', ...compiledCode() },
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const instance: Instance = { worker, ready: Promise.withResolvers() };
    instance.ready.promise.catch(() => undefined);
    this.instances.add(instance);
    worker.on('message', (message: FromWorker) => {
      this.receive(instance, message);
    });
    worker.on('error', error => {
      const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      void this.end(
        instance,
        outOfMemory ? 'FUNCTION_OUT_OF_MEMORY' : 'FUNCTION_CRASHED',
        String(error),
        error,
      );
    });
    worker.on('exit', code => {
      void this.end(instance, 'FUNCTION_CRASHED', `the function ended its process with code ${String(code)}`);
    });
    return instance;
  }

  private assign(instance: Instance, job: Job): void {
    instance.job = job;
    instance.ready.promise.then(
      () => {
        if (instance.job !== job) return;
        const { timeoutMs } = job.message;
        instance.timer = setTimeout(() => {
          this.overdue(instance, timeoutMs);
        }, timeoutMs);
        instance.worker.postMessage(job.message);
      },
      () => undefined,
    );
  }

  private receive(instance: Instance, message: FromWorker): void {
    if (message.kind === 'ready') {
      instance.ready.resolve(message.exports);
      return;
    }
    const { job } = instance;
    if (job?.message.invocation !== message.invocation) return;
    if (message.kind === 'log') job.host.log(message.line);
    else if (message.kind === 'call') void this.answer(instance, job, message.call, message.request);
    else {
      this.release(instance);
      if (message.kind === 'returned') job.result.resolve(message.value);
      else {
        const cause = Object.assign(new Error(message.message), { name: message.name, stack: message.stack });
        job.result.reject(
          new FunctionFailed('FUNCTION_THREW', job.host.functionKey, message.message, { cause }),
        );
      }
    }
  }

  private async answer(instance: Instance, job: Job, call: number, request: ForgeCall): Promise<void> {
    const answer = await job.host.call(request);
    if (instance.job === job) instance.worker.postMessage({ ...answer, call });
  }

  /** The instance is free again: it takes the next job, or ends when it was one too many. */
  private release(instance: Instance): void {
    clearTimeout(instance.timer);
    delete instance.job;
    const next = this.nextJob();
    if (next) this.assign(instance, next);
    else if (this.instances.size > this.options.size) void this.end(instance, 'HOST_STOPPED', '');
  }

  private overdue(instance: Instance, timeoutMs: number): void {
    void this.end(
      instance,
      'FUNCTION_TIME_OUT',
      `The function took longer than ${String(timeoutMs / 1000)} s.`,
    );
  }

  private async end(
    instance: Instance,
    code: FunctionFailed['code'],
    message: string,
    cause?: unknown,
  ): Promise<void> {
    if (!this.instances.delete(instance)) return;
    clearTimeout(instance.timer);
    instance.ready.reject(cause ?? new Error(message));
    if (instance.job) this.fail(instance.job, code, message, cause);
    const next = this.stopped ? undefined : this.nextJob();
    if (next) this.assign(this.start(), next);
    await instance.worker.terminate();
  }

  private fail(job: Job, code: FunctionFailed['code'], message: string, cause?: unknown): void {
    job.result.reject(
      new FunctionFailed(code, job.host.functionKey, message, cause === undefined ? undefined : { cause }),
    );
  }
}

/** Where this process keeps what Node compiled, if it does: the worker takes it from there, and hides it from the app. */
function compiledCode(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
