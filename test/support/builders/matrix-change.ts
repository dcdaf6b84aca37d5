import type { MatrixSubject } from '../../../src/domain/work-types/responsibility-change/matrix-subject';
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

/** What a ticket is about that puts up that draft; of no draft, when null. */
export function aMatrixSubject(change: MatrixChange | null = aMatrixChange()): MatrixSubject {
  return {
    authors: change?.authors ?? [],
    decided: change && { number: change.number, base: change.base, hash: change.hash },
    inputs: change && { ...change, errors: change.errors.length },
    draft: null,
    change,
    version: null,
    nextApprover: null,
    versions: [],
  };
}
