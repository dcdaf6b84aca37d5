import type { MatrixDiff } from '../../contract/matrix';
import { diffMatrices } from '../../domain/responsibility/diff';
import { allow, type Result } from '../../domain/shared/result';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';
import { shownRow } from './shown-matrix';

/**
 * What differs between two versions, or between the draft and its base, by row and cell.
 * Refuses: NO_DRAFT, VERSION_UNKNOWN. Source: requirements R8, R10.
 */
export async function compareMatrices(
  { drafts, matrixVersions }: { drafts: MatrixDrafts; matrixVersions: MatrixVersions },
  asked: { from: number; to: number } | { draft: true },
): Promise<Result<MatrixDiff, MatrixRefusal>> {
  const draft = 'draft' in asked ? await drafts.current() : null;
  if ('draft' in asked && !draft) return refuseMatrix('NO_DRAFT');
  const { from, to } = 'draft' in asked ? { from: draft?.base ?? 0, to: draft?.number ?? 0 } : asked;
  const known = new Set((await matrixVersions.list()).map(({ number }) => number));
  if (!known.has(from) || (!draft && !known.has(to))) return refuseMatrix('VERSION_UNKNOWN');
  const difference = diffMatrices(await matrixVersions.allRows(from), await matrixVersions.allRows(to));
  return allow({
    from,
    to: draft ? 'draft' : to,
    added: difference.added.map(shownRow),
    removed: difference.removed.map(shownRow),
    changed: difference.changed,
  });
}
