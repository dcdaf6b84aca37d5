import type { StarterActivity } from '../activity';

/** Restore tests and continuity. Source: ISO/IEC 27017 12.3, 17.1, 17.2. */
export const RECOVERY: readonly StarterActivity[] = [
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
    clause: 'Restore',
    policy: 'Information Security Policy: Restore tests',
    procedure: 'BAK-03 Restore tests',
    systemOfRecord: 'Change tickets',
    evidence: 'Restore test record with duration, data age and confirmation',
    frequency: 'Half-yearly',
    services: {
      aws: {
        customer:
          'Schedule restore testing plans for EBS, RDS and S3 recovery points in an isolated account, run validation by Lambda, and clear the restored resources afterwards.',
        provider:
          'Start restore jobs from any retained recovery point, and return job status and duration for the record.',
        evidence: 'Restore testing plan results with validation status',
        clause: 'Restore jobs',
        procedure: 'BAK-03-AWS AWS restore testing plans',
        systemOfRecord: 'AWS Backup, change tickets',
      },
      'google-cloud': {
        customer:
          'Mount a vault backup in the recovery project each quarter, recover one Cloud SQL instance to a chosen minute, and prove that the recovery service account suffices.',
        provider:
          'Restore vault backups even when the source project is gone, in the region that holds the vault.',
        evidence: 'Recovery drill log with the operations of the recovery account',
        clause: 'Recovery',
        procedure: 'BAK-03-GCP Recovery drill from a backup vault',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Rebuild three repositories from the mirror into an empty organisation, compare ref hashes, and run their pipeline to a passing build.',
        provider: 'Let owners restore deleted repositories within 90 days by themselves, forks excepted.',
        evidence: 'Comparison of ref hashes and the passing pipeline run',
        clause: 'Repository restoration',
        procedure: 'BAK-03-GH Rebuilding repositories from the mirror',
      },
      salesforce: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Load one exported object with its relations into a full sandbox, and check owners, record types and lookups by script.',
        provider: 'Provide the sandbox refresh and bulk load interfaces that a reload needs.',
        evidence: 'Reload report with counts and broken lookups',
        clause: 'Sandboxes',
        procedure: 'BAK-03-SF Reloading an export',
      },
      'azure-sql': {
        customer:
          'Restore one database to a point in time and one by geo-restore in the paired region, then repoint a test application and measure the loss.',
        provider:
          'Offer restores within the retention, and geo-restore with the last replicated backup when a region is down.',
        evidence: 'Restored database with consistency check and measured data loss',
        clause: 'Geo-restore',
        procedure: 'BAK-03-SQL Point-in-time and geo-restore',
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
    clause: 'Resilience of the service',
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
        clause: 'Regions and zones',
      },
      'google-cloud': {
        customer:
          'Deploy regional services by default, use dual-region buckets for restricted data, and practise the move of DNS and load balancing to the second region from documented state.',
        provider:
          'Keep zones separate, replicate multi-region services as documented, and publish incident reports on the status dashboard.',
        evidence: 'Region move drill notes and bucket location types',
        clause: 'Locations and availability',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Keep a way to build and release hot fixes from the mirror without the platform, with signing keys reachable, and rehearse one release that way each year.',
        provider:
          'Run the service from several sites, restore it within its availability commitment, and report incidents in its monthly availability report.',
        evidence: 'Record of the release made from the mirror',
        clause: 'Availability commitment',
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
];
