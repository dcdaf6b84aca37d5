/** Every address of the local Jira's origin, and what answers it. */
import { z } from 'zod';
import type { ForgeHost, JiraSite } from '../seams.ts';
import type { SandboxClock } from '../clock.ts';
import type { Accounts, SiteAccount } from './accounts.ts';
import { decodePart, pagePath } from './app-pages.ts';
import { addFault, calls, change, clearFaults, moveClock, points, runScheduled, settle } from './commands.ts';
import { parseJson, type Answer, type Exchange } from './exchange.ts';
import { handleRest, unauthenticated } from './jira-gateway.ts';
import { crossSiteRefusal } from './origin-guard.ts';
import { invoke } from './panel-invocation.ts';
import { shellFile } from './shell-files.ts';
import { SignIn, type Caller } from './sign-in.ts';

export interface RouteOptions {
  jira: JiraSite;
  host: ForgeHost;
  clock: SandboxClock;
  accounts: Accounts;
  shellFolder: string;
  cloudId?: string;
  report: (error: unknown) => void;
  frameOrigin: (exchange: Exchange) => string;
}

interface Request {
  exchange: Exchange;
  caller: Caller;
  body: unknown;
}

const SignInBody = z.strictObject({ email: z.string() });
const NO_SUCH_COMMAND: Answer = { status: 404, json: { message: 'The sandbox has no such command.' } };

/** Answers any request; the first path segment decides which part of the sandbox does. */
export function createRoutes(options: RouteOptions): (exchange: Exchange) => Promise<Answer> {
  const signIn = new SignIn(options.accounts);
  return async exchange => {
    const caller = signIn.caller(exchange);
    const crossSite = crossSiteRefusal(exchange, caller);
    if (crossSite !== undefined)
      return { status: 403, json: { message: crossSite, errorMessages: [crossSite], errors: {} } };
    if (exchange.path.startsWith('/rest/')) return handleRest(options.jira, exchange, caller);
    if (!exchange.path.startsWith('/sandbox/'))
      return shellFile(options.shellFolder, exchange, options.frameOrigin(exchange));
    const body = parseJson(exchange);
    if (!body.ok) return { status: 400, json: { message: body.message } };
    return sandboxRoute(options, signIn, { exchange, caller, body: body.value });
  };
}

async function sandboxRoute(options: RouteOptions, signIn: SignIn, request: Request): Promise<Answer> {
  const { exchange, body } = request;
  const [, , command = '', argument = ''] = exchange.path.split('/').map(decodePart);
  switch (`${exchange.method} ${command}`) {
    case 'POST invoke':
      return argument === '' ? NO_SUCH_COMMAND : invokeAs(options, request, argument);
    case 'POST clock':
      return moveClock(options, body);
    case 'GET clock':
      return { status: 200, json: { now: options.clock.iso() } };
    case 'POST run':
      return runScheduled(options, argument, options.report);
    case 'POST settle':
      return settle(options, body);
    case 'POST settings':
      return change(options, body);
    case 'GET points':
      return points(options);
    case 'GET calls':
      return calls(options, exchange.query);
    case 'POST faults':
      return addFault(options, body);
    case 'DELETE faults':
      return clearFaults(options);
    case 'GET accounts':
      return { status: 200, json: options.accounts() };
    case 'GET modules':
      return { status: 200, json: modules(options, options.frameOrigin(exchange)) };
    case 'GET panels':
    case 'POST panels':
      return panels(options, request, argument);
    case 'GET session':
    case 'POST session':
    case 'DELETE session':
      return session(signIn, request);
    default:
      return NO_SUCH_COMMAND;
  }
}

function invokeAs(
  options: RouteOptions,
  { caller, body }: Request,
  functionKey: string,
): Answer | Promise<Answer> {
  if (caller.kind === 'signed-in') return invoke(options, functionKey, caller.account.accountId, body);
  return unauthenticated(
    caller.kind === 'refused' ? caller.message : 'Sign in, or use Basic authentication with email:sandbox.',
  );
}

const PanelPut = z.strictObject({ moduleKey: z.string(), shown: z.boolean() });

/** `GET`: where the app's panels show on a work item. `POST`: adds one there, or takes it off. */
function panels(options: RouteOptions, { exchange, caller, body }: Request, issueKey: string): Answer {
  if (caller.kind !== 'signed-in') return unauthenticated('Sign in.');
  const { accountId } = caller.account;
  if (exchange.method === 'POST') {
    const parsed = PanelPut.safeParse(body);
    if (!parsed.success) return { status: 400, json: { message: z.prettifyError(parsed.error) } };
    const { moduleKey, shown } = parsed.data;
    const outcome = options.jira.panels.put(accountId, issueKey, moduleKey, shown);
    if (outcome === 'refused') return { status: 403, json: { message: 'You may not edit this work item.' } };
    if (outcome === 'unknown')
      return { status: 404, json: { message: 'There is no such work item or panel.' } };
  }
  const placements = options.jira.panels.on(accountId, issueKey);
  return placements
    ? { status: 200, json: placements }
    : { status: 404, json: { message: 'There is no such work item.' } };
}

/** The app's pages, as the shell needs them to frame them. */
function modules({ host, cloudId }: RouteOptions, frameOrigin: string) {
  const { appId, environmentId, name } = host.app;
  return {
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
}

function session(signIn: SignIn, { exchange, caller, body }: Request): Answer {
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
