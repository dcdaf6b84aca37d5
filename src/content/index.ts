import type { Responsibility } from '../domain/responsibility/responsibility';
import { ASSET_AND_CONFIGURATION } from './responsibilities/asset-and-configuration-management';
import { BACKUP_AND_RESILIENCE } from './responsibilities/backup-restore-and-resilience';
import { CHANGE_AND_CICD } from './responsibilities/change-management-and-cicd-security';
import { DATA_LIFECYCLE } from './responsibilities/data-lifecycle';
import { ENCRYPTION_AND_KEYS } from './responsibilities/encryption-and-key-management';
import { GOVERNANCE } from './responsibilities/governance';
import { IDENTITY_AND_ACCESS } from './responsibilities/identity-and-access-management';
import { INCIDENT_AND_FORENSICS } from './responsibilities/incident-response-and-forensics';
import { LOGGING_AND_MONITORING } from './responsibilities/logging-monitoring-and-alert-handling';
import { AWARENESS_AND_TRAINING } from './responsibilities/security-awareness-and-training';
import { THIRD_PARTY_RISK } from './responsibilities/third-party-risk-management';
import { VULNERABILITY_AND_PATCH } from './responsibilities/vulnerability-and-patch-management';

export { GRAY_ZONE_ACTIVITIES, REQUIRED_ACTIVITIES } from './required-activities';
export { STARTER_ROLES } from './roles';
export { STARTER_SERVICES } from './services';

/**
 * The rows of the first matrix draft that set-up offers, in the order of the twelve domains: per domain its
 * default, then each activity for any service, followed by the splits for single services.
 * Source: ISO/IEC 27017 6.1.1; requirements R1 to R7.
 */
export const STARTER_RESPONSIBILITIES: readonly Responsibility[] = [
  ...GOVERNANCE,
  ...ASSET_AND_CONFIGURATION,
  ...IDENTITY_AND_ACCESS,
  ...LOGGING_AND_MONITORING,
  ...VULNERABILITY_AND_PATCH,
  ...CHANGE_AND_CICD,
  ...INCIDENT_AND_FORENSICS,
  ...BACKUP_AND_RESILIENCE,
  ...ENCRYPTION_AND_KEYS,
  ...DATA_LIFECYCLE,
  ...THIRD_PARTY_RISK,
  ...AWARENESS_AND_TRAINING,
];
