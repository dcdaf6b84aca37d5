/** Every call of the pages to the app's resolver functions. */
import { invoke } from '@forge/bridge';
import type { BypassAcknowledgedReply, BypassesListed } from '../../../src/contract/bypasses';
import type { EvidenceRead } from '../../../src/contract/evidence';
import type {
  MatrixDiff,
  MatrixDraft,
  MatrixFindings,
  MatrixRow,
  MatrixSubmitted,
  MatrixView,
  OwnersFound,
} from '../../../src/contract/matrix';
import type { HoldersListed, HoldersTransferred, Settings, WorkWaiting } from '../../../src/contract/people';
import type { AccountsListed, RegisterExported, RegisterImported } from '../../../src/contract/registers';
import type { Reply } from '../../../src/contract/reply';
import type { RouteExplanation } from '../../../src/contract/route-explain';
import type { RuleExplanation } from '../../../src/contract/rule-explain';
import type { SetUpPlan, SetUpProgress, SetUpStatus } from '../../../src/contract/set-up';

/** The registers that can be imported from a file. */
export type Dataset = 'roles' | 'holders' | 'services' | 'responsibilities';

/** Which rows of the matrix are meant: those of an approved version, or the draft's. */
export type Edition = { version: number } | { draft: true };

/** Which part of the evidence is meant: of one ticket, of one kind; all of it where neither is named. */
export interface EvidenceFilter {
  ticket?: string;
  kind?: string;
}

/** Who decides the ticket the panel is on; the server takes the ticket from Jira's context. */
export const explainRoute = (): Promise<Reply<RouteExplanation>> => ask('route.explain');

/** What Remit's rules do at a transition of a workflow. */
export const explainRule = (rule: {
  workType: string;
  from: string;
  to: string;
}): Promise<Reply<RuleExplanation>> => ask('rule.explain', rule);

export const readSetUpStatus = (): Promise<Reply<SetUpStatus>> => ask('setup.status');

/** What set-up would write. Writes nothing. */
export const planSetUp = (): Promise<Reply<SetUpPlan>> => ask('setup.plan');

/** Does the next step of set-up. */
export const runSetUpStep = (): Promise<Reply<SetUpProgress>> => ask('setup.run');

/** One part of a file that is too large for one call. */
export interface FilePart {
  upload: string;
  number: number;
  of: number;
}

/** What is said to a part when others are still missing. */
export interface PartTaken {
  waitingFor: number;
}

/** Imports a register or a part of one, or with `dryRun` only tells what that would change. */
export const importRegister = (
  dataset: Dataset,
  csv: string,
  dryRun: boolean,
  part?: FilePart,
): Promise<Reply<RegisterImported | PartTaken>> =>
  ask('register.import', { dataset, csv, dryRun, ...(part && { part }) });

/** A page of a register as CSV. @param part - of the matrix, or of the evidence */
export const exportRegister = (
  dataset: Dataset | 'accounts' | 'evidence',
  part: Edition | EvidenceFilter | undefined,
  cursor: string | undefined,
): Promise<Reply<RegisterExported>> =>
  ask('register.export', { dataset, ...part, ...(cursor && { cursor }) });

/** A page of what is on record, newest first. */
export const readEvidence = (
  filter: EvidenceFilter,
  cursor: string | undefined,
): Promise<Reply<EvidenceRead>> => ask('evidence.read', { ...filter, ...(cursor && { cursor }) });

/** Who owns what the text is about, at an instant or now. */
export const findOwner = (text: string, at: string | undefined): Promise<Reply<OwnersFound>> =>
  ask('owner.find', { text, ...(at && { at }) });

/** Which version of the matrix is meant: by its number, by an instant at which it was in force, or the one in force now. */
export type WhichVersion = { version: number } | { at: string } | 'in force';

/** A page of a version's rows. */
export const viewMatrix = (which: WhichVersion, cursor: string | undefined): Promise<Reply<MatrixView>> =>
  ask('matrix.view', { ...(which !== 'in force' && which), ...(cursor && { cursor }) });

export const readDraft = (cursor: string | undefined): Promise<Reply<MatrixDraft>> =>
  ask('matrix.draft', { ...(cursor && { cursor }) });

export const readFindings = (edition: Edition): Promise<Reply<MatrixFindings>> =>
  ask('matrix.findings', edition);

/** The difference between two versions, or between the draft and the version it began from. */
export const compare = (what: { from: number; to: number } | { draft: true }): Promise<Reply<MatrixDiff>> =>
  ask('matrix.diff', what);

export type DraftEdit =
  | { edit: 'begin' }
  | { edit: 'put row'; revision: number; row: MatrixRow }
  | { edit: 'remove row'; revision: number; id: string }
  | { edit: 'discard'; revision: number };

/** Changes the draft; `revision` is the one that the reader has seen, and another one is refused. */
export const editDraft = (edit: DraftEdit): Promise<Reply<MatrixDraft>> => ask('matrix.edit', edit);

/** Opens a Responsibility change for the draft. */
export const submitDraft = (): Promise<Reply<MatrixSubmitted>> => ask('matrix.submit');

export const readMyWork = (): Promise<Reply<WorkWaiting>> => ask('work.mine');

/** What went past the gates, for those whom it concerns. */
export const listBypasses = (): Promise<Reply<BypassesListed>> => ask('bypass.list');

/** Puts on record that the reader has judged a bypass, and why. */
export const acknowledgeBypass = (bypass: string, reason: string): Promise<Reply<BypassAcknowledgedReply>> =>
  ask('bypass.acknowledge', { bypass, reason });

export const listAccounts = (): Promise<Reply<AccountsListed>> => ask('account.list');

export const listHolders = (): Promise<Reply<HoldersListed>> => ask('holders.list');

export interface Appointment {
  role: string;
  accountId: string;
  capacity: 'holder' | 'deputy';
  from: string;
  to: string | null;
}

export const appoint = (appointment: Appointment): Promise<Reply<unknown>> =>
  ask('holders.appoint', { ...appointment });

export interface Transfer {
  fromAccountId: string;
  toAccountId: string;
  from: string;
  dryRun: boolean;
}

export const transferRoles = (transfer: Transfer): Promise<Reply<HoldersTransferred>> =>
  ask('holders.transfer', { ...transfer });

export const readSettings = (): Promise<Reply<Settings>> => ask('settings.get');

export const saveSettings = (settings: Settings): Promise<Reply<Settings>> =>
  ask('settings.set', { ...settings });

/**
 * One call. A refusal is a reply; the promise rejects when there is none, and when the server itself failed: nobody
 * refused anything then, and what was asked for may have been done.
 * The replies are not parsed again: they come from our own server, through Jira, and go nowhere else.
 */
async function ask<T>(functionKey: string, payload?: Record<string, unknown>): Promise<Reply<T>> {
  const reply: unknown = await (payload ? invoke(functionKey, payload) : invoke(functionKey));
  if (!isReply(reply)) throw new Error(`${functionKey} did not answer in the agreed form`);
  if ('code' in reply && reply.code === 'FAULT') throw new Error(`${functionKey} failed on the server`);
  return reply as Reply<T>;
}

function isReply(value: unknown): value is { ok: boolean } {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
