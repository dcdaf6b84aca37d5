import type { RequiredActivity } from '../domain/responsibility/responsibility';

/**
 * Activities that provider and customer each easily take to be the other's. A row for any service does not
 * allocate them for a material one. Source: requirement R6; mistake N10.
 */
export const GRAY_ZONE_ACTIVITIES: readonly RequiredActivity[] = [
  { domain: 'Logging, monitoring and alert handling', activity: 'Security monitoring' },
  { domain: 'Logging, monitoring and alert handling', activity: 'Alert triage' },
  { domain: 'Logging, monitoring and alert handling', activity: 'Detection tuning' },
  { domain: 'Logging, monitoring and alert handling', activity: 'Log retention' },
  { domain: 'Incident response and forensics', activity: 'Evidence retention' },
  { domain: 'Incident response and forensics', activity: 'Incident coordination with the provider' },
  { domain: 'Backup, restore and resilience', activity: 'Backup' },
  { domain: 'Data lifecycle', activity: 'Deletion at end of use' },
];

/** Activities that every company must have allocated for each material service, the gray zones first. */
export const REQUIRED_ACTIVITIES: readonly RequiredActivity[] = [
  ...GRAY_ZONE_ACTIVITIES,
  { domain: 'Governance', activity: 'Risk acceptance' },
  { domain: 'Governance', activity: 'Policy exception approval' },
  { domain: 'Governance', activity: 'Shared responsibility review' },
  { domain: 'Asset and configuration management', activity: 'Cloud account provisioning' },
  { domain: 'Asset and configuration management', activity: 'Configuration baseline' },
  { domain: 'Identity and access management', activity: 'Access approval' },
  { domain: 'Identity and access management', activity: 'Access review' },
  { domain: 'Identity and access management', activity: 'Privileged access management' },
  { domain: 'Logging, monitoring and alert handling', activity: 'Audit logging configuration' },
  { domain: 'Logging, monitoring and alert handling', activity: 'Logging exclusion approval' },
  { domain: 'Vulnerability and patch management', activity: 'Vulnerability scanning' },
  { domain: 'Change management and CI/CD security', activity: 'Production change approval' },
  { domain: 'Incident response and forensics', activity: 'Regulatory and customer notification' },
  { domain: 'Backup, restore and resilience', activity: 'Restore testing' },
  { domain: 'Encryption and key management', activity: 'Customer-managed key ownership' },
  { domain: 'Encryption and key management', activity: 'Encryption at rest' },
  { domain: 'Data lifecycle', activity: 'Data classification' },
  { domain: 'Third-party risk management', activity: 'Provider assurance review' },
  { domain: 'Security awareness and training', activity: 'Responsibility briefing' },
];
