/** The commands by which the web shell knows the people, the session and the pages of the app. */
import { z } from 'zod';
import type { SiteAccount } from './accounts.ts';
import { pagePath } from './app-pages.ts';
import type { Answer } from './exchange.ts';
import { unauthenticated } from './jira-gateway.ts';
import type { SandboxRequest, SandboxWorld } from './sandbox-request.ts';

const PanelPut = z.strictObject({ moduleKey: z.string(), shown: z.boolean() });

/** `GET`: where the app's panels show on a work item. `POST`: adds one there, or takes it off. */
export function panels(
  world: SandboxWorld,
  { exchange, caller, body, argument: issueKey }: SandboxRequest,
): Answer {
  if (caller.kind !== 'signed-in') return unauthenticated('Sign in.');
  const { accountId } = caller.account;
  if (exchange.method === 'POST') {
    const parsed = PanelPut.safeParse(body);
    if (!parsed.success) return { status: 400, json: { message: z.prettifyError(parsed.error) } };
    const { moduleKey, shown } = parsed.data;
    const outcome = world.jira.panels.put(accountId, issueKey, moduleKey, shown);
    if (outcome === 'refused') return { status: 403, json: { message: 'You may not edit this work item.' } };
    if (outcome === 'unknown')
      return { status: 404, json: { message: 'There is no such work item or panel.' } };
  }
  const placements = world.jira.panels.on(accountId, issueKey);
  return placements
    ? { status: 200, json: placements }
    : { status: 404, json: { message: 'There is no such work item.' } };
}

/** The app's pages, as the shell needs them to frame them. */
export function modules({ host, cloudId, ...world }: SandboxWorld, { exchange }: SandboxRequest): Answer {
  const { appId, environmentId, name } = host.app;
  const frameOrigin = world.frameOrigin(exchange);
  const json = {
    app: { appId, environmentId, name },
    ...(cloudId === undefined ? {} : { cloudId }),
    modules: host.uiModules.map(module => ({
      type: module.type,
      key: module.key,
      title: module.title,
      frameUrl: frameOrigin + pagePath(module),
      ...(module.icon === undefined ? {} : { iconUrl: `${frameOrigin}/${module.key}/${module.icon}` }),
    })),
  };
  return { status: 200, json };
}

const SignInBody = z.strictObject({ email: z.string() });

export function session({ signIn }: SandboxWorld, { exchange, caller, body }: SandboxRequest): Answer {
  if (exchange.method === 'GET') {
    return { status: 200, json: { account: caller.kind === 'signed-in' ? caller.account : null } };
  }
  if (exchange.method === 'DELETE')
    return { status: 200, headers: { 'set-cookie': signIn.end(exchange) }, json: { account: null } };
  const parsed = SignInBody.safeParse(body);
  if (!parsed.success) return { status: 400, json: { message: z.prettifyError(parsed.error) } };
  const opened = signIn.open(parsed.data.email);
  if ('refused' in opened) return refusedSignIn(opened.refused);
  return {
    status: 200,
    headers: { 'set-cookie': opened.setCookie },
    json: { account: opened.account satisfies SiteAccount },
  };
}

function refusedSignIn(why: 'unknown' | 'inactive'): Answer {
  const message =
    why === 'unknown' ? 'There is no such account.' : 'This account is inactive and can no longer sign in.';
  return { status: why === 'unknown' ? 404 : 403, json: { message } };
}
