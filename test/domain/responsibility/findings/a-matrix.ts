import {
  matrixFindings,
  type MatrixUnderReview,
} from '../../../../src/domain/responsibility/findings/matrix-findings';
import { plus } from '../../../../src/domain/shared/instant';
import { EVERYONE, HOLDERS, NOW, ROLES, SERVICES } from '../../../support/builders/company';
import { aDraft, ASSETS, PROVISIONING } from '../../../support/builders/matrix';

export const DAY = 86_400_000;
export const TRIAGE = { domain: 'Logging, monitoring and alert handling', activity: 'Alert triage' } as const;
export const PROVISION = { domain: ASSETS, activity: PROVISIONING } as const;
export const REVIEW = { domain: TRIAGE.domain, activity: 'Log review' } as const;
export const SAME = { customerTasks: 'Ask for it.', providerTasks: 'Give it.' };

export const general = aDraft();
export const onAws = aDraft({
  id: 'assets-accounts-aws',
  service: 'aws',
  party: 'shared',
  customerTasks: 'Ask for the account and tag it.',
  providerTasks: 'Open it under the organisation.',
});
export const triage = aDraft({
  id: 'triage-aws',
  ...TRIAGE,
  service: 'aws',
  customerTasks: 'Triage within an hour.',
});
export const onGitHub = {
  ...onAws,
  id: 'assets-accounts-github',
  service: 'github',
  customerTasks: 'Add the repository.',
};

/** A matrix with nothing wrong: both required activities are allocated for the one material service. */
export function aMatrix(overrides: Partial<MatrixUnderReview> = {}): MatrixUnderReview {
  return {
    rows: [general, onAws, triage, onGitHub],
    roles: ROLES,
    services: SERVICES,
    holders: HOLDERS,
    accounts: EVERYONE,
    required: [TRIAGE, PROVISION],
    grayZones: [TRIAGE],
    lastReviewed: plus(NOW, -365 * DAY),
    reviewCadenceDays: 365,
    ...overrides,
  };
}

/** That matrix with something else in its general row. */
export const withRow = (row: Partial<typeof general>) => ({
  rows: [{ ...general, ...row }, onAws, triage, onGitHub],
});
/** The same for its row on AWS. */
export const withAwsRow = (row: Partial<typeof general>) => ({
  rows: [general, { ...onAws, ...row }, triage, onGitHub],
});

/** What is found in that matrix when it differs so, now. */
export const findingsOf = (overrides: Partial<MatrixUnderReview>) => matrixFindings(aMatrix(overrides), NOW);
