import { AUDITORS, type Audience } from '../../contract/audience';
import { FUNCTIONS, type AnswerOf, type FunctionName, type RequestOf } from '../../contract/functions';
import type { FileError, Reply } from '../../contract/reply';
import type { AccountId } from '../../domain/shared/account';
import type { Permissions } from '../../ports/permissions';
import { say } from '../../domain/shared/sentence';

/** Who calls, and from which ticket's page, as the platform says. */
export interface Caller {
  accountId: AccountId;
  issueKey: string | undefined;
}

/** What answers each of these functions of the contract. */
export type Handlers<Names extends FunctionName = FunctionName> = {
  [Name in Names]: (asked: RequestOf<Name>, caller: Caller) => Promise<Reply<AnswerOf<Name>>>;
};

/** What was sent can be in the message, and can be long. */
const LONGEST_MESSAGE = 500;

/** Parses what was sent, and has the function answer it. Refuses BAD_REQUEST for what the contract does not allow. */
export async function answerWith<Name extends FunctionName>(
  handlers: Handlers,
  name: Name,
  payload: unknown,
  caller: Caller,
): Promise<Reply<AnswerOf<Name>>> {
  const parsed = FUNCTIONS[name].request.safeParse(payload ?? {});
  if (parsed.success && !isText(payload))
    return refused('BAD_REQUEST', 'The request contains an invalid character.');
  if (parsed.success) return handlers[name](parsed.data, caller);
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  const message = say`This request is invalid${where && say` (${where})`}: ${issue?.message ?? ''}`;
  return refused('BAD_REQUEST', message.slice(0, LONGEST_MESSAGE));
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
