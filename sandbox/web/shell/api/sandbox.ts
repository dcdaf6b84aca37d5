/** What the sandbox itself offers the shell: accounts to sign in with, the session, the app's pages. */
import { z } from 'zod';
import { nothing, request } from './request';

export const Account = z.object({
  accountId: z.string(),
  email: z.string(),
  displayName: z.string(),
  active: z.boolean(),
  hint: z.string().optional(),
  avatarColour: z.string().optional(),
});
export type Account = z.infer<typeof Account>;

const AppModule = z.object({
  type: z.string(),
  key: z.string(),
  title: z.string(),
  frameUrl: z.url(),
  iconUrl: z.url().optional(),
});
export type AppModule = z.infer<typeof AppModule>;

const InstalledApp = z.object({
  app: z.object({ appId: z.string(), environmentId: z.string(), name: z.string() }),
  cloudId: z.string().optional(),
  modules: z.array(AppModule),
});
export type InstalledApp = z.infer<typeof InstalledApp>;

const Session = z.object({ account: Account.nullable() });

export const listAccounts = () => request(z.array(Account), 'GET', '/sandbox/accounts');
export const currentAccount = async () => (await request(Session, 'GET', '/sandbox/session')).account;
export const signIn = (email: string) => request(nothing, 'POST', '/sandbox/session', { email });
export const signOut = () => request(nothing, 'DELETE', '/sandbox/session');
export const installedApp = () => request(InstalledApp, 'GET', '/sandbox/modules');

/** What `invoke` on a page of the app does: the function runs as the person signed in. */
export function invokeResolver(
  functionKey: string,
  payload: unknown,
  context: { moduleKey: string; issueKey?: string },
) {
  return request(z.unknown(), 'POST', `/sandbox/invoke/${encodeURIComponent(functionKey)}`, {
    payload,
    context,
  });
}
