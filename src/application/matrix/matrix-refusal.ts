import { refuse } from '../../domain/shared/result';

/** Why a question about the matrix, or a change of its draft, is refused. */
export interface MatrixRefusal {
  code: MatrixRefusalCode;
  message: string;
}

const WORDS = {
  MATRIX_NOT_APPROVED:
    'No responsibility matrix was in force then. Choose a later day; if there never was one, a Jira administrator can finish set-up in Settings, Apps, Remit.',
  VERSION_UNKNOWN: 'There is no such version of the matrix.',
  NO_DRAFT: 'There is no draft of the matrix. Begin one, or import one.',
  DRAFT_CHANGED: 'Somebody else changed the draft meanwhile. Look at it again, and repeat what you did.',
  DRAFT_SUBMITTED:
    'The draft waits for its approval and cannot be changed. Use Rework on its ticket, or withdraw it.',
  DRAFT_INCOMPLETE:
    'The draft is being imported, or an import of it was cut short. Import it again, or discard it.',
  ROW_UNKNOWN: 'The draft has no such row.',
  DOMAIN_UNKNOWN: 'There is no such domain of responsibility; the twelve are listed on the page.',
  NOT_CREATED:
    'Jira did not let you create the Responsibility change. Ask for the permission "Create work items" in the space of Remit.',
} as const;

export type MatrixRefusalCode = keyof typeof WORDS;

export function refuseMatrix(code: MatrixRefusalCode) {
  return refuse<MatrixRefusal>({ code, message: WORDS[code] });
}
