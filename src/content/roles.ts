import type { Role } from '../domain/responsibility/role';

/**
 * The roles that the starter responsibilities name. Six are internal and can be accountable; providers and
 * third parties only perform, advise or are told. Who holds a role is kept in the register of holders.
 * Source: ISO/IEC 27017 6.1.1; requirements R3, R5.
 */
export const STARTER_ROLES = [
  {
    key: 'executive-owner',
    name: 'Executive Owner',
    kind: 'internal',
    charter:
      'Approves the responsibility matrix and the information security policy, and accepts risks above the appetite of the CISO. Accountable to the board for resources and for the independence of decisions. Last point of escalation, and decides when no independent approver is left.',
  },
  {
    key: 'ciso',
    name: 'CISO',
    kind: 'internal',
    charter:
      'Decides on security requirements, exceptions and the acceptance of risk within appetite. Accountable for governance, third-party risk, awareness and the correctness of the responsibility matrix. Escalates to the Executive Owner.',
  },
  {
    key: 'cloud-platform-owner',
    name: 'Cloud Platform Owner',
    kind: 'internal',
    charter:
      'Decides on cloud accounts, landing zones, configuration baselines, networks, backup and keys on the infrastructure platforms. Accountable for what runs under the cloud organisations and for every account having an owner. Escalates conflicts of security and delivery to the CISO.',
  },
  {
    key: 'iam-lead',
    name: 'IAM Lead',
    kind: 'internal',
    charter:
      'Decides who may have which access, for how long and under which conditions, on every cloud service. Accountable for access approval, access review, privileged access and the identity provider. Escalates refused or urgent access to the CISO.',
  },
  {
    key: 'security-operations-lead',
    name: 'Security Operations Lead',
    kind: 'internal',
    charter:
      'Decides on detection, triage, containment and the preservation of evidence, and commands security incidents. Accountable for monitoring, vulnerability management and the work of the managed SOC. Escalates major incidents to the CISO, and at night to the Executive Owner directly.',
  },
  {
    key: 'application-owner',
    name: 'Application Owner',
    kind: 'internal',
    charter:
      'Decides on features, data and releases of an application and the software services it depends on, GitHub and Salesforce among them. Accountable for secure change, the classification of the data and recovery objectives. Escalates risks it cannot treat to the CISO.',
  },
  {
    key: 'aws',
    name: 'AWS (provider)',
    kind: 'provider',
    charter:
      'Secures the cloud itself: regions, hardware, hypervisors and the managed parts of its services. Reached through AWS Support and the technical account manager. Gives assurance through the reports in AWS Artifact.',
  },
  {
    key: 'google-cloud',
    name: 'Google Cloud (provider)',
    kind: 'provider',
    charter:
      'Secures its infrastructure and the managed parts of its services, and records its own access through Access Transparency. Reached through Customer Care. Gives assurance through the Compliance Reports Manager.',
  },
  {
    key: 'github',
    name: 'GitHub (provider)',
    kind: 'provider',
    charter:
      'Runs and secures the hosted platform, its code, storage and hosted runners. Reached through GitHub Premium Support. Gives assurance through the reports offered to enterprise owners.',
  },
  {
    key: 'salesforce',
    name: 'Salesforce (provider)',
    kind: 'provider',
    charter:
      'Runs and secures the multi-tenant platform, its releases and its infrastructure. Reached through Salesforce Support, with the Trust site for service status. Gives assurance through its compliance portal.',
  },
  {
    key: 'microsoft-azure',
    name: 'Microsoft Azure (provider)',
    kind: 'provider',
    charter:
      'Runs and secures the database platform of Azure SQL: hosts, engine, patching and automatic backups. Reached through Azure Support. Gives assurance through the Service Trust Portal.',
  },
  {
    key: 'managed-soc',
    name: 'Managed SOC',
    kind: 'third-party',
    charter:
      'Watches alerts round the clock, triages by agreed runbooks and hands confirmed cases over. Decides nothing beyond the runbooks. Escalates to the Security Operations Lead within the times of its contract.',
  },
  {
    key: 'forensics-retainer',
    name: 'Forensics retainer',
    kind: 'third-party',
    charter:
      'Acquires and analyses evidence in major incidents, on call from the Security Operations Lead. Keeps the chain of custody and reports its findings. Has no access to production outside a declared incident.',
  },
  {
    key: 'penetration-tester',
    name: 'Penetration tester',
    kind: 'third-party',
    charter:
      'Tests agreed targets in agreed windows and reports findings with proof. Stops at once when a test affects service. Reports critical findings to the Security Operations Lead on the same day.',
  },
  {
    key: 'data-protection-officer',
    name: 'Data Protection Officer (external)',
    kind: 'third-party',
    charter:
      'Advises on the lawful use, place and retention of personal data, and on notification of breaches. Is consulted before decisions and free of instructions. Reports to the Executive Owner.',
  },
  {
    key: 'legal-counsel',
    name: 'Legal counsel (external)',
    kind: 'third-party',
    charter:
      'Advises on contracts, liability, legal hold and duties to notify. Negotiates security terms on instruction from the CISO. Does not accept risk on behalf of the company.',
  },
] as const satisfies readonly Role[];

/** A key of the starter roles. */
export type StarterRoleKey = (typeof STARTER_ROLES)[number]['key'];

/** A key of the starter roles that may be accountable. */
export type AccountableRoleKey = Extract<(typeof STARTER_ROLES)[number], { kind: 'internal' }>['key'];
