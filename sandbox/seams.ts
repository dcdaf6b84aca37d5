/**
 * What the parts of the sandbox know of each other: the local Jira, the Forge host, the web shell.
 * Each part is written against these shapes and never against another part's files.
 */

/** Who makes a call: a person, or the app as itself with the scopes its manifest asks for. */
export type Identity =
  { kind: 'user'; accountId: string } | { kind: 'app'; accountId: string } | { kind: 'anonymous' };

/** A REST request as it reaches the local Jira; `path` includes the query string. */
export interface RestRequest {
  method: string;
  path: string;
  headers?: Record<string, string>;
  /** Parsed JSON, or undefined when there is no body. */
  body?: unknown;
  /** The files of a form; absent when the request is none. */
  files?: readonly UploadedFile[];
  identity: Identity;
  /** Present when the call comes from the app (as itself or as a user): only these scopes are granted. */
  scopes?: readonly string[];
}

/** A file of a form, as it was sent. */
export interface UploadedFile {
  /** The name of its part of the form. */
  part: string;
  filename: string;
  /** Its media type. */
  type: string;
  bytes: Uint8Array;
}

export interface RestResponse {
  status: number;
  headers?: Record<string, string>;
  /** JSON-serialisable; undefined sends no body. */
  body?: unknown;
  /** Sent as they are in place of a body; `headers` names their type. */
  bytes?: Uint8Array;
  /** What the call costs an app of its hourly quota, in points; given for calls that carry scopes. */
  points?: number;
}

/** The local Jira, as the Forge host and the HTTP server use it. */
export interface JiraSite {
  handle(request: RestRequest): Promise<RestResponse>;
  /** Binds the installed app: registers its custom fields and app account, and the rules its modules provide. */
  install(app: InstalledApp): void;
  readonly panels: IssuePanels;
  /** Resolves when no transition or event is under way inside Jira itself. */
  idle(): Promise<void>;
}

/** Where the app's issue panels show. */
export interface IssuePanels {
  /** Those of the app, in the order of the manifest; undefined when the person may not see the work item. */
  on(accountId: string, issueKey: string): PanelPlacement[] | undefined;
  /** Adds a panel to one work item, or takes it off again. */
  put(accountId: string, issueKey: string, moduleKey: string, shown: boolean): 'done' | 'refused' | 'unknown';
}

export interface PanelPlacement {
  moduleKey: string;
  /** An administrator has it shown on all work items of the project. */
  inProject: boolean;
  /** Someone added it to this one. */
  onIssue: boolean;
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
    issuePanels: { key: string }[];
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
  /** What it cost of the hourly quota; 0 for calls that never reach Jira. */
  points: number;
}

/** What the platform does more or less of than usual. A restart forgets them. */
export interface HostSettings {
  /** How long product events take to reach triggers, in milliseconds of the sandbox clock. */
  eventDelayMs: number;
  /** The points that the app's calls to Jira may cost from one full hour to the next. */
  pointsPerHour: number;
}

/** What the app's calls to Jira cost in the present hour of the sandbox clock. */
export interface PointsUsed {
  used: number;
  perHour: number;
  /** The next full hour, as ISO 8601 UTC: from then on there are points again. */
  resetsAt: string;
}

/** How a scheduled trigger ended. */
export interface ScheduledRun {
  /** What it returned as `statusCode`; 424 when it returned none. */
  statusCode: number;
}

/** A part of the app that has a page of its own: an issue panel, an admin page, the view of a workflow rule. */
export interface UiModule {
  /** The manifest's module type, e.g. `jira:issuePanel`. */
  type: string;
  key: string;
  title: string;
  /** Absolute folder of the built resource and the HTML file in it. */
  folder: string;
  entry: string;
  /** The file of its icon, in the same folder. */
  icon?: string;
}

/** A call from a page of the app to its resolver, as `invoke` of @forge/bridge makes it. */
export interface ResolverCall {
  functionKey: string;
  payload: unknown;
  accountId: string;
  /** The module whose page calls; its `resolver.function` answers. */
  moduleKey: string;
  /** `context.extension` of the call, e.g. `{type:'jira:issuePanel', issue:{id,key,type,typeId}, project:{id,key,type}}`. */
  extension: Record<string, unknown>;
}

/**
 * Makes the next `times` matching calls of the app fail. With `status` the call does not take effect; `drop` lets it
 * take effect and loses the answer; with `timeOut` the function's time is over while the call is under way, and it takes
 * effect when no one waits for it any more.
 */
export interface Fault {
  match: { type?: RecordedCall['type']; path?: string; function?: string };
  /** How many matching calls pass untouched before; none if not given. */
  after?: number;
  status?: number;
  delayMs?: number;
  drop?: boolean;
  timeOut?: boolean;
  times: number;
}

/** The Forge host, as the HTTP server and the command line use it. */
export interface ForgeHost {
  readonly app: InstalledApp;
  readonly uiModules: readonly UiModule[];
  /** The content permissions of the manifest (`permissions.content`), for the CSP of the app's pages. */
  readonly contentPermissions: { scripts?: string[]; styles?: string[] };
  /** Resolves to what the resolver returned, after a trip through JSON. Rejects as Forge does when it throws or times out. */
  invokeResolver(call: ResolverCall): Promise<unknown>;
  /** Calls the function of a trigger or a queue once, with any payload. Rejects as Forge does when it throws or times out. */
  deliver(
    module: 'trigger' | 'consumer',
    moduleKey: string,
    payload: Record<string, unknown>,
  ): Promise<unknown>;
  /** Runs a scheduled trigger now. Rejects for an unknown key, and when it throws or times out. */
  runScheduled(triggerKey: string): Promise<ScheduledRun>;
  /** Tells the host that the clock moved, so that delayed queue events and scheduled triggers that are due run. */
  clockMoved(): void;
  /**
   * Resolves when no event, queue delivery or function is pending or running. Queue events with a delay and retries wait
   * for the clock. Late events are delivered now, or with `keep` wait for the clock too.
   */
  settle(late?: 'deliver' | 'keep'): Promise<void>;
  /** Changes the settings that are given. @returns all of them */
  set(settings: Partial<HostSettings>): HostSettings;
  points(): PointsUsed;
  /** The calls recorded after number `since`. */
  calls(since: number): RecordedCall[];
  addFault(fault: Fault): void;
  /** Forgets the faults that no call has met. */
  clearFaults(): void;
  stop(): Promise<void>;
}
