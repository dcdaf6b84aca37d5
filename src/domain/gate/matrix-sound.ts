import type { Gate } from './gate';

/** So many errors are told; all of them are on the page. */
const TOLD = 3;

/**
 * Refuses a change of the matrix without a whole draft, one begun from a version that is not the newest any more, and
 * one that has errors.
 * Refuses: NO_DRAFT, CONTENT_CHANGED, MATRIX_HAS_ERRORS.
 * Source: requirements R3, R8; the public contract, "Responsibility change, Submit".
 */
export const matrixSound: Gate = {
  name: 'matrix sound',
  checks: 'The draft of the matrix has no errors.',
  refusals({ matrixChange }) {
    if (!matrixChange || matrixChange.isImporting) return [{ code: 'NO_DRAFT' }];
    const { newest, base, errors } = matrixChange;
    if (newest !== base) return [{ code: 'CONTENT_CHANGED', fields: [], matrix: 'base' }];
    if (errors.length === 0) return [];
    const first = errors.slice(0, TOLD).map(({ message }) => message);
    return [{ code: 'MATRIX_HAS_ERRORS', count: errors.length, first }];
  },
};
