/** Who is calling: Basic auth (`email:sandbox`) for scripts, a session cookie for the shell. */
import { randomBytes } from 'node:crypto';
import type { Accounts, SiteAccount } from './accounts.ts';
import type { Exchange } from './exchange.ts';

const COOKIE = 'sandbox.session';
const PASSWORD = 'sandbox';

/** `cookie` tells a request that a browser may have sent on its own, which a write must not be trusted for. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'refused'; message: string }
  | { kind: 'signed-in'; account: SiteAccount; by: 'password' | 'cookie' };

export class SignIn {
  private readonly accounts: Accounts;
  private readonly sessions = new Map<string, string>();

  constructor(accounts: Accounts) {
    this.accounts = accounts;
  }

  /** Decides who calls. An `Authorization` header counts before a cookie, and a wrong one is refused. */
  caller(exchange: Exchange): Caller {
    const authorization = exchange.headers.authorization;
    if (authorization !== undefined) return this.byPassword(authorization);
    const accountId = this.sessions.get(cookieValue(exchange.headers.cookie ?? '') ?? '');
    const account = this.accounts().find(each => each.accountId === accountId && each.active);
    return account ? { kind: 'signed-in', account, by: 'cookie' } : { kind: 'anonymous' };
  }

  /** Opens a session. @returns the `Set-Cookie` value, or why not */
  open(email: string): { account: SiteAccount; setCookie: string } | { refused: 'unknown' | 'inactive' } {
    const account = this.accounts().find(each => sameEmail(each.email, email));
    if (!account) return { refused: 'unknown' };
    if (!account.active) return { refused: 'inactive' };
    const token = randomBytes(24).toString('base64url');
    this.sessions.set(token, account.accountId);
    return { account, setCookie: `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict` };
  }

  /** Ends the session of this request. @returns the `Set-Cookie` value that removes the cookie */
  end(exchange: Exchange): string {
    this.sessions.delete(cookieValue(exchange.headers.cookie ?? '') ?? '');
    return `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
  }

  private byPassword(authorization: string): Caller {
    const encoded = /^Basic\s+(\S+)$/i.exec(authorization)?.[1];
    if (encoded === undefined)
      return { kind: 'refused', message: 'Only Basic authentication is understood.' };
    const credentials = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = credentials.indexOf(':');
    const [email, password] = [credentials.slice(0, colon), credentials.slice(colon + 1)];
    const account = this.accounts().find(each => sameEmail(each.email, email));
    // One message for every cause: a caller can't learn which accounts exist or have left.
    if (colon < 0 || password !== PASSWORD || account?.active !== true) {
      return { kind: 'refused', message: 'Client must be authenticated to access this resource.' };
    }
    return { kind: 'signed-in', account, by: 'password' };
  }
}

function sameEmail(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

function cookieValue(header: string): string | undefined {
  const pairs = header.split(';').map(pair => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}
