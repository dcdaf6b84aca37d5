import { rowsOf } from '../activity';
import { SECURE_CONFIGURATION } from './secure-configuration';

/** Source: ISO/IEC 27017 8.1, 12.1, 13.1, CLD.9.5.1, CLD.9.5.2, CLD.13.1.4; requirement W3 (accounts have owners). */
export const ASSET_AND_CONFIGURATION = rowsOf('Asset and configuration management', [
  {
    id: 'asset-default',
    activity: '',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    informed: ['ciso'],
    customer: 'Decide on assets and settings that have no row, and name an owner before the asset is used.',
    policy: 'Asset and Data Classification Policy: Ownership of assets',
    procedure: 'AST-00 Asset and configuration handbook',
    systemOfRecord: 'Asset inventory',
    evidence: 'Inventory entry with owner, or the ticket that settles ownership',
    frequency: 'Per request',
  },
  {
    id: 'asset-account-provisioning',
    activity: 'Cloud account provisioning',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['iam-lead', 'ciso'],
    customer:
      'Open the account or tenant only on an approved ticket that names its owner and security contact. Apply the baseline, connect single sign-on and logging, and enter the identifier in the register.',
    provider:
      'Create the tenant separated from other customers, and let the customer set contacts and administrators.',
    clause: 'Creation of tenants',
    policy: 'Asset and Data Classification Policy: Cloud accounts',
    procedure: 'AST-01 Provisioning a cloud account',
    systemOfRecord: 'Governance tickets, cloud account register',
    evidence: 'Cloud account request with approval and the registered account identifier',
    frequency: 'Per request',
    services: {
      aws: {
        customer:
          'Vend the account through Control Tower Account Factory into the organisational unit of its environment. Set the security alternate contact, remove root credentials centrally, and check that the organisation trail and Config record.',
        provider:
          'Create the account within our organisation, enforce service control policies from the first call, and keep accounts isolated from those of other customers.',
        evidence: 'Account Factory record, alternate contacts and control status of the new account',
        clause: 'Accounts and organisations',
        procedure: 'AST-01-AWS Vending an AWS account',
        systemOfRecord: 'Governance tickets, AWS Organizations',
      },
      'google-cloud': {
        customer:
          'Create the project by the project factory under the right folder, linked to the billing account, with labels for owner and data class. Set Essential Contacts and verify that organisation policies are inherited.',
        provider:
          'Apply inherited organisation policies and IAM bindings to the new project at once, and keep the project identifier unique for good.',
        evidence: 'Project factory run, Essential Contacts and effective policy of the project',
        clause: 'Projects and resource hierarchy',
        procedure: 'AST-01-GCP Creating a Google Cloud project',
        systemOfRecord: 'Governance tickets, project factory',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Add the organisation to our enterprise account, enforce SAML single sign-on before inviting members, set base permission to none, and name two organisation owners. Turn on audit log streaming the same day.',
        provider:
          'Provide the organisation under the enterprise account so that enterprise policies cannot be loosened below it, and reserve its name.',
        evidence: 'Enterprise settings page with the organisation, its owners and enforced sign-on',
        clause: 'Organisations',
        procedure: 'AST-01-GH Adding a GitHub organisation',
        systemOfRecord: 'Governance tickets, GitHub enterprise settings',
      },
    },
  },
  {
    id: 'asset-inventory',
    activity: 'Cloud asset inventory',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Keep a list of cloud assets with owner, environment and data class. Find assets that no one owns, and give each an owner or shut it down within ten working days.',
    provider:
      'Offer a complete listing of the resources that the customer created, through an interface or export.',
    clause: 'Listing of assets',
    policy: 'Asset and Data Classification Policy: Inventory',
    procedure: 'AST-02 Reconciling the asset inventory',
    systemOfRecord: 'Asset inventory',
    evidence: 'Reconciliation report with unowned assets and their resolution',
    frequency: 'Monthly',
    services: {
      aws: {
        customer:
          'Aggregate Config recorders of all accounts and regions, compare them with the account register, and query weekly for resources without the owner tag.',
        provider:
          'Record supported resource types in Config and Resource Explorer, and document the types that are not covered.',
        evidence: 'Config aggregator query of untagged resources with follow-up tickets',
        clause: 'Resource recording',
        systemOfRecord: 'AWS Config aggregator',
      },
      'google-cloud': {
        customer:
          'Export Cloud Asset Inventory to BigQuery daily, join it with project labels, and close projects that show no owner and no traffic for 60 days.',
        provider:
          'Keep asset metadata and five weeks of its history available at organisation level through the asset API.',
        evidence: 'Asset snapshot in BigQuery and the list of closed projects',
        clause: 'Asset metadata',
        systemOfRecord: 'Cloud Asset Inventory in BigQuery',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Review repositories, outside collaborators and installed apps. Archive repositories without a commit for a year, and require a CODEOWNERS file in the rest.',
        provider:
          'List repositories, members and integrations of the enterprise through reports and the API, private ones included.',
        evidence: 'Repository report with archived items and missing CODEOWNERS',
        clause: 'Enterprise reports',
        systemOfRecord: 'GitHub enterprise reports',
      },
    },
  },
  ...SECURE_CONFIGURATION,
]);
