/** Every address of the local Jira's origin, and what answers it. */
import { parseJson, type Answer, type Exchange } from './exchange.ts';
import { handleRest } from './jira-gateway.ts';
import { crossSiteRefusal } from './origin-guard.ts';
import type { SandboxWorld } from './sandbox-request.ts';
import { answerSandbox } from './sandbox-routes.ts';
import { shellFile } from './shell-files.ts';
import { SignIn } from './sign-in.ts';

export interface RouteOptions extends Omit<SandboxWorld, 'signIn'> {
  shellFolder: string;
}

/** Answers any request; the first path segment decides which part of the sandbox does. */
export function createRoutes(options: RouteOptions): (exchange: Exchange) => Promise<Answer> {
  const signIn = new SignIn(options.accounts);
  const world = { ...options, signIn };
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
    return answerSandbox(world, { exchange, caller, body: body.value });
  };
}
