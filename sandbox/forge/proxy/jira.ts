import type { Identity, JiraSite } from '../../seams.ts';
import type { AppScopes } from '../manifest.ts';
import type { ForgeCall } from '../workers/messages.ts';
import { notModelled, type ProxyAnswer } from './answer.ts';
import type { PointsQuota } from './points-quota.ts';

/** What `asUser` without a person gets. Source: @forge/api turns this header into NeedsAuthenticationError. */
const NEEDS_AUTHENTICATION: ProxyAnswer = {
  status: 401,
  headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
};

/** What every call costs, also one that Jira refuses. */
const BASE_POINTS = 1;

export interface JiraProxyOptions {
  jira: JiraSite;
  scopes: AppScopes;
  /** The app's own account. */
  accountId: string;
  quota: PointsQuota;
}

/** Passes `requestJira` on to the local Jira, as the app or as the person in whose session the function runs. */
export class JiraProxy {
  private readonly options: JiraProxyOptions;

  constructor(options: JiraProxyOptions) {
    this.options = options;
  }

  /** @param body - parsed JSON */
  async answer(call: ForgeCall, body: unknown, principal: string | undefined): Promise<ProxyAnswer> {
    const { provider, accountId, contextAri } = call.spec;
    if (contextAri !== undefined) return notModelled('requestJira with another context');
    if (provider === 'app')
      return this.pass(
        call,
        body,
        { kind: 'app', accountId: this.options.accountId },
        this.options.scopes.all,
      );
    if (provider !== 'user') return notModelled('requestJira without asApp() or asUser()');
    if (accountId === undefined || accountId === principal) {
      if (principal === undefined) return NEEDS_AUTHENTICATION;
      return this.pass(call, body, { kind: 'user', accountId: principal }, this.options.scopes.all);
    }
    const { impersonation } = this.options.scopes;
    if (impersonation.length === 0) return NEEDS_AUTHENTICATION;
    return this.pass(call, body, { kind: 'user', accountId }, impersonation);
  }

  private async pass(
    call: ForgeCall,
    body: unknown,
    identity: Identity,
    scopes: readonly string[],
  ): Promise<ProxyAnswer> {
    const { method, headers } = call;
    const request = { method, path: asSent(call.path), headers, identity, scopes };
    const { jira, quota } = this.options;
    const refused = quota.refusal();
    if (refused) return refused;
    const answer = await jira.handle(body === undefined ? request : { ...request, body });
    const points = answer.points ?? BASE_POINTS;
    quota.spend(points);
    return { ...answer, points };
  }
}

/** `route` leaves some characters as they are; a URL doesn't, and what is sent is a URL. */
function asSent(path: string): string {
  const { pathname, search } = new URL(path, 'http://jira');
  return pathname + search;
}
