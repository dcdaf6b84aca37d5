import { compareMatrices } from '../../application/matrix/compare-matrices';
import { editDraft, type DraftEdit } from '../../application/matrix/edit-draft';
import type { MatrixRefusal } from '../../application/matrix/matrix-refusal';
import { reviewMatrix } from '../../application/matrix/review-matrix';
import { showDraft, shownDraft } from '../../application/matrix/show-draft';
import { submitDraft } from '../../application/matrix/submit-draft';
import { viewMatrix } from '../../application/matrix/view-matrix';
import {
  matrixDiffRequest,
  matrixDraftRequest,
  matrixEditRequest,
  matrixFindingsRequest,
  matrixSubmitRequest,
  matrixViewRequest,
  type MatrixDiff,
  type MatrixDraft,
  type MatrixFindings,
  type MatrixSubmitted,
  type MatrixView,
} from '../../contract/matrix';
import type { Reply } from '../../contract/reply';
import { toInstant } from '../../domain/shared/instant';
import type { Result } from '../../domain/shared/result';
import type { Ports } from '../ports';
import { answered, define, defineChange, refused, rightsOf, type RemitFunction } from './functions';

/** The responsibility matrix, its versions and its draft. Source: requirements R8, R10; the public contract. */
export function matrixFunctions(ports: Ports): Record<string, RemitFunction> {
  return {
    'matrix.view': define('space reader', matrixViewRequest, async ({ at, ...asked }) => {
      const question = { ...present(asked), ...(at === undefined ? {} : { at: toInstant(at) }) };
      const viewed = await viewMatrix(ports, question);
      if (!viewed.ok) return replyOf(viewed);
      return answered<MatrixView>({ ...viewed.value, ...(await rightsOf(ports.permissions)) });
    }),
    'matrix.findings': define('space reader', matrixFindingsRequest, async asked =>
      replyOf<MatrixFindings>(await reviewMatrix(ports, present(asked))),
    ),
    'matrix.diff': define('space reader', matrixDiffRequest, async asked =>
      replyOf<MatrixDiff>(await compareMatrices(ports, asked)),
    ),
    'matrix.draft': define('administrator', matrixDraftRequest, async ({ cursor }) =>
      answered<MatrixDraft>(await showDraft(ports, cursor)),
    ),
    'matrix.edit': defineChange(
      'administrator',
      matrixEditRequest,
      async (edit: DraftEdit, { accountId }) => {
        const edited = await editDraft(ports, edit, accountId);
        if (!edited.ok) return replyOf(edited);
        return answered<MatrixDraft>({ draft: edited.value && (await shownDraft(ports, edited.value)) });
      },
    ),
    'matrix.submit': defineChange('administrator', matrixSubmitRequest, async ({ summary }) =>
      replyOf<MatrixSubmitted>(await submitDraft(ports, summary)),
    ),
  };
}

function replyOf<T>(result: Result<T, MatrixRefusal>): Reply<T> {
  return result.ok ? answered(result.value) : refused(result.refusal.code, result.refusal.message);
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** What a request leaves out is not there, rather than undefined. */
function present<T extends object>(asked: T): Present<T> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Present<T>;
}
