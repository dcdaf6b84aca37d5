import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ResolverCall, ScheduledRun, ValidatorPayload } from '../seams.ts';
import type { Installation } from './installation.ts';
import { invocationContext, pageContext, runtimeOf, type Invocation } from './invocation-context.ts';
import type { HostLimits } from './limits.ts';
import { ManifestRefused, type AppManifest } from './manifest.ts';
import { PAGE_TYPES, RULE_TYPES, type ParsedManifest } from './manifest-schema.ts';
import type { ForgeProxy } from './proxy/forge-proxy.ts';
import { isSuccess, recordedStatus } from './scheduled-run.ts';
import { resolverFunctionOf } from './ui-modules.ts';
import { FunctionFailed } from './workers/failure.ts';
import type { LogLine } from './workers/messages.ts';
import type { WorkerPool } from './workers/pool.ts';

export interface LoggedLine extends LogLine {
  invocation: string;
  function: string;
}

export interface InvocationsOptions {
  manifest: AppManifest;
  installation: Installation;
  version: string;
  limits: HostLimits;
  pool: WorkerPool;
  proxy: ForgeProxy;
  log: (line: LoggedLine) => void;
}

type AppFunction = ParsedManifest['modules']['function'][number];

/** Calls the app's functions the way Forge calls them for each type of module. Results have been through JSON. */
export class Invocations {
  private readonly options: InvocationsOptions;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(options: InvocationsOptions) {
    this.options = options;
  }

  /** `invoke` from a page. Source: @forge/resolver, getDefinitions. */
  async resolver(call: ResolverCall): Promise<unknown> {
    const { manifest, limits, installation } = this.options;
    const functionKey = resolverFunctionOf(manifest, call.moduleKey);
    if (functionKey === undefined) throw new RangeError(`The module ${call.moduleKey} has no resolver.`);
    const payload = {
      call: { functionKey: call.functionKey, payload: call.payload },
      context: pageContext(installation, call),
    };
    const size = Buffer.byteLength(JSON.stringify(call.payload ?? null));
    if (size > limits.requestBytes) throw tooLarge(functionKey, 'request', size);
    const moduleType =
      [...PAGE_TYPES, ...RULE_TYPES].find(type =>
        manifest.modules[type].some(page => page.key === call.moduleKey),
      ) ?? 'page';
    const result = await this.run({
      functionKey,
      moduleType,
      moduleKey: call.moduleKey,
      args: [payload, invocationContext(installation, call.accountId)],
      principal: call.accountId,
    });
    const answered = result === undefined ? 0 : Buffer.byteLength(result);
    if (answered > limits.responseBytes) throw tooLarge(functionKey, 'response', answered);
    return fromJson(result);
  }

  /** A function validator. Source: Forge, jira:workflowValidator: no user, the app's own account only. */
  async validator(moduleKey: string, payload: ValidatorPayload): Promise<unknown> {
    const rule = this.options.manifest.modules['jira:workflowValidator'].find(
      candidate => candidate.key === moduleKey,
    );
    if (rule?.function === undefined) throw new RangeError(`There is no function validator ${moduleKey}.`);
    const args = [payload, invocationContext(this.options.installation)];
    return fromJson(
      await this.run({
        functionKey: rule.function,
        moduleType: 'jira:workflowValidator',
        moduleKey,
        args,
        nested: true,
      }),
    );
  }

  /** A product or life-cycle event. */
  async trigger(moduleKey: string, event: Record<string, unknown>): Promise<unknown> {
    const functionKey = this.functionOf('trigger', moduleKey);
    return fromJson(
      await this.run({
        functionKey,
        moduleType: 'trigger',
        moduleKey,
        args: [event, invocationContext(this.options.installation)],
      }),
    );
  }

