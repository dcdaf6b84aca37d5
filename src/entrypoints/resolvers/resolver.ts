import Resolver from '@forge/resolver';
import { z } from 'zod';
import type { Reply } from '../../contract/reply';
import type { Ports } from '../ports';
import { belongsTo, refused, type Audience, type Caller, type RemitFunction } from './functions';
import { remitFunctions } from './remit-functions';

/** What is read of the platform's context; it is the only source of who calls. */
const platformContext = z.object({
  accountId: z.string().optional(),
  extension: z.object({ issue: z.object({ key: z.string() }).optional() }).optional(),
});

const NOT_FOR_YOU: Record<Audience, string> = {
  administrator: 'Only a Jira administrator can do this.',
  'administrator or auditor': 'Only Jira administrators and members of the group auditors can see this.',
  'space reader': 'Only people who can browse the space of Remit can see this.',
  reader: 'You cannot see this.',
};

const FAULT = 'Something went wrong on our side. Try again in a minute.';

/** An operation of several writes can be cut between any two. What is said is only what is known. */
const FAULT_OF_A_CHANGE =
  'Something went wrong on our side. It may have been done, wholly or in part. Do it again in a minute: repeating is safe.';

/** The resolver of every page: each function checks who calls before it does anything, and a fault tells no details. */
export function createResolver(ports: Ports) {
  const resolver = new Resolver();
  for (const [name, remitFunction] of Object.entries(remitFunctions(ports))) {
    resolver.define(name, ({ payload, context }: { payload: unknown; context: unknown }) =>
      call(name, remitFunction, ports, payload, context),
    );
  }
  return resolver.getDefinitions();
}

async function call(
  name: string,
  remitFunction: RemitFunction,
  ports: Ports,
  payload: unknown,
  context: unknown,
): Promise<Reply<unknown>> {
  try {
    const caller = callerOf(context);
    if (!caller) return refused('NOT_SIGNED_IN', 'Sign in to Jira first.');
    if (!(await belongsTo(remitFunction.audience, ports.permissions))) {
      return refused('NOT_ALLOWED', NOT_FOR_YOU[remitFunction.audience]);
    }
    return await remitFunction.answer(payload, caller);
  } catch (fault) {
    console.error(`${name} failed`, fault);
    return refused('FAULT', remitFunction.changes ? FAULT_OF_A_CHANGE : FAULT);
  }
}

function callerOf(context: unknown): Caller | undefined {
  const { accountId, extension } = platformContext.parse(context);
  return accountId === undefined ? undefined : { accountId, issueKey: extension?.issue?.key };
}
