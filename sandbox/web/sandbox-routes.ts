/** `/sandbox/**`: what the sandbox offers to people, scripts and tests, and to its own web shell. No real site has it. */
import { addFault, calls, change, clearFaults, moveClock, points, runScheduled, settle } from './commands.ts';
import { decodePart } from './app-pages.ts';
import type { Answer } from './exchange.ts';
import { unauthenticated } from './jira-gateway.ts';
import { invoke } from './panel-invocation.ts';
import type { SandboxRequest, SandboxWorld } from './sandbox-request.ts';
import { modules, panels, session } from './shell-commands.ts';

export interface SandboxRoute {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/sandbox/`. */
  path: string;
  /** The body or the query, as one writes it. */
  takes?: string;
  does: string;
  answer(world: SandboxWorld, request: SandboxRequest): Answer | Promise<Answer>;
}

export const SANDBOX_ROUTES: readonly SandboxRoute[] = [
  {
    method: 'POST',
    path: 'invoke/{function}',
    takes: '`{payload?, context?: {issueKey?, projectKey?, moduleKey?}}`',
    does: 'what a page of the app does when it calls that function as the person signed in',
    answer: invokeAs,
  },
  {
    method: 'GET',
    path: 'clock',
    does: 'the time on the clock of the sandbox',
    answer: ({ clock }) => ({ status: 200, json: { now: clock.iso() } }),
  },
  {
    method: 'POST',
    path: 'clock',
    takes: '`{advance: "P30D"}` or `{set: "2026-12-01T00:00:00Z"}`',
    does: 'moves the clock forward; what falls due is done',
    answer: (world, { body }) => moveClock(world, body),
  },
  {
    method: 'POST',
    path: 'run/{scheduledTrigger}',
    does: 'runs a scheduled trigger of the manifest now',
    answer: (world, { argument }) => runScheduled(world, argument, world.report),
  },
  {
    method: 'POST',
    path: 'settle',
    takes: '`{late?: "keep"}`',
    does: 'answers when no event, queue or job is pending; late events are delivered at once, unless they are kept',
    answer: (world, { body }) => settle(world, body),
  },
  {
    method: 'POST',
    path: 'settings',
    takes: '`{eventDelay?: "PT3M", pointsPerHour?: 65000}`',
    does: 'makes events late, or sets the quota of points; answers the settings in force',
    answer: (world, { body }) => change(world, body),
  },
  {
    method: 'GET',
    path: 'points',
    does: 'what the calls of the app to Jira cost in the present hour',
    answer: points,
  },
  {
    method: 'GET',
    path: 'calls',
    takes: '`?since=N`',
    does: 'the calls that the app made of Jira, SQL, key-value store and queue after number N; the header `X-Sandbox-Points` has what they cost together',
    answer: (world, { exchange }) => calls(world, exchange.query),
  },
  {
    method: 'POST',
    path: 'faults',
    takes: '`{match: {type?, path?, function?}, status? \\| delayMs? \\| drop? \\| timeOut?, after?, times}`',
    does: 'makes the next calls of the app that match fail',
    answer: (world, { body }) => addFault(world, body),
  },
  {
    method: 'DELETE',
    path: 'faults',
    does: 'forgets the faults that no call has met',
    answer: clearFaults,
  },
  {
    method: 'GET',
    path: 'accounts',
    does: 'the people who can sign in',
    answer: ({ accounts }) => ({ status: 200, json: accounts() }),
  },
  {
    method: 'GET',
    path: 'modules',
    does: 'the app, and its pages with their addresses',
    answer: modules,
  },
  {
    method: 'GET',
    path: 'panels/{issue}',
    does: 'where the issue panels of the app show on a work item',
    answer: panels,
  },
  {
    method: 'POST',
    path: 'panels/{issue}',
    takes: '`{moduleKey, shown}`',
    does: 'adds a panel to a work item, or takes it off',
    answer: panels,
  },
  { method: 'GET', path: 'session', does: 'who is signed in', answer: session },
  { method: 'POST', path: 'session', takes: '`{email}`', does: 'signs in, with a cookie', answer: session },
  { method: 'DELETE', path: 'session', does: 'signs out', answer: session },
];

const NO_SUCH_COMMAND: Answer = { status: 404, json: { message: 'The sandbox has no such command.' } };

/** Answers a request whose path begins with `/sandbox/`; 404 for one that is not in the list. */
export async function answerSandbox(
  world: SandboxWorld,
  request: Omit<SandboxRequest, 'argument'>,
): Promise<Answer> {
  const [, , name = '', argument = ''] = request.exchange.path.split('/').map(decodePart);
  const found = SANDBOX_ROUTES.find(({ method, path }) => {
    const [command, placeholder] = path.split('/');
    const isGiven = placeholder === undefined || argument !== '';
    return method === request.exchange.method && command === name && isGiven;
  });
  return found ? found.answer(world, { ...request, argument }) : NO_SUCH_COMMAND;
}

function invokeAs(world: SandboxWorld, { caller, body, argument }: SandboxRequest): Answer | Promise<Answer> {
  if (caller.kind === 'signed-in') return invoke(world, argument, caller.account.accountId, body);
  return unauthenticated(
    caller.kind === 'refused' ? caller.message : 'Sign in, or use Basic authentication with email:sandbox.',
  );
}