  /** An event of a queue: `{body, queueName, jobId, eventId, retryContext?}`. */
  async consumer(moduleKey: string, event: Record<string, unknown>): Promise<unknown> {
    const functionKey = this.functionOf('consumer', moduleKey);
    const args = [event, invocationContext(this.options.installation)];
    return fromJson(
      await this.run({ functionKey, moduleType: 'consumer', moduleKey, args, background: true }),
    );
  }

  /** A turn of a scheduled trigger. */
  async scheduled(moduleKey: string): Promise<ScheduledRun> {
    const functionKey = this.functionOf('scheduledTrigger', moduleKey);
    const { cloudId } = this.options.installation;
    const request = { context: { cloudId, moduleKey }, contextToken: randomUUID() };
    const args = [request, invocationContext(this.options.installation)];
    const run = { functionKey, moduleType: 'scheduledTrigger', moduleKey, args, background: true };
    const statusCode = recordedStatus(fromJson(await this.run(run)));
    const text = `scheduled trigger ${moduleKey} is recorded as ${String(statusCode)}`;
    if (!isSuccess(statusCode))
      this.options.log({ level: 'warn', text, invocation: '', function: functionKey });
    return { statusCode };
  }

  busy(): boolean {
    return this.underWay.size > 0;
  }

  /** Resolves when one of those running now has ended. */
  async nextEnd(): Promise<void> {
    await Promise.race([...this.underWay]);
  }

  private functionOf(type: 'trigger' | 'consumer' | 'scheduledTrigger', moduleKey: string): string {
    const module = this.options.manifest.modules[type].find(candidate => candidate.key === moduleKey);
    if (!module) throw new RangeError(`There is no ${type} ${moduleKey}.`);
    return module.function;
  }

  private async run(invocation: Invocation): Promise<string | undefined> {
    const { pool, proxy, log } = this.options;
    const { functionKey, principal } = invocation;
    const declared = this.declared(functionKey);
    const id = randomUUID();
    const timeoutMs = this.timeoutOf(declared, invocation.background === true);
    const message = {
      kind: 'invoke' as const,
      invocation: id,
      handler: declared.handler.slice('index.'.length),
      args: JSON.stringify(invocation.args),
      runtime: runtimeOf(this.options, id, invocation),
      timeoutMs,
      logLines: this.options.limits.logLinesPerMinute * Math.ceil((declared.timeoutSeconds ?? 1) / 60),
      logBytes: this.options.limits.logBytes,
    };
    const timeOut = (): void => {
      pool.timeOut(id);
    };
    const caller = { invocation: id, functionKey, principal, timeOut };
    const host = {
      functionKey,
      call: (request: Parameters<ForgeProxy['call']>[0]) => proxy.call(request, caller),
      log: (line: LogLine) => {
        log({ ...line, invocation: id, function: functionKey });
      },
    };
    const result = pool.run(message, host, invocation.nested === true);
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    this.underWay.add(ended);
    try {
      return await result;
    } finally {
      this.underWay.delete(ended);
    }
  }

  private declared(functionKey: string): AppFunction {
    const declared = this.options.manifest.modules.function.find(candidate => candidate.key === functionKey);
    if (!declared) throw new ManifestRefused([`modules.function: there is no function ${functionKey}`]);
    return declared;
  }

  /** `timeoutSeconds` counts for consumers and scheduled triggers only. Source: Forge, "Invocation limits". */
  private timeoutOf({ timeoutSeconds }: AppFunction, background: boolean): number {
    const { interactiveMs, backgroundMs } = this.options.limits;
    if (!background) return interactiveMs;
    return timeoutSeconds === undefined ? backgroundMs : timeoutSeconds * 1000;
  }
}

function tooLarge(functionKey: string, what: string, bytes: number): FunctionFailed {
  return new FunctionFailed(
    'PAYLOAD_TOO_LARGE',
    functionKey,
    `The ${what} of ${String(bytes)} bytes is larger than Forge allows.`,
  );
}

function fromJson(text: string | undefined): unknown {
  return text === undefined ? undefined : z.json().parse(JSON.parse(text));
}
