import { rowsOf } from '../activity';

/** Source: ISO/IEC 27017 8.2, 11.2.7, 18.1, CLD.8.1.5; requirement R6 (deletion), R14. */
export const DATA_LIFECYCLE = rowsOf('Data lifecycle', [
  {
    id: 'data-default',
    activity: '',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    consulted: ['data-protection-officer'],
    informed: ['ciso'],
    customer: 'Decide on data that has no row, and treat it as confidential until its class is set.',
    policy: 'Asset and Data Classification Policy: Principles',
    procedure: 'DAT-00 Data handbook',
    systemOfRecord: 'Data catalogue',
    evidence: 'Catalogue entry with class, owner and decision',
    frequency: 'Per request',
  },
  {
    id: 'data-classification',
    activity: 'Data classification',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    consulted: ['data-protection-officer', 'ciso'],
    informed: ['cloud-platform-owner'],
    customer:
      'Set the class of each data set as public, internal, confidential or restricted, data derived by the service included, and label the place that holds it.',
    policy: 'Asset and Data Classification Policy: Classes and labels',
    procedure: 'DAT-01 Classifying data',
    systemOfRecord: 'Data catalogue',
    evidence: 'Catalogue with class and owner, sampled against content',
    frequency: 'Yearly',
  },
  {
    id: 'data-retention',
    activity: 'Data retention',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    consulted: ['data-protection-officer', 'legal-counsel'],
    informed: ['cloud-platform-owner'],
    customer:
      'Set how long each data set is kept and why, make storage delete by itself when the time has come, and stop deletion when a legal hold is placed.',
    policy: 'Asset and Data Classification Policy: Retention',
    procedure: 'DAT-02 Retention schedule and legal hold',
    systemOfRecord: 'Retention schedule',
    evidence: 'Retention schedule with lifecycle rules in force',
    frequency: 'Yearly',
  },
  {
    id: 'data-deletion',
    activity: 'Deletion at end of use',
    party: 'shared',
    accountable: 'application-owner',
    responsible: ['application-owner', 'cloud-platform-owner'],
    consulted: ['data-protection-officer'],
    informed: ['ciso'],
    customer:
      'Export what must be kept, delete the rest with its copies and keys, close the tenant, and obtain confirmation of removal in writing.',
    provider: 'Return and then remove customer data and its copies within the agreed time, and confirm it.',
    clause: 'Return and removal of data',
    policy: 'Asset and Data Classification Policy: Disposal',
    procedure: 'DAT-03 Deleting data and closing accounts',
    systemOfRecord: 'Governance tickets, cloud account register',
    evidence: 'Closure ticket with export, deletion and confirmation',
    frequency: 'Per event',
    services: {
      aws: {
        responsible: ['cloud-platform-owner', 'application-owner'],
        customer:
          'Empty versioned buckets and remote copies, schedule deletion of the KMS keys, then close the member account, and note the day on which its 90 days of suspension end.',
        provider:
          'Make deleted storage unreadable to others before reuse, destroy retired media by NIST SP 800-88, and remove closed account content after the suspension.',
        evidence: 'CloseAccount event, key deletion dates and the register entry marked closed',
        clause: 'Account closure',
        procedure: 'DAT-03-AWS Closing an AWS account',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner', 'application-owner'],
        customer:
          'Delete data sets and soft-deleted objects first, remove liens, shut the project down, destroy its key versions, and check after 30 days that it is gone.',
        provider:
          'Keep the project recoverable for 30 days, and erase remaining copies and backups in about 180 days under its deletion pipeline.',
        evidence: 'Project deletion entry and key version destruction times',
        clause: 'Deletion of customer data',
        procedure: 'DAT-03-GCP Shutting down a Google Cloud project',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Archive the mirror, delete repositories, packages and runner registrations, revoke apps and tokens, and rewrite history through support where a secret or personal record sits in it.',
        provider:
          'Remove deleted repositories after the 90 days in which they can be restored, and private data after the agreement ends.',
        evidence: 'repo.destroy entries of the audit log and the archived mirror',
        clause: 'Deletion and return',
        procedure: 'DAT-03-GH Removing repositories and organisations',
      },
      salesforce: {
        responsible: ['application-owner'],
        customer:
          'Take a last full export before the contract ends, hard delete records that the retention schedule names, past the 15 days of the recycle bin, and disconnect integrations.',
        provider:
          'Hold data for 30 days after termination for retrieval, then delete it from production and from backups in the documented cycle.',
        evidence: 'Final export receipt and the deletion confirmation of the provider',
        clause: 'Return of data',
        procedure: 'DAT-03-SF Leaving Salesforce',
        systemOfRecord: 'Governance tickets, contract register',
      },
      'azure-sql': {
        responsible: ['cloud-platform-owner', 'application-owner'],
        customer:
          'Export a BACPAC where required, delete long-term backups one by one because they outlive the server, drop the database, and revoke the protector key last.',
        provider:
          'Expire automatic backups of a dropped database with its retention, and sanitise media before it leaves the facility.',
        evidence: 'Activity log of dropped databases and deleted long-term backups',
        clause: 'Data deletion',
        procedure: 'DAT-03-SQL Dropping databases and their backups',
      },
    },
  },
  {
    id: 'data-location',
    activity: 'Data location control',
    party: 'shared',
    accountable: 'application-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['data-protection-officer', 'legal-counsel'],
    informed: ['ciso'],
    customer:
      'Write down in which countries each data set may be stored and processed, enforce it by setting, and keep support access and copies in view.',
    provider: 'Name the places of storage, processing and support, and keep data in the place chosen.',
    clause: 'Place of processing',
    policy: 'Asset and Data Classification Policy: Location of data',
    procedure: 'DAT-04 Data location',
    systemOfRecord: 'Data catalogue',
    evidence: 'Catalogue with permitted and actual location',
    frequency: 'Half-yearly',
    services: {
      aws: {
        customer:
          'Deny use outside eu-north-1 and eu-west-1 by service control policy with the global services exempted, and review cross-region replication targets.',
        provider:
          'Keep content in the regions that we select, moving it only as needed to serve us or to meet the law.',
        evidence: 'Region deny policy and the list of replication targets',
        clause: 'Region commitment',
      },
      'google-cloud': {
        customer:
          'Set the resource locations constraint to EU locations at the organisation root, and use Assured Workloads for folders with restricted data.',
        provider:
          'Store data at rest in the configured location for services under its location terms, and route support as Assured Workloads demands.',
        evidence: 'Resource locations constraint and Assured Workloads monitoring',
        clause: 'Data location terms',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Decide per organisation whether residency on a dedicated EU subdomain is needed, keep personal data out of code and issues, and run sensitive jobs on our own EU runners.',
        provider:
          'Keep code and covered data in the residency region for enterprises that bought it, and list the data that stays global.',
        evidence: 'Residency decision per organisation and the runner locations',
        clause: 'Data residency',
      },
    },
  },
  {
    id: 'data-test-data',
    activity: 'Test data handling',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    consulted: ['data-protection-officer'],
    informed: ['security-operations-lead'],
    customer:
      'Use invented or masked data outside production. Approve each use of real data for a set time, under production controls, and delete it afterwards.',
    policy: 'Secure Development Policy: Test data',
    procedure: 'DAT-05 Test data',
    systemOfRecord: 'Governance tickets',
    evidence: 'Approved use of real data with the deletion date, and masking run logs',
    frequency: 'Per request',
  },
  {
    id: 'data-subject-request',
    activity: 'Data subject request',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    consulted: ['data-protection-officer'],
    informed: ['legal-counsel'],
    customer:
      'Find the data of a person in every service that holds it, answer within a month, and correct or erase it at processors and in exports as well.',
    policy: 'Asset and Data Classification Policy: Personal data',
    procedure: 'DAT-06 Requests of data subjects',
    systemOfRecord: 'Privacy case record',
    evidence: 'Case with search log, answer and time taken',
    frequency: 'Per request',
  },
]);
