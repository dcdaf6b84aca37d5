import { rowsOf } from '../activity';
import { IDENTITIES } from './identities';

/** Source: ISO/IEC 27017 9.1 to 9.4, CLD.12.1.5; requirement W1 (an access request goes to the accountable role). */
export const IDENTITY_AND_ACCESS = rowsOf('Identity and access management', [
  {
    id: 'iam-default',
    activity: '',
    party: 'customer',
    accountable: 'iam-lead',
    responsible: ['iam-lead'],
    informed: ['ciso'],
    customer: 'Decide on identities and access that have no row, by least privilege and for a limited time.',
    policy: 'Access Control Policy: Principles',
    procedure: 'IAM-00 Identity and access handbook',
    systemOfRecord: 'Governance tickets',
    evidence: 'Access ticket with the decision and its end date',
    frequency: 'Per request',
  },
  {
    id: 'iam-access-approval',
    activity: 'Access approval',
    party: 'shared',
    accountable: 'iam-lead',
    responsible: ['iam-lead'],
    consulted: ['application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Approve access by named person, entitlement and end date, never for oneself. Grant what was approved, and nothing before it was.',
    provider:
      'Enforce the entitlements that the customer assigns, and record each assignment with its author.',
    clause: 'Customer access administration',
    policy: 'Access Control Policy: Approval of access',
    procedure: 'IAM-01 Requesting and approving access',
    systemOfRecord: 'Governance tickets',
    evidence: 'Access request with approval, grant and end date',
    frequency: 'Per request',
    services: {
      aws: {
        customer:
          'Grant a permission set in IAM Identity Center through a directory group, for named accounts only. Refuse IAM users, and compare approvals with account assignments each week.',
        provider:
          'Evaluate policies on every API call, keep Identity Center available in the home region, and log assignments to CloudTrail.',
        evidence: 'Access request matched to the CreateAccountAssignment event',
        clause: 'Identity services',
        procedure: 'IAM-01-AWS Assigning AWS permission sets',
        systemOfRecord: 'Governance tickets, IAM Identity Center',
      },
      'google-cloud': {
        customer:
          'Bind predefined or custom roles to groups at folder or project level with an expiry condition. Refuse basic roles such as Editor, and alert on bindings to single users.',
        provider:
          'Enforce allow and deny policies including conditions, and write SetIamPolicy to Admin Activity logs that cannot be switched off.',
        evidence: 'Access request matched to the SetIamPolicy entry and its condition',
        clause: 'Access management',
        procedure: 'IAM-01-GCP Binding Google Cloud roles',
        systemOfRecord: 'Governance tickets, Cloud Identity groups',
      },
      github: {
        responsible: ['application-owner', 'iam-lead'],
        customer:
          'Give repository roles through teams that are synchronised from the identity provider. Approve outside collaborators one by one, for one repository and at most 90 days.',
        provider:
          'Require an authorised SAML session for members, apply team roles, and record role changes in the audit log.',
        evidence: 'Access request matched to the team.add_member entry of the audit log',
        clause: 'Membership and roles',
        procedure: 'IAM-01-GH Team membership and collaborators',
        systemOfRecord: 'Governance tickets, identity provider',
      },
      salesforce: {
        responsible: ['application-owner', 'iam-lead'],
        customer:
          'Start users on the minimum access profile and add approved permission set groups with an expiry. Keep Modify All Data to three named administrators.',
        provider:
          'Apply profiles, permission sets and sharing rules to each request, and write changes to the Setup Audit Trail.',
        evidence: 'Access request matched to the permission set assignment in the Setup Audit Trail',
        clause: 'User access',
        procedure: 'IAM-01-SF Permission set groups',
        systemOfRecord: 'Governance tickets, Setup Audit Trail',
      },
      'azure-sql': {
        customer:
          'Create contained users for directory groups, grant database roles by migration script, and keep the server administrator group empty outside approved work.',
        provider: 'Validate directory tokens at the gateway, and enforce database permissions in the engine.',
        evidence: 'Access request matched to the migration script and the audited GRANT',
        clause: 'Directory authentication',
        procedure: 'IAM-01-SQL Database roles by migration',
        systemOfRecord: 'Governance tickets, migration repository',
      },
    },
  },
  {
    id: 'iam-access-review',
    activity: 'Access review',
    party: 'shared',
    accountable: 'iam-lead',
    responsible: ['iam-lead', 'application-owner'],
    informed: ['ciso'],
    customer:
      'Have the owner of each service confirm or remove every entitlement. Treat silence as removal, and close the review only when the removals are done.',
    provider: 'Supply a full and current report of users, entitlements and last use.',
    clause: 'Entitlement reports',
    policy: 'Access Control Policy: Review of access',
    procedure: 'IAM-02 Quarterly access review',
    systemOfRecord: 'Governance tickets',
    evidence: 'Review ticket with the export, decisions and removals',
    frequency: 'Quarterly',
    services: {
      aws: {
        customer:
          'Review permission set assignments per account with last-accessed data, and act on unused roles and external access reported by IAM Access Analyzer.',
        provider:
          'Report last access per service and action, and analyse resource policies for access from outside the organisation.',
        evidence: 'Access Analyzer findings and the signed assignment export',
        clause: 'Access analysis',
        systemOfRecord: 'Governance tickets, IAM Access Analyzer',
      },
      'google-cloud': {
        customer:
          'Run Policy Analyzer across the organisation, remove roles that IAM Recommender shows unused for 90 days, and review groups that reach many projects first.',
        provider:
          'Compute recommendations from 90 days of use, and answer who can reach which resource including through groups.',
        evidence: 'Recommender decisions, accepted and refused, with their reasons',
        clause: 'Policy intelligence',
        systemOfRecord: 'Governance tickets, IAM Recommender',
      },
      github: {
        responsible: ['application-owner', 'iam-lead'],
        customer:
          'Review owners, dormant users, outside collaborators, deploy keys, installed apps and fine-grained tokens, and revoke the tokens of people who changed teams.',
        provider: 'Produce the dormant user report and list authorised tokens and keys per member.',
        evidence: 'Dormant user report, token list and the revocations made',
        clause: 'Membership reports',
        systemOfRecord: 'Governance tickets, GitHub member reports',
      },
    },
  },
  {
    id: 'iam-privileged-access',
    activity: 'Privileged access management',
    party: 'shared',
    accountable: 'iam-lead',
    responsible: ['iam-lead'],
    consulted: ['cloud-platform-owner'],
    informed: ['ciso', 'security-operations-lead'],
    customer:
      'Hold administrative rights as time-limited elevation with a reason, separate from daily accounts, at most 90 days at a time. Review what was done under each elevation.',
    provider: 'Let the customer restrict and trace administrators, and restrict its own staff likewise.',
    clause: 'Privileged access',
    policy: 'Access Control Policy: Privileged access',
    procedure: 'IAM-03 Privileged elevation',
    systemOfRecord: 'Governance tickets, SIEM',
    evidence: 'Elevation record with reason, duration and session review',
    frequency: 'Monthly',
    services: {
      aws: {
        customer:
          'Centralise root access in the management account, let elevation grant administrator permission sets for four hours, and alert on any use of root or of the management account.',
        provider:
          'Restrict root sessions to the tasks that need them, and support hardware security keys for root users.',
        evidence: 'Elevation tickets against AssumeRoot and administrator role sessions in CloudTrail',
        clause: 'Root and administrators',
      },
      'google-cloud': {
        customer:
          'Keep two super administrator accounts with hardware keys outside the corporate directory, grant other roles by Privileged Access Manager entitlements, and review grants above eight hours.',
        provider:
          'Expire granted entitlements by itself, and show its own staff access to our content in Access Transparency logs.',
        evidence: 'Privileged Access Manager grants and Access Transparency entries with review notes',
        clause: 'Administrative access',
      },
      github: {
        responsible: ['application-owner', 'iam-lead'],
        customer:
          'Limit enterprise owners to three, let teams manage repositories through custom roles, and require a bypass request with a second person for branch rules.',
        provider:
          'Ask for recent authentication before sensitive settings, and log enterprise owner acts including impersonation by support.',
        evidence: 'Owner list and audit log extract of owner acts',
        clause: 'Owners and support access',
      },
    },
  },
  {
    id: 'iam-emergency-access',
    activity: 'Emergency access',
    party: 'customer',
    accountable: 'iam-lead',
    responsible: ['iam-lead', 'security-operations-lead'],
    informed: ['ciso', 'executive-owner'],
    customer:
      'Keep sealed emergency accounts for each material service, open them by two people in a declared incident, and change their credentials after each use and each test.',
    policy: 'Access Control Policy: Emergency access',
    procedure: 'IAM-07 Opening an emergency account',
    systemOfRecord: 'Secret vault, SIEM',
    evidence: 'Opening record with both names, the alert it raised and the rotation',
    frequency: 'Half-yearly',
  },
  ...IDENTITIES,
]);
