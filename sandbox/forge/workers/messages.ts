/** What the main thread and a worker say to each other. Everything of the app's travels as JSON text or a string. */

/** The parts of `__forge_runtime__` that differ from one invocation to the next. */
export interface InvocationRuntime {
  appContext: {
    appId: string;
    appVersion: string;
    environmentId: string;
    environmentType: 'DEVELOPMENT';
    invocationId: string;
    installationId: string;
    functionKey: string;
    moduleType: string;
    moduleKey: string;
    permissions: { scopes: readonly string[]; external: Record<string, never> };
  };
  contextAri: string;
  /** The person in whose session the function runs. */
  aaid?: string;
}

export interface InvokeMessage {
  kind: 'invoke';
  invocation: string;
  /** The name that the bundle exports. */
  handler: string;
  /** JSON of the argument list. */
  args: string;
  runtime: InvocationRuntime;
  timeoutMs: number;
  logLines: number;
  logBytes: number;
}

/** A call of `__forge_fetch__`. */
export interface ForgeCall {
  spec: { type: string; provider?: string; remote?: string; accountId?: string; contextAri?: string };
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

export type AnswerMessage =
  | {
      kind: 'answer';
      call: number;
      status: number;
      statusText: string;
      headers: Record<string, string>;
      body?: string | Uint8Array;
    }
  | { kind: 'lost'; call: number; reason: string };

export type ToWorker = InvokeMessage | AnswerMessage;

export interface LogLine {
  level: 'debug' | 'info' | 'log' | 'warn' | 'error';
  text: string;
}

export type FromWorker =
  | { kind: 'ready'; exports: string[] }
  | { kind: 'call'; invocation: string; call: number; request: ForgeCall }
  | { kind: 'log'; invocation: string; line: LogLine }
  | { kind: 'returned'; invocation: string; value?: string }
  | { kind: 'threw'; invocation: string; name: string; message: string; stack: string };
