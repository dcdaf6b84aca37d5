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
  NO_DRAFT: 'There is no draft of the matrix. Start one, or import one.',
  DRAFT_CHANGED: 'Someone else has changed the draft. Reload it, then make your change again.',
  DRAFT_SUBMITTED:
    'The draft is waiting for approval and can’t be changed. Use Rework on its ticket, or withdraw it.',
  DRAFT_INCOMPLETE:
    'The draft is being imported, or an import was interrupted. Import it again, or discard it.',
  ROW_UNKNOWN: 'The draft has no such row.',
  ROW_ID_TAKEN:
    'Another row has this id, apart from capital letters, spaces, dashes or digits of another script. Choose another id, or edit that row.',
  DOMAIN_UNKNOWN: 'There is no such domain of responsibility; the twelve are listed on the page.',
  APPROVER_UNKNOWN: 'The matrix approver must be an internal role in the roles register.',
  NOT_CREATED:
    'Jira did not let you create the Responsibility change. Ask for the permission "Create work items" in Remit’s space.',
} as const;

export type MatrixRefusalCode = keyof typeof WORDS;

export function refuseMatrix(code: MatrixRefusalCode) {
  return refuse<MatrixRefusal>({ code, message: WORDS[code] });
}
