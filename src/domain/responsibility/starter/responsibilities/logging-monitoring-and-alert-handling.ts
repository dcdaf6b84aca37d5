import { rowsOf } from '../activity';

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
    clause: '4.1 Provision of audit logs',
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
        clause: 'Security Exhibit 4.1 CloudTrail',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Turn on Data Access logs for storage, BigQuery and IAM at organisation level, and route an aggregated sink to the logging project, exempted principals listed by name.',
        provider:
          'Write Admin Activity and System Event entries that no customer can disable, and show staff access through Access Transparency.',
        evidence: 'Audit configuration of the organisation and the sink with its filter',
        clause: 'Security Annex 4.1 Cloud Audit Logs',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Stream the enterprise audit log with Git events and API requests to the SIEM bucket, source addresses included, and check the stream health weekly.',
        provider:
          'Emit audit events for web, API and Git acts, and retry the stream after an interruption without losing events in its buffer.',
        evidence: 'Streaming configuration with health check and a sample event',
        clause: 'Security Addendum 4.1 Audit log streaming',
      },
      salesforce: {
        responsible: ['application-owner'],
        customer:
          'Enable Shield Event Monitoring for logins, report exports and API calls, fetch the event files daily, and download the Setup Audit Trail each quarter.',
        provider:
          'Generate event log files within a day and streaming events near real time, for the event types that are licensed.',
        evidence: 'Event log files received in the SIEM by type and day',
        clause: 'Security Documentation 4.1 Event monitoring',
      },
      'azure-sql': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Set server-level auditing to Log Analytics and immutable storage, with action groups for schema changes, permission changes and failed logins. Exempt no database.',
        provider:
          'Write audit records from the engine without dropping them under load, and include acts of Microsoft support in its operations log.',
        evidence: 'Auditing settings of each server and a query over recent records',
        clause: 'Data Protection Addendum 4.1 Database auditing',
      },
    },
  },
  {
    id: 'log-security-monitoring',
    activity: 'Security monitoring',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead', 'managed-soc'],
    consulted: ['cloud-platform-owner'],
    informed: ['ciso'],
    customer:
      'Watch the logs of the service for misuse around the clock, against use cases that are written down, and report weekly which sources were watched.',
    provider: 'Monitor its own infrastructure, and publish service health and security notices.',
    clause: '4.2 Monitoring of the service',
    policy: 'Logging and Monitoring Policy: Monitoring',
    procedure: 'LOG-02 Security monitoring',
    systemOfRecord: 'SIEM',
    evidence: 'Weekly monitoring report with coverage by source',
    frequency: 'Continuous',
    services: {
      aws: {
        customer:
          'Enable GuardDuty with S3, EKS and malware protection in all accounts by delegated administrator, gather findings in Security Hub, and have the SOC watch that queue day and night.',
        provider:
          'Run threat detection over CloudTrail, DNS and flow data, watch the physical and host layers, and post abuse and Health notices to the security contact.',
        evidence: 'GuardDuty coverage per account and the weekly SOC report',
        clause: 'Security Exhibit 4.2 Threat detection',
      },
      'google-cloud': {
        customer:
          'Activate Security Command Center at organisation level with Event Threat Detection and Container Threat Detection, export findings by Pub/Sub, and confirm each day that the export flows.',
        provider:
          'Analyse log streams for known attacker behaviour, watch its production network, and tell Essential Contacts about suspected compromise.',
        evidence: 'Security Command Center service status and export lag chart',
        clause: 'Security Annex 4.2 Security Command Center',
      },
      github: {
        responsible: ['managed-soc', 'application-owner'],
        customer:
          'Watch the streamed audit log for new owners, visibility changes, disabled rulesets, mass clones and sign-ins from new countries, since the platform raises no alarm on these by itself.',
        provider:
          'Detect abuse of the platform and of stolen credentials at its edge, and warn the affected users and enterprise owners.',
        evidence: 'SIEM use case list for the audit log with hits of the month',
        clause: 'Security Addendum 4.2 Platform abuse detection',
      },
    },
  },
  {
    id: 'log-alert-triage',
    activity: 'Alert triage',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['managed-soc', 'security-operations-lead'],
    consulted: ['application-owner', 'cloud-platform-owner'],
    informed: ['ciso'],
    customer:
      'Take each alert within the time set for its severity, decide true or false with a reason, and hand true ones to incident response.',
    provider:
      'Explain alerts that its own systems raise, and answer questions about them within support times.',
    clause: '4.3 Support for investigations',
    policy: 'Logging and Monitoring Policy: Handling of alerts',
    procedure: 'LOG-03 Alert triage runbook',
    systemOfRecord: 'SIEM case queue',
    evidence: 'Case record with times, verdict and reason',
    frequency: 'Continuous',
    services: {
      aws: {
        customer:
          'Take high GuardDuty findings within 15 minutes, enrich them from CloudTrail Lake and the account register, and call the account owner before isolating an instance or role.',
        provider:
          'Describe each finding type with its cause and remediation, and let Support explain service-generated activity that appears as ours.',
        evidence: 'Cases for GuardDuty findings with time to verdict',
        clause: 'Security Exhibit 4.3 Finding documentation and support',
      },
      'google-cloud': {
        customer:
          'Work findings by attack exposure score, set each to a state in Security Command Center, and mute only by a rule that carries a ticket number and an end date.',
        provider:
          'Supply finding details, affected resources and next steps, and answer priority-one questions through Customer Care.',
        evidence: 'Finding states and mute rules with ticket numbers',
        clause: 'Security Annex 4.3 Finding support',
      },
      github: {
        responsible: ['managed-soc', 'application-owner'],
        customer:
          'Triage secret scanning alerts within the hour when the secret is live: revoke first, ask later. Route code scanning and audit log cases to the team that owns the repository.',
        provider:
          'Check the validity of detected secrets with their issuers, and give the commit, actor and location in the alert.',
        evidence: 'Secret scanning alerts with time to revocation',
        clause: 'Security Addendum 4.3 Alert content',
      },
    },
  },
  {
    id: 'log-detection-tuning',
    activity: 'Detection tuning',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead', 'managed-soc'],
    consulted: ['cloud-platform-owner', 'application-owner'],
    informed: ['ciso'],
    customer:
      'Write, test and retire detection rules under version control. Reduce noise by narrowing a rule and never by ignoring its alerts, and test each use case twice a year.',
    provider: 'Maintain the detections it offers, and announce rules it adds, changes or withdraws.',
    clause: '4.4 Detection content',
    policy: 'Logging and Monitoring Policy: Detection engineering',
    procedure: 'LOG-04 Changing a detection',
    systemOfRecord: 'Detection repository',
    evidence: 'Merged rule change with its test and the false positive rate before and after',
    frequency: 'Monthly',
    services: {
      aws: {
        customer:
          'Tune by GuardDuty suppression rules and trusted IP lists held as code, replay sample findings each quarter, and write own rules on EventBridge for the guardrails we added.',
        provider:
          'Train and release GuardDuty detectors and threat lists, and note new finding types in the release history.',
        evidence: 'Suppression rules in the repository with replay results',
        clause: 'Security Exhibit 4.4 Detector releases',
      },
      'google-cloud': {
        customer:
          'Add custom modules for Security Health Analytics and Event Threat Detection where our design differs, and delete those that produced nothing true in two quarters.',
        provider:
          'Refresh curated detections and indicators from its threat intelligence, and mark detectors that are in preview.',
        evidence: 'Custom module list with hit and truth counts',
        clause: 'Security Annex 4.4 Curated detections',
      },
      github: {
        responsible: ['application-owner', 'security-operations-lead'],
        customer:
          'Keep custom secret patterns with dry runs, choose CodeQL query suites per language, and adjust SIEM thresholds after each change in how teams deploy.',
        provider: 'Extend supported secret formats and CodeQL queries, and publish them in the changelog.',
        evidence: 'Custom pattern dry runs and the query suite configuration',
        clause: 'Security Addendum 4.4 Scanning content',
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
    clause: '4.5 Availability of logs',
    policy: 'Logging and Monitoring Policy: Retention of logs',
    procedure: 'LOG-05 Log retention and deletion',
    systemOfRecord: 'Log archive',
    evidence: 'Retention settings with the oldest and newest record per source',
    frequency: 'Quarterly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Store trail files in the log archive account under S3 Object Lock in compliance mode for 36 months, with access logs on the bucket and nobody able to delete the account.',
        provider:
          'Honour Object Lock against every principal including root, and keep stored objects durable over the lock period.',
        evidence: 'Object Lock configuration and a refused deletion test',
        clause: 'Security Exhibit 4.5 Retention of objects',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Route to a log bucket in the logging project with 1,095 days and a locked retention, because the default bucket ends after 30 days and Data Access entries with it.',
        provider:
          'Hold Admin Activity entries 400 days in the required bucket at no charge, and refuse to shorten a locked log bucket.',
        evidence: 'Log bucket lock state and its oldest entry',
        clause: 'Security Annex 4.5 Log buckets',
      },
      github: {
        responsible: ['security-operations-lead', 'application-owner'],
        customer:
          'Rely on our streamed copy for 36 months, since the platform drops Git events after seven days. Reconcile event counts of stream and platform once a month.',
        provider:
          'Keep the audit log 180 days and Git events seven days for search and export, then remove them.',
        evidence: 'Monthly count comparison between stream and platform',
        clause: 'Security Addendum 4.5 Audit log availability',
      },
      salesforce: {
        responsible: ['security-operations-lead', 'application-owner'],
        customer:
          'Copy event log files to the archive daily before they lapse, and keep login history beyond the six months that the org shows.',
        provider:
          'Hold event files for 30 days, or a year where that is licensed, and field history under Field Audit Trail policies.',
        evidence: 'Archive listing of event files without a missing day',
        clause: 'Security Documentation 4.5 Event file retention',
      },
      'azure-sql': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Write audit files to a storage account with a time-based immutability policy of 36 months, and size the Log Analytics workspace for 13 months of search.',
        provider:
          'Enforce immutability of the storage container, and never delete audit files that the customer owns.',
        evidence: 'Immutability policy and the workspace retention setting',
        clause: 'Data Protection Addendum 4.5 Audit storage',
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
    systemOfRecord: 'Jira GOV',
    evidence: 'Approved exclusion with affected detections and end date',
    frequency: 'Per request',
  },
]);
