import type { MatrixChange } from '../../../src/domain/responsibility/matrix-change';
import { APP } from './company';

/** A draft of the second version, whole and without errors. */
export function aMatrixChange(overrides: Partial<MatrixChange> = {}): MatrixChange {
  return {
    number: 2,
    base: 1,
    newest: 1,
    isImporting: false,
    authors: [APP],
    hash: 'hash-of-the-draft',
    errors: [],
    ...overrides,
  };
}
