import type { SandboxClock } from '../clock.ts';
import type { ForgeHost, JiraSite } from '../seams.ts';
import type { Accounts } from './accounts.ts';
import type { Exchange } from './exchange.ts';
import type { Caller, SignIn } from './sign-in.ts';

/** What the commands below `/sandbox/` work with. */
export interface SandboxWorld {
  jira: JiraSite;
  host: ForgeHost;
  clock: SandboxClock;
  accounts: Accounts;
  signIn: SignIn;
  cloudId?: string;
  report: (error: unknown) => void;
  frameOrigin: (exchange: Exchange) => string;
}

export interface SandboxRequest {
  exchange: Exchange;
  caller: Caller;
  body: unknown;
  /** What stands in the place of `{…}` in the path. */
  argument: string;
}
