/** One person of the site. Their password is `sandbox`. */
export interface ScenarioAccount {
  /** As Atlassian's, e.g. `712020:` and a UUID; the same at every start. */
  accountId: string;
  displayName: string;
  /** By which they sign in. */
  email: string;
  /** How Jira hides the address from callers; it shows it if not given. */
  hiddenEmail?: 'null' | 'empty' | 'absent' | undefined;
  /** Default true. No one signs in with an inactive account. */
  active?: boolean | undefined;
  /** By name, made when missing. `jira-administrators` makes an administrator of Jira. */
  groups?: readonly string[] | undefined;
  /** What they do, in a few words, for the sign-in page. */
  hint?: string | undefined;
  /** A CSS colour. */
  avatarColour?: string | undefined;
}

/**
 * What a site has besides the installed app. A scenario is a folder with a `scenario.ts` (or `.mjs`, `.js`) that exports
 * this as `scenario`.
 */
export interface Scenario {
  accounts: readonly ScenarioAccount[];
  /**
   * Brings the app from installed to in use, by what people do: calls of the app's functions and of Jira's REST API.
   * Runs at each start, except with `--empty`, so it has to find what an earlier run did. Rejects to stop the start.
   */
  setUp?: ((site: ScenarioSite) => Promise<void>) | undefined;
}

/** The running site, as a scenario uses it. */
export interface ScenarioSite {
  /** @param email - of one of the accounts */
  as(email: string): ScenarioPerson;
  /** Resolves when no event, queue or job is pending. */
  settle(): Promise<void>;
  /** Shows one line of progress. */
  report(line: string): void;
}

export interface ScenarioPerson {
  /**
   * Calls a resolver function as a page of the app does, and resolves to what it returned.
   * Rejects when the function throws, or when there is no such page or work item.
   */
  invoke(functionKey: string, payload?: unknown, context?: PageOfApp): Promise<unknown>;
  /** Sends a request of Jira's REST API; a refusal is an answer too. `path` includes the query. */
  request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

/** Where the page that calls is shown; an admin or global page if not given. */
export interface PageOfApp {
  issueKey?: string;
  projectKey?: string;
  moduleKey?: string;
}
