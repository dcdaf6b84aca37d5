import type { StarterActivity } from '../activity';

/** Baselines, hardening, isolation and networks. Source: ISO/IEC 27017 13.1, CLD.9.5.1, CLD.9.5.2, CLD.13.1.4. */
export const SECURE_CONFIGURATION: readonly StarterActivity[] = [
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
    clause: 'Secure defaults',
    policy: 'Information Security Policy: Secure configuration',
    procedure: 'AST-03 Configuration baselines and drift',
    systemOfRecord: 'Baseline repository, configuration tickets',
    evidence: 'Baseline document with the last drift report and corrections',
    frequency: 'Monthly',
    services: {
      aws: {
        customer:
          'Enforce preventive guardrails by service control policies, detect drift with Config conformance packs and Security Hub standards, and correct critical failures within two days.',
        provider:
          'Evaluate Config rules and Security Hub controls on time, and keep the hosts and managed control planes hardened.',
        evidence: 'Security Hub score per account with open critical controls',
        clause: 'Configuration services',
        systemOfRecord: 'Security Hub, guardrail repository',
      },
      'google-cloud': {
        customer:
          'Set organisation policies for external addresses, service account keys and public buckets at the root, and work down Security Health Analytics findings by severity.',
        provider:
          'Enforce organisation policy constraints on every API call, and add detectors for new misconfigurations to Security Command Center.',
        evidence: 'Organisation policy export and Security Health Analytics trend',
        clause: 'Policy enforcement',
        systemOfRecord: 'Security Command Center, policy repository',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Set enterprise policies for repository visibility, forking, personal access tokens and allowed actions, and apply the security configuration to all repositories, new ones included.',
        provider:
          'Enforce enterprise policies below enterprise level, and record each change to them in the audit log.',
        evidence: 'Security configuration coverage report and enterprise policy export',
        clause: 'Enterprise policies',
        systemOfRecord: 'GitHub security overview',
      },
      salesforce: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Hold the Health Check score at or above the agreed baseline, restrict guest user sharing, and review session and password settings after each of the three yearly releases.',
        provider:
          'Run the Health Check against the published standard, and announce enforced release updates with a date.',
        evidence: 'Health Check result with score and deviations from the custom baseline',
        clause: 'Release updates',
        systemOfRecord: 'Salesforce Health Check',
      },
      'azure-sql': {
        customer:
          'Allow sign-in by directory identities only, close public network access in favour of private endpoints, and require TLS 1.2 or later on each logical server by policy.',
        provider:
          'Harden engine, host and gateway, and reject connections that break the server settings we chose.',
        evidence: 'Azure Policy compliance of the logical servers',
        clause: 'Platform hardening',
        systemOfRecord: 'Azure Policy',
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
    clause: 'Base images',
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
        clause: 'Amazon machine images',
      },
      'google-cloud': {
        customer:
          'Restrict boot disks by the trusted image projects constraint, require Shielded VM and OS Login, and rebuild golden images each month with the hardening role.',
        provider:
          'Measure the boot of Shielded VMs, sign the public images, and withdraw images when they are deprecated.',
        evidence: 'Trusted image constraint and integrity events of Shielded VMs',
        clause: 'Public images',
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
    clause: 'Segregation of customers',
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
        clause: 'Hypervisor isolation',
      },
      'google-cloud': {
        party: 'provider',
        customer:
          'Place restricted workloads on sole-tenant nodes or Confidential VMs where the risk asks for it, and draw a VPC Service Controls perimeter around their data.',
        provider:
          'Harden KVM, isolate jobs on shared infrastructure, and attest host integrity through the Titan chip.',
        evidence: 'ISO 27017 report extract and the perimeter configuration',
        clause: 'Infrastructure isolation',
      },
      github: {
        party: 'provider',
        customer:
          'Keep confidential code in private repositories of the enterprise and run sensitive jobs on runner groups that no other organisation can use.',
        provider:
          'Separate repositories by authorisation in the application, and give each hosted job a fresh virtual machine that is destroyed after it.',
        evidence: 'SOC 2 report extract on logical separation and the runner group settings',
        clause: 'Logical separation',
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
    clause: 'Network controls',
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
        clause: 'VPC controls',
      },
      'google-cloud': {
        customer:
          'Hold shared VPC networks in a host project, deny by hierarchical firewall policy, reach Google APIs by Private Service Connect, and review Firewall Insights for rules that match nothing.',
        provider:
          'Encrypt and authenticate traffic between its sites, and enforce hierarchical firewall policies on each interface.',
        evidence: 'Firewall Insights report and the organisation firewall policy',
        clause: 'Virtual networks',
      },
    },
  },
];
