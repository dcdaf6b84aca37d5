import Resolver from '@forge/resolver';
import { z } from 'zod';
import { AUDITORS, type Audience } from '../../contract/audience';
import { FUNCTIONS, isFunctionName, type FunctionName } from '../../contract/functions';
import type { Reply } from '../../contract/reply';
import type { Ports } from '../ports';
import { quotaExceededIn, tryAgainMessage } from '../quota';
import { answerWith, belongsTo, refused, type Caller, type Handlers } from './functions';
import { handlersOf } from './handlers';
import { say } from '../../domain/shared/sentence';

/** What is read of the platform's context; it is the only source of who calls. */
const platformContext = z.object({
  accountId: z.string().optional(),
  extension: z.object({ issue: z.object({ key: z.string() }).optional() }).optional(),
});

const NOT_FOR_YOU: Record<Audience, string> = {
  administrator: 'Only a Jira administrator can do this.',
  'administrator or auditor': say`Only Jira administrators and members of the group ${AUDITORS} can see this. If your work needs it, ask a Jira administrator to add you to that group.`,
  'space reader':
    'Only people who can browse Remit’s space can see this. Ask a Jira administrator for access.',
  reader: 'You cannot see this.',
};

const FAULT = 'Something went wrong on our side. Try again in a minute.';

/** An operation of several writes can be cut between any two. What is said is only what is known. */
const FAULT_OF_A_CHANGE =
  'Something went wrong on our side. Some or all of it may be done already. Try again in a minute: repeating it is safe.';

const NOT_SET_UP = refused(
  'NOT_SET_UP',
  'Remit isn’t set up yet. A Jira administrator can do that in Settings, Apps, Remit.',
);

const NOT_ANSWERED = { reads: '', changes: ', and this may be partly done' };

/** A page that was open while the app was updated can ask for a function that is not there any more. */
const NOT_KNOWN = refused(
  'UNKNOWN_FUNCTION',
  'This page asked for something that Remit doesn’t know. Reload the page.',
);

/**
 * The resolver of every page: each function checks who calls before it does anything, and a fault tells no details.
 * A function that the contract does not list is refused here: Forge's own look-up would find what objects inherit.
 */
export function createResolver(ports: Ports) {
  const resolver = new Resolver();
  const handlers = handlersOf(ports);
  for (const name of Object.keys(FUNCTIONS).filter(isFunctionName)) {
    resolver.define(name, ({ payload, context }: { payload: unknown; context: unknown }) =>
      answerCall(name, handlers, ports, payload, context),
    );
  }
  const answer = resolver.getDefinitions();
  return async (...[request, runtime]: Parameters<typeof answer>): Promise<unknown> =>
    isFunctionName(request.call.functionKey) ? answer(request, runtime) : NOT_KNOWN;
}

/** Answers one call of a page. @param context - the platform's, with who calls */
export async function answerCall(
  name: FunctionName,
  handlers: Handlers,
  ports: Ports,
  payload: unknown,
  context: unknown,
): Promise<Reply<unknown>> {
  const { audience, effect, beforeSetUp } = FUNCTIONS[name];
  try {
    const caller = callerOf(context);
    if (!caller) return refused('NOT_SIGNED_IN', 'Sign in to Jira first.');
    if (!(await belongsTo(audience, ports.permissions))) {
      if (audience === 'space reader' && !(await isSetUp(ports))) return NOT_SET_UP;
      return refused('NOT_ALLOWED', NOT_FOR_YOU[audience]);
    }
    return await answerWith(handlers, name, payload, caller);
  } catch (fault) {
    // Before set-up there are no tables to read: that is no one's fault, and someone can do something about it.
    if (!beforeSetUp && !(await isSetUp(ports))) return NOT_SET_UP;
    console.error(`${name} failed`, fault);
    const quota = quotaExceededIn(fault);
    if (quota)
      return refused('QUOTA_EXCEEDED', tryAgainMessage(quota, ports.clock.now(), NOT_ANSWERED[effect]));
    return refused('FAULT', effect === 'changes' ? FAULT_OF_A_CHANGE : FAULT);
  }
}

/** Whether set-up has made the space; who cannot tell says yes, and the fault is told as one. */
async function isSetUp({ configurations }: Ports): Promise<boolean> {
  try {
    return (await configurations.read()).projectId !== undefined;
  } catch (fault) {
    console.error('Whether Remit is set up could not be read', fault);
    return true;
  }
}

function callerOf(context: unknown): Caller | undefined {
  const { accountId, extension } = platformContext.parse(context);
  return accountId === undefined ? undefined : { accountId, issueKey: extension?.issue?.key };
}
