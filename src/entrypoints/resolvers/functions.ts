import type { z } from 'zod';
import { AUDITORS } from '../../contract/audience';
import type { FileError, Reply } from '../../contract/reply';
import type { AccountId } from '../../domain/shared/account';
import type { Permissions } from '../../ports/permissions';

/** Who calls, and from which ticket's page, as the platform says. */
export interface Caller {
  accountId: AccountId;
  issueKey: string | undefined;
}

/**
 * Who may call a function. `space reader`: whoever can browse our space. `reader`: the function asks for itself, of the
 * ticket that it is about.
 */
export type Audience = 'administrator' | 'administrator or auditor' | 'space reader' | 'reader';

/** A function of the resolver: who may call it, what it takes, and what it answers. */
export interface RemitFunction {
  audience: Audience;
  /** Whether it may change something: then a fault may leave it done in part. */
  changes: boolean;
  /** Whether it is for a site that is not set up yet: then its faults are faults, there as elsewhere. */
  beforeSetUp: boolean;
  answer(payload: unknown, caller: Caller): Promise<Reply<unknown>>;
}

/** What was sent can be in the message, and can be long. */
const LONGEST_MESSAGE = 500;

/** Defines a function that changes something. It must be harmless to repeat, for a fault may leave it done in part. */
export function defineChange<Payload>(...defined: Parameters<typeof define<Payload>>): RemitFunction {
  return { ...define(...defined), changes: true };
}

/** A function of the set-up itself, which needs nothing that set-up makes. */
export function beforeSetUp(defined: RemitFunction): RemitFunction {
  return { ...defined, beforeSetUp: true };
}

/** Defines a function that only reads. Its payload is parsed before it is looked at. */
export function define<Payload>(
  audience: Audience,
  request: z.ZodType<Payload>,
  handle: (payload: Payload, caller: Caller) => Promise<Reply<unknown>>,
): RemitFunction {
  return {
    audience,
    changes: false,
    beforeSetUp: false,
    answer: async (payload, caller) => {
      const parsed = request.safeParse(payload ?? {});
      if (parsed.success && !isText(parsed.data))
        return refused('BAD_REQUEST', 'This request has a character in it that is no text.');
      if (parsed.success) return handle(parsed.data, caller);
      const [issue] = parsed.error.issues;
      const where = issue?.path.map(String).join('.') ?? '';
      const message = `This request is not as it should be${where && ` (${where})`}: ${issue?.message ?? ''}`;
      return refused('BAD_REQUEST', message.slice(0, LONGEST_MESSAGE));
    },
  };
}

/** A file is read line by line, and those that are no text are named. */
const FILE = 'csv';

/** Whether every text in it is one: half a character and NUL stand in none, and cannot be hashed or kept everywhere. */
function isText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => name === FILE || isText(inner));
}

export function answered<T>(data: T): Reply<T> {
  return { ok: true, data };
}

export function refused(code: string, message: string, errors?: FileError[]): Reply<never> {
  return { ok: false, code, message, ...(errors ? { errors } : {}) };
}

/** What the pages offer the caller; whether they may is decided again when they do it. */
export async function rightsOf(
  permissions: Permissions,
): Promise<{ youMayEdit: boolean; youMayExport: boolean }> {
  const youMayEdit = await permissions.isJiraAdministrator();
  return { youMayEdit, youMayExport: youMayEdit || (await permissions.isInGroup(AUDITORS)) };
}

/** Whether the caller belongs to the audience; asked of Jira as the caller. */
export async function belongsTo(audience: Audience, permissions: Permissions): Promise<boolean> {
  if (audience === 'reader') return true;
  if (audience === 'space reader') return permissions.canBrowseSpace();
  if (await permissions.isJiraAdministrator()) return true;
  return audience === 'administrator or auditor' && permissions.isInGroup(AUDITORS);
}
