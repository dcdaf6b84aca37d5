import { rowsOf } from '../activity';
import { RECOVERY } from './recovery';

/** Source: ISO/IEC 27017 12.3, 17.1, 17.2; requirement R6 (backup). */
export const BACKUP_AND_RESILIENCE = rowsOf('Backup, restore and resilience', [
  {
    id: 'bak-default',
    activity: '',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['application-owner'],
    informed: ['ciso'],
    customer:
      'Decide on copies and recovery that have no row, and assume that no copy exists until one was restored.',
    policy: 'Information Security Policy: Continuity',
    procedure: 'BAK-00 Continuity handbook',
    systemOfRecord: 'Continuity register',
    evidence: 'Continuity register entry with the decision',
    frequency: 'Per request',
  },
  {
    id: 'bak-recovery-objectives',
    activity: 'Recovery objective setting',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    consulted: ['cloud-platform-owner'],
    informed: ['executive-owner'],
    customer:
      'Set recovery time and recovery point for each application from its business impact, and pay for the design that meets them or change the objective.',
    policy: 'Information Security Policy: Recovery objectives',
    procedure: 'BAK-01 Business impact and recovery objectives',
    systemOfRecord: 'Continuity register',
    evidence: 'Signed objectives per application with the last review',
    frequency: 'Yearly',
  },
  {
    id: 'bak-backup',
    activity: 'Backup',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Back up our data by plan, with a copy out of reach of the credentials that run the service, and chase each failed job on the next working day.',
    provider:
      'Say what it backs up, for whom and how long. Copies made for its own recovery are no backup of ours.',
    clause: 'Backup',
    policy: 'Information Security Policy: Backup',
    procedure: 'BAK-02 Backup plans and failures',
    systemOfRecord: 'Backup console',
    evidence: 'Job report with failures and their resolution',
    frequency: 'Daily',
    services: {
      aws: {
        customer:
          'Assign AWS Backup plans by tag through an organisation policy, copy recovery points to a second region and to the vault account, and report resources without protection by Backup Audit Manager.',
        provider:
          'Run scheduled backup and copy jobs, keep recovery points durable, and leave the choice of what to protect to us.',
        evidence: 'Backup Audit Manager report of protected and unprotected resources',
        clause: 'Backup services',
        procedure: 'BAK-02-AWS AWS Backup plans',
        systemOfRecord: 'AWS Backup',
      },
      'google-cloud': {
        customer:
          'Protect Compute Engine and Cloud SQL by Backup and DR plans into a backup vault of another project, add snapshot schedules for disks outside the plan, and version restricted buckets.',
        provider:
          'Carry out backup plans on schedule, replicate vault data within the location chosen, and expose job states to monitoring.',
        evidence: 'Backup plan association list and failed job notices',
        clause: 'Backup and DR',
        procedure: 'BAK-02-GCP Backup and DR plans',
        systemOfRecord: 'Google Cloud Backup and DR',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Mirror all repositories nightly to storage outside the platform with wikis and LFS objects, and export issues and pull requests weekly through the migration API.',
        provider:
          'Replicate repositories for its own disaster recovery. It offers no restore of customer content to an earlier point in time.',
        evidence: 'Mirror job log with repository count against the enterprise total',
        clause: 'Service continuity',
        procedure: 'BAK-02-GH Mirroring repositories',
        systemOfRecord: 'Repository mirror',
      },
      salesforce: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Run the weekly data export with attachments, fetch it within 48 hours before the files expire, and keep metadata in source control.',
        provider:
          'Produce the export files on schedule, and keep platform backups for its own recovery only.',
        evidence: 'Export files received against the schedule, with record counts',
        clause: 'Data export',
        procedure: 'BAK-02-SF Weekly export of Salesforce',
        systemOfRecord: 'Salesforce export store',
      },
      'azure-sql': {
        customer:
          'Set point-in-time retention to 35 days and long-term retention for databases that need years, choose geo-redundant backup storage, and guard servers by resource locks, since deletion takes backups along.',
        provider:
          'Take full, differential and log backups automatically, verify their integrity, and store them redundantly as configured.',
        evidence: 'Retention settings of each database and storage redundancy',
        clause: 'Automated backups',
        procedure: 'BAK-02-SQL Retention of database backups',
        systemOfRecord: 'Azure portal, backup retention',
      },
    },
  },
  {
    id: 'bak-immutability',
    activity: 'Backup immutability and isolation',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['ciso'],
    customer:
      'Make backups unchangeable for their retention and hold them under other administrators than production. Prove by a deletion attempt that they are.',
    provider: 'Enforce retention locks against all customer roles, administrators included.',
    clause: 'Protection of backups',
    policy: 'Information Security Policy: Protection of backups',
    procedure: 'BAK-04 Testing backup locks',
    systemOfRecord: 'Backup console',
    evidence: 'Record of a refused deletion by an administrator',
    frequency: 'Half-yearly',
    services: {
      aws: {
        customer:
          'Lock the vaults of the backup account in compliance mode with a minimum of 35 days, use a logically air-gapped vault for restricted data, and let no production role enter that account.',
        provider:
          'Refuse deletion of recovery points under Vault Lock once the cooling-off period is over, for any principal, the root user included.',
        evidence: 'Vault Lock state with its lock date and a refused DeleteRecoveryPoint call',
        clause: 'Vault Lock',
      },
      'google-cloud': {
        customer:
          'Set an enforced minimum retention on each backup vault, place vaults in a project under its own folder, and lock bucket retention policies that hold exports.',
        provider:
          'Keep backups in vaults indelible until the enforced retention has passed, project owners included.',
        evidence: 'Vault enforced retention and bucket lock states',
        clause: 'Backup vaults',
      },
    },
  },
  ...RECOVERY,
]);
