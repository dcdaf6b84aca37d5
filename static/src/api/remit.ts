/** Every call of the pages to the app's resolver functions. */
import { invoke } from '@forge/bridge';
import type { AnswerOf, FunctionName, PayloadOf } from '../../../src/contract/functions';
import type { Reply } from '../../../src/contract/reply';

/** What a function answers, or its refusal. */
type ReplyTo<Name extends FunctionName> = Promise<Reply<AnswerOf<Name>>>;

/** The registers that can be imported from a file. */
export type Dataset = PayloadOf<'register.import'>['dataset'];

/** Which rows of the matrix are meant: those of an approved version, or the draft's. */
export type Edition = { version: number } | { draft: true };

/** Which part of the evidence is meant: of one ticket, of one kind; all of it where neither is named. */
export interface EvidenceFilter {
  ticket?: string;
  kind?: string;
}

/** Who decides the ticket the panel is on; the server takes the ticket from Jira's context. */
export const explainRoute = (): ReplyTo<'route.explain'> => ask('route.explain');

/** What Remit's rules do at a transition of a workflow. */
export const explainRule = (rule: PayloadOf<'rule.explain'>): ReplyTo<'rule.explain'> =>
  ask('rule.explain', rule);

export const readSetUpStatus = (): ReplyTo<'setup.status'> => ask('setup.status');

/** What set-up would write. Writes nothing. */
export const planSetUp = (): ReplyTo<'setup.plan'> => ask('setup.plan');

/** Does the next step of set-up. */
export const runSetUpStep = (): ReplyTo<'setup.run'> => ask('setup.run');

/** Imports a register or a part of one, or with `dryRun` only tells what that would change. */
export const importRegister = (
  dataset: Dataset,
  csv: string,
  dryRun: boolean,
  part?: PayloadOf<'register.import'>['part'],
): ReplyTo<'register.import'> => ask('register.import', { dataset, csv, dryRun, ...(part && { part }) });

/** A page of a register as CSV. @param part - of the matrix, or of the evidence */
export const exportRegister = (
  dataset: Dataset | 'accounts' | 'evidence',
  part: Edition | EvidenceFilter | undefined,
  cursor: string | undefined,
): ReplyTo<'register.export'> => ask('register.export', { dataset, ...part, ...(cursor && { cursor }) });

/** A page of what is on record, newest first. */
export const readEvidence = (filter: EvidenceFilter, cursor: string | undefined): ReplyTo<'evidence.read'> =>
  ask('evidence.read', { ...filter, ...(cursor && { cursor }) });

/** Who owns what the text is about, at an instant or now. */
export const findOwner = (text: string, at: string | undefined): ReplyTo<'owner.find'> =>
  ask('owner.find', { text, ...(at && { at }) });

/** Which version of the matrix is meant: by its number, by an instant at which it was in force, or the one in force now. */
export type WhichVersion = { version: number } | { at: string } | 'in force';

/** A page of a version's rows. */
export const viewMatrix = (which: WhichVersion, cursor: string | undefined): ReplyTo<'matrix.view'> =>
  ask('matrix.view', { ...(which !== 'in force' && which), ...(cursor && { cursor }) });

export const readDraft = (cursor: string | undefined): ReplyTo<'matrix.draft'> =>
  ask('matrix.draft', { ...(cursor && { cursor }) });

export const readFindings = (edition: Edition): ReplyTo<'matrix.findings'> => ask('matrix.findings', edition);

/** The difference between two versions, or between the draft and the version it began from. */
export const compare = (what: { from: number; to: number } | { draft: true }): ReplyTo<'matrix.diff'> =>
  ask('matrix.diff', what);

export type DraftEdit = PayloadOf<'matrix.edit'>;

/** Changes the draft; `revision` is the one that the reader has seen, and another one is refused. */
export const editDraft = (edit: DraftEdit): ReplyTo<'matrix.edit'> => ask('matrix.edit', edit);

/** Opens a Responsibility change for the draft. */
export const submitDraft = (): ReplyTo<'matrix.submit'> => ask('matrix.submit');

export const readMyWork = (): ReplyTo<'work.mine'> => ask('work.mine');

/** Bypasses, for those it concerns. */
export const listBypasses = (): ReplyTo<'bypass.list'> => ask('bypass.list');

/** Puts on record that the reader has judged a bypass, and why. */
export const acknowledgeBypass = (bypass: string, reason: string): ReplyTo<'bypass.acknowledge'> =>
  ask('bypass.acknowledge', { bypass, reason });

export const listAccounts = (): ReplyTo<'account.list'> => ask('account.list');

export const listHolders = (): ReplyTo<'holders.list'> => ask('holders.list');

export const appoint = (appointment: PayloadOf<'holders.appoint'>): ReplyTo<'holders.appoint'> =>
  ask('holders.appoint', appointment);

export const transferRoles = (transfer: PayloadOf<'holders.transfer'>): ReplyTo<'holders.transfer'> =>
  ask('holders.transfer', transfer);

export const readSettings = (): ReplyTo<'settings.get'> => ask('settings.get');

export const saveSettings = (settings: PayloadOf<'settings.set'>): ReplyTo<'settings.set'> =>
  ask('settings.set', settings);

/** Nothing need be sent where everything in it may be left out. */
type Sent<Payload> = Record<string, never> extends Payload ? [payload?: Payload] : [payload: Payload];

/**
 * One call. A refusal is a reply; the promise rejects when there is none, and when the server itself failed: no one
 * refused anything then, and what was asked for may have been done.
 * The replies are not parsed again: they come from our own server, through Jira, and go nowhere else.
 */
async function ask<Name extends FunctionName>(
  name: Name,
  ...[payload]: Sent<PayloadOf<Name>>
): ReplyTo<Name> {
  const reply: unknown = await (payload ? invoke(name, payload) : invoke(name));
  if (!isReplyOf(name, reply)) throw new Error(`${name} did not answer in the agreed form`);
  if (!reply.ok && reply.code === 'FAULT') throw new Error(`${name} failed on the server`);
  return reply;
}

/** That it is a reply at all: what is in it, the server says by the same table. */
function isReplyOf<Name extends FunctionName>(_: Name, value: unknown): value is Reply<AnswerOf<Name>> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
