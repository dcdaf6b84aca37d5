import type { StarterActivity } from '../activity';

/** People and machines as identities, and how they prove who they are. Source: ISO/IEC 27017 9.2, 9.4. */
export const IDENTITIES: readonly StarterActivity[] = [
  {
    id: 'iam-joiner-mover-leaver',
    activity: 'Joiner, mover and leaver processing',
    party: 'customer',
    accountable: 'iam-lead',
    responsible: ['iam-lead'],
    consulted: ['application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Create identities from the personnel record, change access on the day a role changes, and disable every account within 24 hours of departure. Hand owned cloud accounts to a new owner first.',
    policy: 'Access Control Policy: Identity lifecycle',
    procedure: 'IAM-04 Joiners, movers and leavers',
    systemOfRecord: 'Identity provider, personnel system',
    evidence: 'Departure list against the disable times of the accounts',
    frequency: 'Monthly',
    services: {
      github: {
        customer:
          'Provision managed users by SCIM from the directory, and on departure suspend the user, rotate deploy keys it added and transfer its runner registrations.',
        provider:
          'Carry out SCIM suspension without delay, ending the sessions and tokens of the managed user.',
        evidence: 'SCIM provisioning log with suspensions against the departure list',
        clause: 'User provisioning',
      },
    },
  },
  {
    id: 'iam-mfa-enforcement',
    activity: 'Multi-factor authentication enforcement',
    party: 'shared',
    accountable: 'iam-lead',
    responsible: ['iam-lead'],
    informed: ['application-owner', 'ciso'],
    customer:
      'Require a phishing-resistant second factor at the identity provider, block older protocols, and close local passwords that would avoid it.',
    provider:
      'Support federation that passes the strength of authentication, and offer strong factors for local accounts.',
    clause: 'Strong authentication',
    policy: 'Access Control Policy: Authentication',
    procedure: 'IAM-05 Authentication strength',
    systemOfRecord: 'Identity provider',
    evidence: 'Sign-in report with the share of phishing-resistant authentications',
    frequency: 'Monthly',
    services: {
      salesforce: {
        customer:
          'Enforce single sign-on for the whole org, keep two local administrators on security keys for outages, and block API sign-in with user name and password.',
        provider:
          'Enforce its own requirement of multi-factor authentication on interface sign-ins that bypass federation.',
        evidence: 'Identity verification history and the list of users exempt from single sign-on',
        clause: 'Authentication requirement',
      },
    },
  },
  {
    id: 'iam-machine-identity',
    activity: 'Machine identity and secret management',
    party: 'shared',
    accountable: 'iam-lead',
    responsible: ['application-owner', 'cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['ciso'],
    customer:
      'Give each workload its own identity with short-lived credentials, keep the remaining secrets in a vault, and rotate them when people leave or after exposure.',
    provider:
      'Issue short-lived credentials to workloads, and protect stored secrets by encryption and access control.',
    clause: 'Workload credentials',
    policy: 'Access Control Policy: Machine identities',
    procedure: 'IAM-06 Secrets and workload identities',
    systemOfRecord: 'Secret vault',
    evidence: 'List of long-lived credentials with age, owner and rotation date',
    frequency: 'Quarterly',
    services: {
      aws: {
        customer:
          'Use instance, task and pod roles, deny access key creation by service control policy, rotate Secrets Manager entries, and treat keys older than 90 days as findings.',
        provider:
          'Deliver rotating role credentials through STS and the metadata service, and quarantine keys that it sees published.',
        evidence: 'Credential report of all accounts with keys by age',
        clause: 'Temporary credentials',
      },
      'google-cloud': {
        customer:
          'Attach service accounts to workloads, federate external ones by Workload Identity Federation, and hold the constraint against service account key creation without exceptions older than a quarter.',
        provider:
          'Mint tokens of one hour for attached service accounts, and disable leaked keys under the exposed key response setting.',
        evidence: 'Service account key inventory and constraint exceptions',
        clause: 'Service accounts',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Deploy by OIDC tokens bound to repository and environment, allow only fine-grained tokens with an expiry, and answer push protection bypasses within a working day.',
        provider:
          'Sign OIDC tokens with verifiable claims, scan pushes for known secret formats, and notify partner issuers.',
        evidence: 'Secret scanning alerts with resolution and the push protection bypass list',
        clause: 'Tokens and secret scanning',
      },
    },
  },
];
