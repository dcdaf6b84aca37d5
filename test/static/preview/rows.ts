import type { ResponsibilityRow } from '../../../src/contract/route-explain.ts';
import { APP, CISO, CLOUD, IAM, SECOPS } from './people.ts';

const ASSETS = 'Asset and configuration management';
const ACCESS = 'Identity and access management';
const LOGS = 'Logging, monitoring and alert handling';
const BACKUP = 'Backup, restore and resilience';

/** A row that holds for AWS; the defaults are those of a row that is in order. */
export function row(differing: Partial<ResponsibilityRow> & { id: string }): ResponsibilityRow {
  return {
    domain: ASSETS,
    activity: 'Baseline configuration',
    service: 'AWS',
    party: 'shared',
    role: 'Cloud Platform Owner',
    holder: CLOUD,
    viaDeputy: false,
    customerTasks:
      'Apply the baseline to every account and correct what drifts from it within five working days.',
    providerTasks: 'Offer the controls, keep their defaults documented, and announce changes ahead of time.',
    evidence: 'Weekly conformance report with its exceptions',
    procedure: 'AST-02 Cloud baseline',
    frequency: 'Weekly',
    routes: false,
    ...differing,
  };
}

/** The row that routes a cloud account request on AWS. */
export const PROVISIONING = row({
  id: 'asset-account-provisioning-aws',
  activity: 'Cloud account provisioning',
  customerTasks:
    'Vend the account through Control Tower Account Factory into the organisational unit of its environment. Set the security alternate contact and remove root credentials centrally.',
  providerTasks:
    'Create the account within our organisation, enforce service control policies from the first call, and keep accounts isolated from those of other customers.',
  evidence: 'Account Factory record, alternate contacts and control status of the new account',
  procedure: 'AST-01-AWS Vending an AWS account',
  frequency: 'Per request',
  routes: true,
});

/** The rows of a ticket on AWS: several domains, every party, a deputy and a vacant role among them. */
export const ROWS: ResponsibilityRow[] = [
  row({ id: 'asset-baseline-aws' }),
  PROVISIONING,
  row({
    id: 'asset-inventory',
    activity: 'Asset inventory',
    service: 'Any service',
    party: 'customer',
    providerTasks: '',
  }),
  row({ id: 'asset-default', activity: '', service: 'Any service', party: 'customer', providerTasks: '' }),
  row({
    id: 'iam-root-aws',
    domain: ACCESS,
    activity: 'Root and break-glass access',
    role: 'IAM Lead',
    holder: IAM,
  }),
  row({
    id: 'iam-approval',
    domain: ACCESS,
    activity: 'Access approval',
    party: 'customer',
    role: 'IAM Lead',
    holder: IAM,
  }),
  row({
    id: 'iam-sso',
    domain: ACCESS,
    activity: 'Single sign-on',
    role: 'IAM Lead',
    holder: CISO,
    viaDeputy: true,
  }),
  row({
    id: 'iam-default',
    domain: ACCESS,
    activity: '',
    service: 'Any service',
    role: 'IAM Lead',
    holder: IAM,
  }),
  row({
    id: 'log-triage-aws',
    domain: LOGS,
    activity: 'Alert triage',
    role: 'Security Operations Lead',
    holder: SECOPS,
  }),
  row({
    id: 'log-retention-aws',
    domain: LOGS,
    activity: 'Log retention',
    role: 'Security Operations Lead',
    holder: null,
  }),
  row({
    id: 'log-control-plane',
    domain: LOGS,
    activity: 'Control-plane logging',
    party: 'provider',
    role: 'Security Operations Lead',
    holder: SECOPS,
    customerTasks: '',
  }),
  row({
    id: 'backup-restore-aws',
    domain: BACKUP,
    activity: 'Restore tests',
    role: 'Application Owner',
    holder: APP,
  }),
  row({
    id: 'backup-regions-aws',
    domain: BACKUP,
    activity: 'Second region',
    party: 'third-party',
    role: 'Application Owner',
    holder: APP,
  }),
  ...[
    'Patching of images',
    'Tagging',
    'Network boundaries',
    'Quotas',
    'Decommissioning',
    'Cost alerts',
    'Drift detection',
    'Golden images',
  ].map((activity, position) => row({ id: `asset-more-${position}`, activity })),
];
