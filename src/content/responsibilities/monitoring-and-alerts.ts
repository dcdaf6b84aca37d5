import type { StarterActivity } from '../activity';

/** Three gray zones: who watches, who decides on an alert, who improves detection. Source: ISO/IEC 27017 CLD.12.4.5; requirement R6. */
export const MONITORING_AND_ALERTS: readonly StarterActivity[] = [
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
    clause: 'Monitoring of the service',
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
        clause: 'Threat detection',
        procedure: 'LOG-02-AWS Watching Security Hub',
        systemOfRecord: 'SIEM, Security Hub',
      },
      'google-cloud': {
        customer:
          'Activate Security Command Center at organisation level with Event Threat Detection and Container Threat Detection, export findings by Pub/Sub, and confirm each day that the export flows.',
        provider:
          'Analyse log streams for known attacker behaviour, watch its production network, and tell Essential Contacts about suspected compromise.',
        evidence: 'Security Command Center service status and export lag chart',
        clause: 'Security Command Center',
        procedure: 'LOG-02-GCP Watching Security Command Center',
        systemOfRecord: 'SIEM, Security Command Center',
      },
      github: {
        responsible: ['managed-soc', 'application-owner'],
        customer:
          'Watch the streamed audit log for new owners, visibility changes, disabled rulesets, mass clones and sign-ins from new countries, since the platform raises no alarm on these by itself.',
        provider:
          'Detect abuse of the platform and of stolen credentials at its edge, and warn the affected users and enterprise owners.',
        evidence: 'SIEM use case list for the audit log with hits of the month',
        clause: 'Platform abuse detection',
        procedure: 'LOG-02-GH Watching the GitHub audit log',
        systemOfRecord: 'SIEM',
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
    clause: 'Support for investigations',
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
        clause: 'Finding documentation and support',
        procedure: 'LOG-03-AWS Triage of GuardDuty findings',
      },
      'google-cloud': {
        customer:
          'Work findings by attack exposure score, set each to a state in Security Command Center, and mute only by a rule that carries a ticket number and an end date.',
        provider:
          'Supply finding details, affected resources and next steps, and answer priority-one questions through Customer Care.',
        evidence: 'Finding states and mute rules with ticket numbers',
        clause: 'Finding support',
        procedure: 'LOG-03-GCP Triage of Security Command Center findings',
        systemOfRecord: 'SIEM case queue, Security Command Center',
      },
      github: {
        responsible: ['managed-soc', 'application-owner'],
        customer:
          'Triage secret scanning alerts within the hour when the secret is live: revoke first, ask later. Route code scanning and audit log cases to the team that owns the repository.',
        provider:
          'Check the validity of detected secrets with their issuers, and give the commit, actor and location in the alert.',
        evidence: 'Secret scanning alerts with time to revocation',
        clause: 'Alert content',
        procedure: 'LOG-03-GH Triage of leaked secrets and repository alerts',
        systemOfRecord: 'SIEM case queue, GitHub alerts',
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
    clause: 'Detection content',
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
        clause: 'Detector releases',
        procedure: 'LOG-04-AWS GuardDuty suppression and EventBridge rules',
      },
      'google-cloud': {
        customer:
          'Add custom modules for Security Health Analytics and Event Threat Detection where our design differs, and delete those that produced nothing true in two quarters.',
        provider:
          'Refresh curated detections and indicators from its threat intelligence, and mark detectors that are in preview.',
        evidence: 'Custom module list with hit and truth counts',
        clause: 'Curated detections',
        procedure: 'LOG-04-GCP Custom detector modules',
      },
      github: {
        responsible: ['application-owner', 'security-operations-lead'],
        customer:
          'Keep custom secret patterns with dry runs, choose CodeQL query suites per language, and adjust SIEM thresholds after each change in how teams deploy.',
        provider: 'Extend supported secret formats and CodeQL queries, and publish them in the changelog.',
        evidence: 'Custom pattern dry runs and the query suite configuration',
        clause: 'Scanning content',
        procedure: 'LOG-04-GH Secret patterns and CodeQL suites',
      },
    },
  },
];
