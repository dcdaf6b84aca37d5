import { compareMatrices } from '../../application/matrix/compare-matrices';
import { editDraft } from '../../application/matrix/edit-draft';
import type { MatrixRefusal } from '../../application/matrix/matrix-refusal';
import { reviewMatrix } from '../../application/matrix/review-matrix';
import { showDraft, shownDraft } from '../../application/matrix/show-draft';
import { submitDraft } from '../../application/matrix/submit-draft';
import { viewMatrix } from '../../application/matrix/view-matrix';
import type { FunctionName } from '../../contract/functions';
import type { Reply } from '../../contract/reply';
import { toInstant } from '../../domain/shared/instant';
import type { Result } from '../../domain/shared/result';
import type { Ports } from '../ports';
import { answered, refused, rightsOf, type Handlers } from './functions';

type MatrixFunction = Extract<FunctionName, `matrix.${string}`>;

/** The responsibility matrix, its versions and its draft. Source: requirements R8, R10; the public contract. */
export function matrixHandlers(ports: Ports): Handlers<MatrixFunction> {
  return {
    'matrix.view': async ({ at, ...asked }) => {
      const question = { ...present(asked), ...(at === undefined ? {} : { at: toInstant(at) }) };
      const viewed = await viewMatrix(ports, question);
      if (!viewed.ok) return replyOf(viewed);
      return answered({ ...viewed.value, ...(await rightsOf(ports.permissions)) });
    },
    'matrix.findings': async asked => replyOf(await reviewMatrix(ports, present(asked))),
    'matrix.diff': async asked => replyOf(await compareMatrices(ports, asked)),
    'matrix.draft': async ({ cursor }) => answered(await showDraft(ports, cursor)),
    'matrix.edit': async (edit, { accountId }) => {
      const edited = await editDraft(ports, edit, accountId);
      if (!edited.ok) return replyOf(edited);
      return answered({ draft: edited.value && (await shownDraft(ports, edited.value)) });
    },
    'matrix.submit': async ({ summary }) => replyOf(await submitDraft(ports, summary)),
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
