import type { Accounts } from '../../shared/account';
import type { Instant } from '../../shared/instant';
import type { CloudService } from '../cloud-service';
import type { DraftResponsibility, RequiredActivity } from '../responsibility';
import type { Role, RoleHolder } from '../role';
import { accountabilityFindings, duplicateFindings, referenceFindings } from './accountability';
import {
  contractFindings,
  executabilityFindings,
  grayZoneFindings,
  reviewFindings,
  vacancyFindings,
} from './coverage';
import type { Finding } from './finding';
import { lookAlikeFindings } from './look-alikes';
import { describing } from './row-in-words';
import { splitFindings } from './split';

/** A matrix, approved or drafted, with the registers it refers to. */
export interface MatrixUnderReview {
  rows: readonly DraftResponsibility[];
  roles: readonly Role[];
  services: readonly CloudService[];
  holders: readonly RoleHolder[];
  accounts: Accounts;
  required: readonly RequiredActivity[];
  grayZones: readonly RequiredActivity[];
  /** When the version in force was approved; null for a draft. */
  lastReviewed: Instant | null;
  reviewCadenceDays: number;
}

/** Everything wrong with a matrix at an instant, errors first. Source: domain rules, "Findings on a matrix". */
export function matrixFindings(matrix: MatrixUnderReview, at: Instant): Finding[] {
  const { rows, roles, services, holders, accounts } = matrix;
  return [
    ...matrixErrors(matrix),
    ...vacancyFindings(rows, roles, holders, accounts, at),
    ...grayZoneFindings(rows, services, matrix.required, matrix.grayZones),
    ...splitFindings(rows, services),
    ...executabilityFindings(rows, describing(services)),
    ...contractFindings(rows, services),
    ...lookAlikeFindings(rows, roles, services),
    ...reviewFindings(matrix.lastReviewed, matrix.reviewCadenceDays, at),
  ];
}

/** What blocks the approval of a matrix. It needs neither holders nor a clock. */
export function matrixErrors({
  rows,
  roles,
  services,
}: Pick<MatrixUnderReview, 'rows' | 'roles' | 'services'>): Finding[] {
  return [
    ...accountabilityFindings(rows, roles, services),
    ...referenceFindings(rows, roles, services),
    ...duplicateFindings(rows, describing(services)),
  ];
}
