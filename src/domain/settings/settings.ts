import { MATRIX_APPROVER_ROLE, type RoleKey } from '../responsibility/role';

/** What a company decides for itself. Source: domain rules, "Access", "Independence"; requirement R8. */
export interface Settings {
  /** The longest that access may be asked for, in days from the day it is submitted. */
  accessDays: number;
  /** The same for privileged access. */
  privilegedAccessDays: number;
  /** How often the matrix must be reviewed. */
  reviewCadenceDays: number;
  /** Its holder approves matrices, and decides where everyone else is involved. */
  matrixApproverRole: RoleKey;
}

/** Until a company decides otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  accessDays: 365,
  privilegedAccessDays: 90,
  reviewCadenceDays: 365,
  matrixApproverRole: MATRIX_APPROVER_ROLE,
};

/** The subject of the evidence of every change of the settings. */
export const SETTINGS_SUBJECT = 'settings';
