/** An error blocks the approval of a matrix; a warning is shown. Source: domain rules, "Findings on a matrix". */
export const FINDING_CODES = {
  NO_ACCOUNTABLE: 'error',
  SEVERAL_ACCOUNTABLE: 'error',
  ACCOUNTABLE_NOT_INTERNAL: 'error',
  ACCOUNTABLE_IS_A_TEAM: 'error',
  ROLE_UNKNOWN: 'error',
  SERVICE_UNKNOWN: 'error',
  DUPLICATE_RESPONSIBILITY: 'error',
  ROLE_VACANT: 'warning',
  GRAY_ZONE: 'warning',
  GENERIC_SPLIT: 'warning',
  NO_EVIDENCE: 'warning',
  NO_PROCEDURE: 'warning',
  NO_CONTRACT_CLAUSE: 'warning',
  NOT_REVIEWED: 'warning',
  MIXED_SCRIPTS: 'warning',
} as const;

export type FindingCode = keyof typeof FINDING_CODES;

/** Something wrong with a matrix: which rows, and what to do about it. */
export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning';
  /** Ids of the rows it is about; empty when it is about what is not there. */
  rows: string[];
  message: string;
}

export function finding(code: FindingCode, rows: string[], message: string): Finding {
  return { code, severity: FINDING_CODES[code], rows, message };
}
