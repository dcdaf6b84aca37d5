import { rowsOf } from '../activity';
import { MONITORING_AND_ALERTS } from './monitoring-and-alerts';

/** Source: ISO/IEC 27017 12.4, CLD.12.4.5; requirement R6 (monitoring, triage, detection tuning, log retention). */
export const LOGGING_AND_MONITORING = rowsOf('Logging, monitoring and alert handling', [
  {
    id: 'log-default',
    activity: '',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    informed: ['ciso'],
    customer: 'Decide on logs and alerts that have no row, and say who reads them and where they are kept.',
    policy: 'Logging and Monitoring Policy: Principles',
    procedure: 'LOG-00 Logging and monitoring handbook',
    systemOfRecord: 'SIEM',
    evidence: 'Ticket that names the source, the reader and the place of the records',
    frequency: 'Per request',
  },
  {
    id: 'log-audit-configuration',
    activity: 'Audit logging configuration',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['data-protection-officer'],
    informed: ['managed-soc'],
    customer:
      'Switch on administrative, sign-in and data access logs before production use, send them to the SIEM, and alarm when a source falls silent for a day.',
    provider: 'Produce complete and time-stamped audit logs of acts by the customer and by its own staff.',
    clause: 'Provision of audit logs',
    policy: 'Logging and Monitoring Policy: What must be logged',
    procedure: 'LOG-01 Connecting a log source',
    systemOfRecord: 'SIEM',
    evidence: 'Source list of the SIEM with the last event of each source',
    frequency: 'Monthly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Run one organisation trail for all regions with log file validation and data events on restricted buckets, delivered to the log archive account. Forbid StopLogging by service control policy.',
        provider:
          'Deliver CloudTrail events on average within minutes, sign the digest files, and keep 90 days of event history regardless of trails.',
        evidence: 'Trail status per account and a validated digest chain',
        clause: 'CloudTrail',
        systemOfRecord: 'AWS log archive account',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Turn on Data Access logs for storage, BigQuery and IAM at organisation level, and route an aggregated sink to the logging project, exempted principals listed by name.',
        provider:
          'Write Admin Activity and System Event entries that no customer can disable, and show staff access through Access Transparency.',
        evidence: 'Audit configuration of the organisation and the sink with its filter',
        clause: 'Cloud Audit Logs',
        systemOfRecord: 'Google Cloud logging project',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Stream the enterprise audit log with Git events and API requests to the SIEM bucket, source addresses included, and check the stream health weekly.',
        provider:
          'Emit audit events for web, API and Git acts, and retry the stream after an interruption without losing events in its buffer.',
        evidence: 'Streaming configuration with health check and a sample event',
        clause: 'Audit log streaming',
        systemOfRecord: 'SIEM bucket of the audit log stream',
      },
      salesforce: {
        responsible: ['application-owner'],
        customer:
          'Enable Shield Event Monitoring for logins, report exports and API calls, fetch the event files daily, and download the Setup Audit Trail each quarter.',
        provider:
          'Generate event log files within a day and streaming events near real time, for the event types that are licensed.',
        evidence: 'Event log files received in the SIEM by type and day',
        clause: 'Event monitoring',
        systemOfRecord: 'SIEM, Salesforce event files',
      },
      'azure-sql': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Set server-level auditing to Log Analytics and immutable storage, with action groups for schema changes, permission changes and failed logins. Exempt no database.',
        provider:
          'Write audit records from the engine without dropping them under load, and include acts of Microsoft support in its operations log.',
        evidence: 'Auditing settings of each server and a query over recent records',
        clause: 'Database auditing',
        systemOfRecord: 'Log Analytics workspace',
      },
    },
  },
  {
    id: 'log-retention',
    activity: 'Log retention',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead', 'cloud-platform-owner'],
    consulted: ['data-protection-officer', 'legal-counsel'],
    informed: ['ciso'],
    customer:
      'Keep security logs 13 months searchable and 36 months in all, unchangeable, and delete them after that. Collect what the provider keeps for less.',
    provider: 'State how long each log is kept, and let the customer export it before it is removed.',
    clause: 'Availability of logs',
    policy: 'Logging and Monitoring Policy: Retention of logs',
    procedure: 'LOG-05 Log retention and deletion',
    systemOfRecord: 'Log archive',
    evidence: 'Retention settings with the oldest and newest record per source',
    frequency: 'Quarterly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Store trail files in the log archive account under S3 Object Lock in compliance mode for 36 months, with access logs on the bucket and no one able to delete the account.',
        provider:
          'Honour Object Lock against every principal including root, and keep stored objects durable over the lock period.',
        evidence: 'Object Lock configuration and a refused deletion test',
        clause: 'Retention of objects',
        procedure: 'LOG-05-AWS Trail archive under Object Lock',
        systemOfRecord: 'AWS log archive account',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Route to a log bucket in the logging project with 1,095 days and a locked retention, because the default bucket ends after 30 days and Data Access entries with it.',
        provider:
          'Hold Admin Activity entries 400 days in the required bucket at no charge, and refuse to shorten a locked log bucket.',
        evidence: 'Log bucket lock state and its oldest entry',
        clause: 'Log buckets',
        procedure: 'LOG-05-GCP Locked log buckets',
        systemOfRecord: 'Google Cloud logging project',
      },
      github: {
        responsible: ['security-operations-lead', 'application-owner'],
        customer:
          'Rely on our streamed copy for 36 months, since the platform drops Git events after seven days. Reconcile event counts of stream and platform once a month.',
        provider:
          'Keep the audit log 180 days and Git events seven days for search and export, then remove them.',
        evidence: 'Monthly count comparison between stream and platform',
        clause: 'Audit log availability',
        procedure: 'LOG-05-GH Archive of the audit log stream',
        systemOfRecord: 'SIEM bucket of the audit log stream',
      },
      salesforce: {
        responsible: ['security-operations-lead', 'application-owner'],
        customer:
          'Copy event log files to the archive daily before they lapse, and keep login history beyond the six months that the org shows.',
        provider:
          'Hold event files for 30 days, or a year where that is licensed, and field history under Field Audit Trail policies.',
        evidence: 'Archive listing of event files without a missing day',
        clause: 'Event file retention',
        procedure: 'LOG-05-SF Archive of event files',
        systemOfRecord: 'Log archive, Salesforce folder',
      },
      'azure-sql': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Write audit files to a storage account with a time-based immutability policy of 36 months, and size the Log Analytics workspace for 13 months of search.',
        provider:
          'Enforce immutability of the storage container, and never delete audit files that the customer owns.',
        evidence: 'Immutability policy and the workspace retention setting',
        clause: 'Audit storage',
        procedure: 'LOG-05-SQL Immutable audit storage',
        systemOfRecord: 'Azure audit storage account',
      },
    },
  },
  {
    id: 'log-exclusion-approval',
    activity: 'Logging exclusion approval',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    consulted: ['data-protection-officer', 'cloud-platform-owner'],
    informed: ['ciso', 'managed-soc'],
    customer:
      'Decide each request to leave events out of the logs, for cost or privacy, with the detections that go blind named in the decision and an end date.',
    policy: 'Logging and Monitoring Policy: Exclusions',
    procedure: 'LOG-06 Excluding events from logs',
    systemOfRecord: 'Governance tickets',
    evidence: 'Approved exclusion with affected detections and end date',
    frequency: 'Per request',
  },
  ...MONITORING_AND_ALERTS,
]);
