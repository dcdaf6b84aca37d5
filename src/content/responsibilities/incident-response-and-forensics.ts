import { rowsOf } from '../activity';

/** Source: ISO/IEC 27017 16.1; requirements R6 (evidence retention, incident coordination), R10. */
export const INCIDENT_AND_FORENSICS = rowsOf('Incident response and forensics', [
  {
    id: 'inc-default',
    activity: '',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    informed: ['ciso'],
    customer:
      'Take the lead in incident work that has no row, until someone is named in the incident record.',
    policy: 'Incident Response Policy: Command',
    procedure: 'INC-00 Incident handbook',
    systemOfRecord: 'Incident record',
    evidence: 'Incident record that names who led which part',
    frequency: 'Per event',
  },
  {
    id: 'inc-declaration',
    activity: 'Incident declaration and command',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    consulted: ['cloud-platform-owner', 'application-owner'],
    informed: ['ciso', 'executive-owner'],
    customer:
      'Declare an incident by the severity table, open the record, name a commander and a scribe, and hand over command in writing at each shift.',
    policy: 'Incident Response Policy: Declaration and severity',
    procedure: 'INC-01 Declaring and commanding an incident',
    systemOfRecord: 'Incident record',
    evidence: 'Incident record with severity, commander and handovers',
    frequency: 'Per event',
  },
  {
    id: 'inc-coordination',
    activity: 'Incident coordination with the provider',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    consulted: ['legal-counsel', 'application-owner'],
    informed: ['ciso', 'executive-owner'],
    customer:
      'Call the provider through the tested contact path, give case number, times and affected resources, and keep one voice towards it. Test the path twice a year.',
    provider:
      'Notify incidents that affect the data of the customer without undue delay, and name a contact until closure.',
    clause: 'Incident notification and cooperation',
    policy: 'Incident Response Policy: Coordination with providers',
    procedure: 'INC-02 Reaching a provider in an incident',
    systemOfRecord: 'Incident record',
    evidence: 'Provider case linked to the incident record, with response times',
    frequency: 'Half-yearly',
    services: {
      aws: {
        customer:
          'Open a critical case with Enterprise Support from the security tooling account, engage the AWS customer incident response team, and keep a signed letter ready to release account data.',
        provider:
          'Answer business-critical cases within 15 minutes, join the bridge through the incident response team, and write to the security alternate contact.',
        evidence: 'Support case with first response time and the yearly contact test',
        clause: 'Security incident cooperation',
        procedure: 'INC-02-AWS Reaching AWS in an incident',
      },
      'google-cloud': {
        customer:
          'File a priority-one case from the organisation with the security category, state whether content of ours is at risk, and ask for the incident lead on Google side by name.',
        provider:
          'Inform security Essential Contacts of data incidents promptly, run its own incident teams, and give impact details as they become known.',
        evidence: 'Customer Care case and the list of security Essential Contacts',
        clause: 'Data incident notice',
        procedure: 'INC-02-GCP Reaching Google Cloud in an incident',
      },
      github: {
        responsible: ['security-operations-lead', 'application-owner'],
        customer:
          'Raise an urgent Premium Support ticket as enterprise owner, ask for session and token invalidation where ours are not enough, and request cached views of exposed commits to be purged.',
        provider:
          'Notify enterprise owners of unauthorised access to private repositories, purge cached data on request, and post wider incidents on its status page.',
        evidence: 'Support ticket with purge confirmation and times',
        clause: 'Breach notice and support',
        procedure: 'INC-02-GH Reaching GitHub in an incident',
      },
    },
  },
  {
    id: 'inc-evidence-retention',
    activity: 'Evidence retention',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    consulted: ['legal-counsel'],
    informed: ['ciso'],
    customer:
      'Preserve evidence of incidents for six years with hash, collector and time, apart from working logs, and release it only by a recorded decision.',
    provider:
      'Preserve data about the incident on request, and refrain from routine deletion while a hold stands.',
    clause: 'Preservation of evidence',
    policy: 'Incident Response Policy: Evidence',
    procedure: 'INC-03 Preserving and releasing evidence',
    systemOfRecord: 'Evidence vault',
    evidence: 'Custody log with hashes and releases',
    frequency: 'Quarterly',
    services: {
      aws: {
        customer:
          'Copy snapshots, memory images and relevant trail files to the forensics account, encrypt them with its own key, and place an Object Lock legal hold until counsel lifts it.',
        provider:
          'Hold locked objects against deletion, and preserve account records when served with a valid request from us or an authority.',
        evidence: 'Legal hold list of the forensics bucket with hashes',
        clause: 'Preservation',
        procedure: 'INC-03-AWS Evidence from AWS',
        systemOfRecord: 'AWS forensics account',
      },
      'google-cloud': {
        customer:
          'Move disk snapshots into the forensics project, set event-based holds on exported log objects, and lift a hold only with the approval number in the label.',
        provider:
          'Refuse deletion of objects under hold, and keep Access Transparency entries of the period for export.',
        evidence: 'Objects under hold with approval numbers and snapshot lineage',
        clause: 'Holds',
        procedure: 'INC-03-GCP Evidence from Google Cloud',
        systemOfRecord: 'Google Cloud forensics project',
      },
      github: {
        responsible: ['security-operations-lead', 'application-owner'],
        customer:
          'Mirror affected repositories with all refs, export workflow run logs before their 90 days end, and store the audit log extract with its query beside them.',
        provider:
          'Keep deleted repositories restorable for 90 days, and preserve account data when a preservation letter is received.',
        evidence: 'Repository mirror with ref hashes and exported run logs',
        clause: 'Preservation requests',
        procedure: 'INC-03-GH Evidence from GitHub',
        systemOfRecord: 'Evidence vault, repository mirrors',
      },
    },
  },
  {
    id: 'inc-forensic-acquisition',
    activity: 'Forensic acquisition',
    party: 'shared',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead', 'forensics-retainer'],
    consulted: ['legal-counsel'],
    informed: ['cloud-platform-owner'],
    customer:
      'Acquire data in order of volatility with prepared tools and roles, isolate before imaging, and let a second person verify the hash.',
    provider: 'State which forensic data it can supply and how fast, and supply it within that time.',
    clause: 'Forensic support',
    policy: 'Incident Response Policy: Forensics',
    procedure: 'INC-04 Forensic acquisition',
    systemOfRecord: 'Evidence vault',
    evidence: 'Acquisition sheet with tool, times, hashes and both names',
    frequency: 'Per event',
    services: {
      aws: {
        customer:
          'Isolate the instance by a quarantine security group, capture memory by Systems Manager, snapshot the volumes, and share them to the forensics account without touching the original.',
        provider:
          'Keep snapshots consistent at block level, and supply flow and API records within the limits of each service.',
        evidence: 'Acquisition runbook output with snapshot identifiers',
        clause: 'Forensic data',
      },
      'google-cloud': {
        customer:
          'Snapshot disks to the forensics project under a dedicated service account, suspend the machine to save its memory state, and export VPC flow logs for the period.',
        provider:
          'Make point-in-time disk snapshots while the guest runs, and answer requests for host-side data case by case.',
        evidence: 'Snapshot operations in the forensics project audit log',
        clause: 'Forensic support',
      },
      github: {
        responsible: ['application-owner', 'forensics-retainer'],
        customer:
          'Collect audit events, personal access token use, workflow logs and self-hosted runner disks. Hosted runner disks are gone after the job, so log what matters while it runs.',
        provider:
          'Supply Git and web access records that customers cannot export, on a request through support with legal basis.',
        evidence: 'Collected sources with gaps named, and the support request',
        clause: 'Access records',
      },
    },
  },
  {
    id: 'inc-notification',
    activity: 'Regulatory and customer notification',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso', 'legal-counsel'],
    consulted: ['data-protection-officer', 'security-operations-lead'],
    informed: ['executive-owner'],
    customer:
      'Decide within 24 hours of confirmation to tell, meet each legal deadline, and record the reason when no one is told.',
    policy: 'Incident Response Policy: Notification',
    procedure: 'INC-05 Notifying authorities and customers',
    systemOfRecord: 'Incident record',
    evidence: 'Notification decision with times and copies sent',
    frequency: 'Per event',
  },
  {
    id: 'inc-post-review',
    activity: 'Post-incident review',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    consulted: ['cloud-platform-owner', 'application-owner', 'iam-lead'],
    informed: ['ciso', 'executive-owner'],
    customer:
      'Review each major incident within ten working days, find causes without blame, and track actions to the end. Ask each time whether the split of responsibilities helped.',
    policy: 'Incident Response Policy: Learning',
    procedure: 'INC-06 Post-incident review',
    systemOfRecord: 'Incident tickets',
    evidence: 'Review report with actions, owners and completion',
    frequency: 'Per event',
  },
  {
    id: 'inc-exercise',
    activity: 'Incident exercise',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead', 'managed-soc'],
    consulted: ['legal-counsel'],
    informed: ['executive-owner', 'ciso'],
    customer:
      'Rehearse a cloud incident that crosses the boundary with a provider. Include the question of who calls whom, and time the answers.',
    policy: 'Incident Response Policy: Exercises',
    procedure: 'INC-07 Tabletop exercises',
    systemOfRecord: 'Incident tickets',
    evidence: 'Exercise record with timed answers and actions',
    frequency: 'Half-yearly',
  },
]);
