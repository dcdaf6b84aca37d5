import type { GateRefusal } from '../../decision/refusal';
import type { Gate } from '../../gate/gate';
import type { MatrixChange } from '../../responsibility/matrix-change';
import type { MatrixSubject } from './matrix-subject';

/** So many errors are told; all of them are on the page. */
const TOLD = 3;

/**
 * Refuses a change of the matrix without a whole draft, one begun from a version that is not the newest any more, and
 * one that has errors.
 * Refuses: NO_DRAFT, CONTENT_CHANGED, MATRIX_HAS_ERRORS.
 * Source: requirements R3, R8; the public contract, "Responsibility change, Submit".
 */
export const matrixSound: Gate<MatrixSubject> = {
  name: 'matrix sound',
  checks: 'The draft of the matrix has no errors.',
  refusals({ subject: { change } }) {
    if (!change || change.isImporting) return [{ code: 'NO_DRAFT' }];
    const outdated = baseRefusals(change);
    if (outdated.length > 0) return outdated;
    const { errors } = change;
    if (errors.length === 0) return [];
    const first = errors.slice(0, TOLD).map(({ message }) => message);
    return [{ code: 'MATRIX_HAS_ERRORS', count: errors.length, first }];
  },
};

/**
 * Refuses a draft that was begun from a version that is not the newest any more.
 * Refuses: CONTENT_CHANGED.
 * Source: domain rules, "Responsibility change": approval refuses if draft or base has moved.
 */
export const baseCurrent: Gate<MatrixSubject> = {
  name: 'base current',
  checks: 'No other version of the matrix was approved since the draft was started.',
  refusals: ({ subject: { change } }) => (change ? baseRefusals(change) : []),
};

function baseRefusals({ newest, base }: MatrixChange): GateRefusal[] {
  return newest === base ? [] : [{ code: 'CONTENT_CHANGED', fields: [], matrix: 'base' }];
}
