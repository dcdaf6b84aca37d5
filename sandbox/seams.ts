/**
 * What the parts of the sandbox know of each other: the local Jira, the Forge host, the web shell.
 * Each part is written against these shapes and never against another part's files.
 */

/** Who makes a call: a person, or the app as itself with the scopes its manifest asks for. */
export type Identity =
  | { kind: 'user'; accountId: string }
  | { kind: 'app'; accountId: string }
  | { kind: 'anonymous' };

/** A REST request as it reaches the local Jira; `path` includes the query string. */
export interface RestRequest {
  method: string;
  path: string;
  headers?: Record<string, string>;
  /** Parsed JSON, or undefined when there is no body. */
  body?: unknown;
  identity: Identity;
  /** Present when the call comes from the app (as itself or as a user): only these scopes are granted. */
  scopes?: readonly string[];
}

export interface RestResponse {
  status: number;
  headers?: Record<string, string>;
  /** JSON-serialisable; undefined sends no body. */
  body?: unknown;
}

/** The local Jira, as the Forge host and the HTTP server use it. */
export interface JiraSite {
  handle(request: RestRequest): Promise<RestResponse>;
  /** Binds the installed app: registers its custom fields and app account, and the rules its modules provide. */
  install(app: InstalledApp): void;
  /** Resolves when no transition or event is under way inside Jira itself. */
  idle(): Promise<void>;
}

/** A Jira product event, e.g. `avi:jira:updated:issue`, with the payload that Forge's documentation gives. */
export interface ProductEvent {
  eventType: string;
  /** The person or app whose act caused it. */
  atlassianId?: string;
  payload: Record<string, unknown>;
}

/** The installed app, as the local Jira sees it: its modules by type, and the three ways to call it. */
export interface InstalledApp {
  appId: string;
  environmentId: string;
  name: string;
  /** The app's own Jira account, the author of what it does as itself. */
  accountId: string;
  modules: {
    customFields: AppCustomField[];
    workflowConditions: AppWorkflowRule[];
    workflowValidators: AppWorkflowRule[];
  };
  /** Runs a function validator with Forge's time-out. Rejects when the function throws or times out. */
  validate(moduleKey: string, payload: ValidatorPayload): Promise<unknown>;
  /** Delivers an event to the app's triggers; returns at once, delivery is asynchronous. */
  publish(event: ProductEvent): void;
}

export interface AppCustomField {
  key: string;
  name: string;
  description: string;
  type: 'string' | 'number' | 'user' | 'group' | 'datetime' | 'date';
  readOnly: boolean;
}

export interface AppWorkflowRule {
  key: string;
  name: string;
  /** The manifest's expression; `config.expression` of the rule overrides it. Absent for function validators. */
  expression?: string;
  errorMessage?: string;
}

/** The argument of a function validator. Source: Forge, jira:workflowValidator, "Validating with lambda functions". */
export interface ValidatorPayload {
  issue: { key: string };
  configuration: Record<string, unknown>;
  transition: { from: { id: string }; to: { id: string }; modifiedFields: Record<string, unknown> };
}

/** One call that the app made, as `GET /sandbox/calls` shows it. */
export interface RecordedCall {
  n: number;
  type: 'jira' | 'sql' | 'kvs' | 'queue';
  /** `app` or `user`. */
  provider: string;
  /** The invocation that made the call. */
  invocation: string;
  /** The manifest's function key. */
  function: string;
  method: string;
  path: string;
  body: unknown;
  status: number;
  bytes: number;
  ms: number;
}
