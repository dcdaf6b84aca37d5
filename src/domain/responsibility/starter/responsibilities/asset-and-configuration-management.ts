import { rowsOf } from '../activity';

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
    clause: '2.1 Creation of tenants',
    policy: 'Asset and Data Classification Policy: Cloud accounts',
    procedure: 'AST-01 Provisioning a cloud account',
    systemOfRecord: 'Jira GOV, cloud account register',
    evidence: 'Cloud account request with approval and the registered account identifier',
    frequency: 'Per request',
    services: {
      aws: {
        customer:
          'Vend the account through Control Tower Account Factory into the organisational unit of its environment. Set the security alternate contact, remove root credentials centrally, and check that the organisation trail and Config record.',
        provider:
          'Create the account within our organisation, enforce service control policies from the first call, and keep accounts isolated from those of other customers.',
        evidence: 'Account Factory record, alternate contacts and control status of the new account',
        clause: 'Security Exhibit 2.1 Accounts and organisations',
      },
      'google-cloud': {
        customer:
          'Create the project by the project factory under the right folder, linked to the billing account, with labels for owner and data class. Set Essential Contacts and verify that organisation policies are inherited.',
        provider:
          'Apply inherited organisation policies and IAM bindings to the new project at once, and keep the project identifier unique for good.',
        evidence: 'Project factory run, Essential Contacts and effective policy of the project',
        clause: 'Security Annex 2.1 Projects and resource hierarchy',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Add the organisation to our enterprise account, enforce SAML single sign-on before inviting members, set base permission to none, and name two organisation owners. Turn on audit log streaming the same day.',
        provider:
          'Provide the organisation under the enterprise account so that enterprise policies cannot be loosened below it, and reserve its name.',
        evidence: 'Enterprise settings page with the organisation, its owners and enforced sign-on',
        clause: 'Security Addendum 2.1 Organisations',
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
      'Keep a list of cloud assets with owner, environment and data class. Find assets that nobody owns, and give each an owner or shut it down within ten working days.',
    provider:
      'Offer a complete listing of the resources that the customer created, through an interface or export.',
    clause: '2.2 Listing of assets',
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
        clause: 'Security Exhibit 2.2 Resource recording',
      },
      'google-cloud': {
        customer:
          'Export Cloud Asset Inventory to BigQuery daily, join it with project labels, and close projects that show no owner and no traffic for 60 days.',
        provider:
          'Keep asset metadata and five weeks of its history available at organisation level through the asset API.',
        evidence: 'Asset snapshot in BigQuery and the list of closed projects',
        clause: 'Security Annex 2.2 Asset metadata',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Review repositories, outside collaborators and installed apps. Archive repositories without a commit for a year, and require a CODEOWNERS file in the rest.',
        provider:
          'List repositories, members and integrations of the enterprise through reports and the API, private ones included.',
        evidence: 'Repository report with archived items and missing CODEOWNERS',
        clause: 'Security Addendum 2.2 Enterprise reports',
      },
    },
  },
  {
    id: 'asset-configuration-baseline',
    activity: 'Configuration baseline',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead', 'application-owner'],
    informed: ['ciso'],
    customer:
      'Write down the secure settings of each service, enforce what can be enforced, measure drift, and correct it within the agreed time or raise an exception.',
    provider:
      'Publish hardening guidance, ship safe defaults, and announce new security settings before they apply.',
    clause: '2.3 Secure defaults',
    policy: 'Information Security Policy: Secure configuration',
    procedure: 'AST-03 Configuration baselines and drift',
    systemOfRecord: 'Baseline repository, Jira CFG',
    evidence: 'Baseline document with the last drift report and corrections',
    frequency: 'Monthly',
    services: {
      aws: {
        customer:
          'Enforce preventive guardrails by service control policies, detect drift with Config conformance packs and Security Hub standards, and correct critical failures within two days.',
        provider:
          'Evaluate Config rules and Security Hub controls on time, and keep the hosts and managed control planes hardened.',
        evidence: 'Security Hub score per account with open critical controls',
        clause: 'Security Exhibit 2.3 Configuration services',
      },
      'google-cloud': {
        customer:
          'Set organisation policies for external addresses, service account keys and public buckets at the root, and work down Security Health Analytics findings by severity.',
        provider:
          'Enforce organisation policy constraints on every API call, and add detectors for new misconfigurations to Security Command Center.',
        evidence: 'Organisation policy export and Security Health Analytics trend',
        clause: 'Security Annex 2.3 Policy enforcement',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Set enterprise policies for repository visibility, forking, personal access tokens and allowed actions, and apply the security configuration to all repositories, new ones included.',
        provider:
          'Enforce enterprise policies below enterprise level, and record each change to them in the audit log.',
        evidence: 'Security configuration coverage report and enterprise policy export',
        clause: 'Security Addendum 2.3 Enterprise policies',
      },
      salesforce: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Hold the Health Check score at or above the agreed baseline, restrict guest user sharing, and review session and password settings after each of the three yearly releases.',
        provider:
          'Run the Health Check against the published standard, and announce enforced release updates with a date.',
        evidence: 'Health Check result with score and deviations from the custom baseline',
        clause: 'Security Documentation 2.3 Release updates',
      },
      'azure-sql': {
        customer:
          'Allow sign-in by directory identities only, close public network access in favour of private endpoints, and require TLS 1.2 or later on each logical server by policy.',
        provider:
          'Harden engine, host and gateway, and reject connections that break the server settings we chose.',
        evidence: 'Azure Policy compliance of the logical servers',
        clause: 'Data Protection Addendum 2.3 Platform hardening',
      },
    },
  },
  {
    id: 'asset-image-hardening',
    activity: 'Image and virtual machine hardening',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['application-owner'],
    customer:
      'Build machine images from a reduced operating system with only the ports, services and agents that are needed. Refuse to start machines from images that we did not build.',
    provider: 'Offer base images of known origin, and verify their integrity before publication.',
    clause: '2.4 Base images',
    policy: 'Vulnerability and Patch Management Policy: Hardened images',
    procedure: 'AST-04 Building hardened images',
    systemOfRecord: 'Image pipeline',
    evidence: 'Build record of the image with its hardening benchmark result',
    frequency: 'Monthly',
    services: {
      aws: {
        customer:
          'Bake AMIs with EC2 Image Builder to the CIS level that we chose, require IMDSv2, and set Allowed AMIs so that only our own image accounts can be launched from.',
        provider:
          'Publish patched Amazon Linux base images and keep NitroTPM and UEFI Secure Boot available for supported instances.',
        evidence: 'Image Builder pipeline output and the Allowed AMIs setting of each region',
        clause: 'Security Exhibit 2.4 Amazon machine images',
      },
      'google-cloud': {
        customer:
          'Restrict boot disks by the trusted image projects constraint, require Shielded VM and OS Login, and rebuild golden images each month with the hardening role.',
        provider:
          'Measure the boot of Shielded VMs, sign the public images, and withdraw images when they are deprecated.',
        evidence: 'Trusted image constraint and integrity events of Shielded VMs',
        clause: 'Security Annex 2.4 Public images',
      },
    },
  },
  {
    id: 'asset-tenant-isolation',
    activity: 'Tenant isolation',
    party: 'provider',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['ciso'],
    customer:
      'Read the independent evidence of isolation once a year, and decide whether a workload needs dedicated capacity.',
    provider:
      'Separate the data, processing and networks of customers from each other and from internal administration.',
    clause: '2.5 Segregation of customers',
    policy: 'Supplier Security Policy: Segregation in shared environments',
    procedure: 'AST-05 Assessing tenant isolation',
    systemOfRecord: 'Supplier register',
    evidence: 'Assurance report section on isolation with our assessment',
    frequency: 'Yearly',
    services: {
      aws: {
        party: 'provider',
        customer:
          'Choose dedicated tenancy or Nitro Enclaves for restricted workloads, and keep production and development in different accounts so that an escape stays small.',
        provider:
          'Isolate instances by the Nitro hypervisor, which gives its operators no interactive access, and scrub memory before reuse.',
        evidence: 'SOC 2 isolation controls with the tenancy decision per restricted workload',
        clause: 'Security Exhibit 2.5 Hypervisor isolation',
      },
      'google-cloud': {
        party: 'provider',
        customer:
          'Place restricted workloads on sole-tenant nodes or Confidential VMs where the risk asks for it, and draw a VPC Service Controls perimeter around their data.',
        provider:
          'Harden KVM, isolate jobs on shared infrastructure, and attest host integrity through the Titan chip.',
        evidence: 'ISO 27017 report extract and the perimeter configuration',
        clause: 'Security Annex 2.5 Infrastructure isolation',
      },
      github: {
        party: 'provider',
        customer:
          'Keep confidential code in private repositories of the enterprise and run sensitive jobs on runner groups that no other organisation can use.',
        provider:
          'Separate repositories by authorisation in the application, and give each hosted job a fresh virtual machine that is destroyed after it.',
        evidence: 'SOC 2 report extract on logical separation and the runner group settings',
        clause: 'Security Addendum 2.5 Logical separation',
      },
    },
  },
  {
    id: 'asset-network-boundary',
    activity: 'Network boundary configuration',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['application-owner'],
    customer:
      'Permit only documented flows between networks and to the internet, hold virtual and physical rules to the same policy, and review open rules.',
    provider:
      'Run the underlying network, filter spoofed traffic, and enforce the rules that the customer sets.',
    clause: '2.6 Network controls',
    policy: 'Information Security Policy: Network security',
    procedure: 'AST-06 Network rule review',
    systemOfRecord: 'Network repository',
    evidence: 'Rule review with the removed and renewed rules',
    frequency: 'Quarterly',
    services: {
      aws: {
        customer:
          'Route egress through the inspection VPC with Network Firewall, forbid default security groups, and check with Network Access Analyzer that no path leads from the internet to data subnets.',
        provider:
          'Enforce security groups and network ACLs at the host, and absorb common floods with Shield Standard.',
        evidence: 'Network Access Analyzer findings and the firewall rule groups under version control',
        clause: 'Security Exhibit 2.6 VPC controls',
      },
      'google-cloud': {
        customer:
          'Hold shared VPC networks in a host project, deny by hierarchical firewall policy, reach Google APIs by Private Service Connect, and review Firewall Insights for rules that match nothing.',
        provider:
          'Encrypt and authenticate traffic between its sites, and enforce hierarchical firewall policies on each interface.',
        evidence: 'Firewall Insights report and the organisation firewall policy',
        clause: 'Security Annex 2.6 Virtual networks',
      },
    },
  },
]);
