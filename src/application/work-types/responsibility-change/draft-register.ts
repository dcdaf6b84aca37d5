import { approvedContent, approvedVersion } from '../../../domain/responsibility/approved-version';
import { matrixErrors } from '../../../domain/responsibility/findings/matrix-findings';
import { draftHash, type DraftContent, type MatrixDraft } from '../../../domain/responsibility/matrix-change';
import type { MatrixVersion } from '../../../domain/responsibility/matrix-version';
import { decidedHash } from '../../../domain/ticket/deciding-content';
import {
  isMatrixDraftCommand,
  type MatrixApproval,
  type MatrixDraftCommand,
} from '../../../domain/work-types/responsibility-change/draft-command';
import { RESPONSIBILITY_CHANGE } from '../../../domain/work-types/responsibility-change/responsibility-change';
import { isInternal } from '../../../domain/responsibility/role';
import { settingsChanged } from '../../../domain/settings/settings-evidence';
import type { AccountId } from '../../../domain/shared/account';
import type { Clock } from '../../../ports/clock';
import type { Jobs } from '../../../ports/jobs';
import type { Recorder } from '../../../ports/recorder';
import type { StoredSettings } from '../../../ports/stored-settings';
import type { MatrixDrafts } from '../../../ports/matrix-drafts';
import type { MatrixVersions } from '../../../ports/matrix-versions';
import type { Roles } from '../../../ports/roles';
import type { Services } from '../../../ports/services';
import { registerOf, type Advanced } from '../../tickets/registers';
import { newestVersion } from './newest-version';

interface DraftPorts {
  drafts: MatrixDrafts;
  matrixVersions: Pick<MatrixVersions, 'list' | 'allRows'>;
  roles: Pick<Roles, 'list'>;
  services: Pick<Services, 'list'>;
  settings: StoredSettings;
  recorder: Recorder;
  clock: Clock;
  jobs: Jobs;
}

/** One step of the draft of the matrix. Refused: it isn't what was approved, and is open for edits again. */
async function advanceDraft(ports: DraftPorts, command: MatrixDraftCommand): Promise<Advanced> {
  switch (command.kind) {
    case 'set state':
      await setState(ports.drafts, command.number, command);
      return { outcome: 'done' };
    case 'adopt':
      return adopt(ports, command.number, command.approval);
    case 'finish': {
      const left = await ports.drafts.current();
      if (left?.ticket === command.ticket) {
        await changeApprover(ports, left, command.approvedBy);
        await ports.drafts.forget(left);
      }
      await ports.jobs.push([{ kind: 'sweep' }]);
      return { outcome: 'done' };
    }
  }
}

/** What the former approver has agreed to: it is on record with their name before the draft that asked for it is gone. */
async function changeApprover(
  { settings, recorder, clock }: DraftPorts,
  { matrixApproverRole }: MatrixDraft,
  approvedBy: AccountId,
): Promise<void> {
  const current = await settings.current();
  if (matrixApproverRole === null || matrixApproverRole === current.matrixApproverRole) return;
  const change = { at: clock.now(), actor: approvedBy, facts: { ...current, matrixApproverRole } };
  await recorder.record(as => [settingsChanged.entry(change, as)]);
}

export const DRAFT_REGISTER = registerOf(isMatrixDraftCommand, advanceDraft);

/** The draft of a ticket that is gone is free for another. */
export async function freeDraftOf({ drafts }: { drafts: MatrixDrafts }, ticket: string): Promise<void> {
  const draft = await drafts.current();
  if (draft?.ticket === ticket) await setState(drafts, draft.number, { state: 'open', ticket: null });
}

/** A draft whose import was cut short stays so: only another import, or discarding it, helps. */
async function setState(
  drafts: MatrixDrafts,
  number: number,
  { state, ticket }: { state: 'open' | 'submitted'; ticket: string | null },
): Promise<void> {
  const draft = await drafts.current();
  if (draft?.number !== number) return;
  const to = draft.state === 'importing' ? draft.state : state;
  if (draft.state === to && draft.ticket === ticket) return;
  if (!(await drafts.advance(draft, { state: to, ticket }))) throw changedMeanwhile();
}

function changedMeanwhile(): Error {
  return new Error('The draft of the matrix was changed meanwhile; its ticket is looked at again.');
}

/** Closes the draft first, so that nothing of it changes between the last look at it and the version. */
async function adopt(ports: DraftPorts, number: number, approval: MatrixApproval): Promise<Advanced> {
  const { drafts, matrixVersions } = ports;
  const adopted = (await matrixVersions.list()).find(
    ({ changeTicket }) => changeTicket === approval.ticketKey,
  );
  if (adopted) return { outcome: 'done', answer: adopted };
  const draft = await drafts.current();
  if (draft?.number !== number) throw changedMeanwhile();
  const closing = draft.state === 'closing' ? draft : await drafts.advance(draft, { state: 'closing' });
  if (!closing) throw changedMeanwhile();
  const content = await contentToAdopt(ports, closing, approval);
  if (!content) {
    await drafts.advance(closing, { state: 'open', ticket: null });
    return { outcome: 'refused' };
  }
  const version = versionOf(closing, content, approval);
  await drafts.adopt(version, { roles: content.roles, services: content.services });
  return { outcome: 'done', answer: version };
}

type Content = NonNullable<ReturnType<typeof approvedContent>>;

/** Undefined when the draft isn't what was approved, doesn't follow on the newest version, or has errors. */
async function contentToAdopt(
  { matrixVersions, roles, services }: DraftPorts,
  draft: MatrixDraft,
  approval: MatrixApproval,
): Promise<Content | undefined> {
  const rows = await matrixVersions.allRows(draft.number);
  const registers = { rows, roles: await roles.list(), services: await services.list() };
  const fields = { effectiveDate: approval.wantedFrom };
  const { text, files } = approval;
  const parts = { fields, service: null, text, files, subject: decidedChange(draft, registers) };
  const decided = decidedHash(RESPONSIBILITY_CHANGE, parts, account => account);
  const isSame = decided === approval.contentHash;
  const isNext = (await newestVersion(matrixVersions)) === draft.base;
  const { matrixApproverRole: approver } = draft;
  const isSound =
    matrixErrors(registers).length === 0 && (approver === null || isInternal(registers.roles, approver));
  return isSame && isNext && isSound ? (approvedContent(registers) ?? undefined) : undefined;
}

function decidedChange(draft: MatrixDraft, content: DraftContent) {
  const { number, base } = draft;
  return { number, base, hash: draftHash(content, draft) };
}

function versionOf(
  { number }: MatrixDraft,
  content: Content,
  { author, approvedBy, approvedAt, wantedFrom, ticketKey: changeTicket }: MatrixApproval,
): MatrixVersion {
  return approvedVersion(content, { number, author, approvedBy, approvedAt, wantedFrom, changeTicket });
}
