import { rowsOf } from '../activity';

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
    clause: '8.2 Backup',
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
        clause: 'Security Exhibit 8.2 Backup services',
      },
      'google-cloud': {
        customer:
          'Protect Compute Engine and Cloud SQL by Backup and DR plans into a backup vault of another project, add snapshot schedules for disks outside the plan, and version restricted buckets.',
        provider:
          'Carry out backup plans on schedule, replicate vault data within the location chosen, and expose job states to monitoring.',
        evidence: 'Backup plan association list and failed job notices',
        clause: 'Security Annex 8.2 Backup and DR',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Mirror all repositories nightly to storage outside the platform with wikis and LFS objects, and export issues and pull requests weekly through the migration API.',
        provider:
          'Replicate repositories for its own disaster recovery. It offers no restore of customer content to an earlier point in time.',
        evidence: 'Mirror job log with repository count against the enterprise total',
        clause: 'Security Addendum 8.2 Service continuity',
      },
      salesforce: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Run the weekly data export with attachments, fetch it within 48 hours before the files expire, and keep metadata in source control.',
        provider:
          'Produce the export files on schedule, and keep platform backups for its own recovery only.',
        evidence: 'Export files received against the schedule, with record counts',
        clause: 'Security Documentation 8.2 Data export',
      },
      'azure-sql': {
        customer:
          'Set point-in-time retention to 35 days and long-term retention for databases that need years, choose geo-redundant backup storage, and guard servers by resource locks, since deletion takes backups along.',
        provider:
          'Take full, differential and log backups automatically, verify their integrity, and store them redundantly as configured.',
        evidence: 'Retention settings of each database and storage redundancy',
        clause: 'Data Protection Addendum 8.2 Automated backups',
      },
    },
  },
  {
    id: 'bak-restore-testing',
    activity: 'Restore testing',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    informed: ['ciso'],
    customer:
      'Restore a sample into a clean environment, let the application owner confirm content and age, and compare the time with the objective.',
    provider: 'Keep restore functions available, and help within support times when a restore fails.',
    clause: '8.3 Restore',
    policy: 'Information Security Policy: Restore tests',
    procedure: 'BAK-03 Restore tests',
    systemOfRecord: 'Jira CHG',
    evidence: 'Restore test record with duration, data age and confirmation',
    frequency: 'Half-yearly',
    services: {
      aws: {
        customer:
          'Schedule restore testing plans for EBS, RDS and S3 recovery points in an isolated account, run validation by Lambda, and clear the restored resources afterwards.',
        provider:
          'Start restore jobs from any retained recovery point, and return job status and duration for the record.',
        evidence: 'Restore testing plan results with validation status',
        clause: 'Security Exhibit 8.3 Restore jobs',
      },
      'google-cloud': {
        customer:
          'Mount a vault backup in the recovery project each quarter, recover one Cloud SQL instance to a chosen minute, and prove that the recovery service account suffices.',
        provider:
          'Restore vault backups even when the source project is gone, in the region that holds the vault.',
        evidence: 'Recovery drill log with the operations of the recovery account',
        clause: 'Security Annex 8.3 Recovery',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Rebuild three repositories from the mirror into an empty organisation, compare ref hashes, and run their pipeline to a passing build.',
        provider: 'Let owners restore deleted repositories within 90 days by themselves, forks excepted.',
        evidence: 'Comparison of ref hashes and the passing pipeline run',
        clause: 'Security Addendum 8.3 Repository restoration',
      },
      salesforce: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Load one exported object with its relations into a full sandbox, and check owners, record types and lookups by script.',
        provider: 'Provide the sandbox refresh and bulk load interfaces that a reload needs.',
        evidence: 'Reload report with counts and broken lookups',
        clause: 'Security Documentation 8.3 Sandboxes',
      },
      'azure-sql': {
        customer:
          'Restore one database to a point in time and one by geo-restore in the paired region, then repoint a test application and measure the loss.',
        provider:
          'Offer restores within the retention, and geo-restore with the last replicated backup when a region is down.',
        evidence: 'Restored database with consistency check and measured data loss',
        clause: 'Data Protection Addendum 8.3 Geo-restore',
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
    clause: '8.4 Protection of backups',
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
        clause: 'Security Exhibit 8.4 Vault Lock',
      },
      'google-cloud': {
        customer:
          'Set an enforced minimum retention on each backup vault, place vaults in a project under its own folder, and lock bucket retention policies that hold exports.',
        provider:
          'Keep backups in vaults indelible until the enforced retention has passed, project owners included.',
        evidence: 'Vault enforced retention and bucket lock states',
        clause: 'Security Annex 8.4 Backup vaults',
      },
    },
  },
  {
    id: 'bak-disaster-recovery',
    activity: 'Disaster recovery planning',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['security-operations-lead'],
    informed: ['executive-owner'],
    customer:
      'Plan for the loss of a region and of a provider, with contacts, order of recovery and decisions to take, and rehearse the plan with those who would run it.',
    provider: 'Describe its resilience and the failure domains that customers can choose between.',
    clause: '8.5 Resilience of the service',
    policy: 'Information Security Policy: Disaster recovery',
    procedure: 'BAK-05 Disaster recovery plan',
    systemOfRecord: 'Continuity register',
    evidence: 'Rehearsal record against the recovery objectives',
    frequency: 'Yearly',
    services: {
      aws: {
        customer:
          'Run production over three availability zones with a pilot light in a second region, keep failover free of control plane calls, and rehearse it by Fault Injection Service.',
        provider:
          'Operate availability zones and regions as independent failure domains, and publish summaries after major events.',
        evidence: 'Failover rehearsal with achieved recovery time and point',
        clause: 'Security Exhibit 8.5 Regions and zones',
      },
      'google-cloud': {
        customer:
          'Deploy regional services by default, use dual-region buckets for restricted data, and practise the move of DNS and load balancing to the second region from documented state.',
        provider:
          'Keep zones separate, replicate multi-region services as documented, and publish incident reports on the status dashboard.',
        evidence: 'Region move drill notes and bucket location types',
        clause: 'Security Annex 8.5 Locations and availability',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Keep a way to build and release hot fixes from the mirror without the platform, with signing keys reachable, and rehearse one release that way each year.',
        provider:
          'Run the service from several sites, restore it within its availability commitment, and report incidents in its monthly availability report.',
        evidence: 'Record of the release made from the mirror',
        clause: 'Security Addendum 8.5 Availability commitment',
      },
    },
  },
  {
    id: 'bak-availability-monitoring',
    activity: 'Availability and capacity monitoring',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Measure availability from outside the provider, watch quotas and capacity with enough warning to raise them, and keep alarms on call.',
    policy: 'Information Security Policy: Capacity and availability',
    procedure: 'BAK-06 Availability and quota alarms',
    systemOfRecord: 'Monitoring platform',
    evidence: 'Availability report and quota alarms of the month',
    frequency: 'Monthly',
  },
]);
