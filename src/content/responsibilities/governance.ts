import { rowsOf } from '../activity';

/** Source: ISO/IEC 27017 5.1.1, 6.1.1, CLD.6.3.1; requirement R2 (risk acceptance, exceptions). */
export const GOVERNANCE = rowsOf('Governance', [
  {
    id: 'gov-default',
    activity: '',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    informed: ['executive-owner'],
    customer: 'Decide governance questions that no other row covers, and add a row for each that comes back.',
    policy: 'Information Security Policy: Governance and decision rights',
    procedure: 'GOV-00 Security governance handbook',
    systemOfRecord: 'Governance tickets',
    evidence: 'Ticket with the decision, its reason and the person who took it',
    frequency: 'Per request',
  },
  {
    id: 'gov-matrix-maintenance',
    activity: 'Responsibility matrix maintenance',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    consulted: ['cloud-platform-owner', 'iam-lead', 'security-operations-lead', 'application-owner'],
    informed: ['executive-owner'],
    customer:
      'Keep the matrix in step with services, contracts and roles. Put each change to the Executive Owner as a Responsibility change, and resolve every error and warning or say why a warning stays.',
    policy: 'Information Security Policy: Roles and responsibilities',
    procedure: 'GOV-01 Changing the responsibility matrix',
    systemOfRecord: 'Governance tickets, Remit registers',
    evidence: 'Approved Responsibility change with the matrix version and its content hash',
    frequency: 'Quarterly',
  },
  {
    id: 'gov-policy-approval',
    activity: 'Policy approval',
    party: 'customer',
    accountable: 'executive-owner',
    responsible: ['ciso'],
    consulted: ['legal-counsel'],
    informed: ['iam-lead', 'cloud-platform-owner', 'security-operations-lead', 'application-owner'],
    customer:
      'Approve each policy by name, version and effective date. Make sure that its statements can be tested before they bind anyone, and that the approver did not write the text.',
    policy: 'Information Security Policy: Policy set and approval',
    procedure: 'GOV-02 Policy approval and publication',
    systemOfRecord: 'Governance tickets',
    evidence: 'Approval transition bound to the content hash of the version',
    frequency: 'Yearly',
  },
  {
    id: 'gov-risk-acceptance',
    activity: 'Risk acceptance',
    party: 'customer',
    accountable: 'executive-owner',
    responsible: ['ciso'],
    consulted: ['application-owner', 'cloud-platform-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Accept, treat or refuse each risk above appetite in writing, with an owner and a date at which the acceptance ends. The team that gains from a risk never accepts it alone.',
    policy: 'Information Security Policy: Risk appetite and acceptance',
    procedure: 'GOV-03 Risk assessment and acceptance',
    systemOfRecord: 'Risk register',
    evidence: 'Risk register entry with acceptance, owner and end date',
    frequency: 'Quarterly',
  },
  {
    id: 'gov-exception-approval',
    activity: 'Policy exception approval',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    consulted: ['security-operations-lead'],
    informed: ['executive-owner'],
    customer:
      'Decide each exception against the requirement it sets aside. Ask for compensating controls that work today, limit it in time, and end it on that day without a reminder being needed.',
    policy: 'Information Security Policy: Exceptions',
    procedure: 'GOV-04 Policy exceptions',
    systemOfRecord: 'Governance tickets',
    evidence: 'Policy exception ticket with compensating controls, approver and expiry',
    frequency: 'Per request',
  },
  {
    id: 'gov-service-adoption',
    activity: 'Cloud service adoption',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['application-owner', 'cloud-platform-owner'],
    consulted: ['legal-counsel', 'data-protection-officer'],
    informed: ['iam-lead', 'security-operations-lead'],
    customer:
      'Before first use, record the service, its model and its contract, decide whether it is material, and allocate every required activity. No production data enters a service without that.',
    policy: 'Supplier Security Policy: Adopting cloud services',
    procedure: 'GOV-05 Adopting a cloud service',
    systemOfRecord: 'Services register',
    evidence: 'Adoption ticket with the risk assessment and the matrix version that covers the service',
    frequency: 'Per request',
  },
  {
    id: 'gov-shared-responsibility-review',
    activity: 'Shared responsibility review',
    party: 'shared',
    accountable: 'ciso',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['legal-counsel'],
    informed: ['security-operations-lead', 'iam-lead'],
    customer:
      "Compare the provider's published model with our rows, service by service, and raise a Responsibility change for each difference. The provider's model informs our allocation and does not replace it.",
    provider:
      'Publish which tasks stay with the customer, and announce changes to that model before they apply.',
    clause: 'Allocation of responsibilities',
    policy: 'Information Security Policy: Roles and responsibilities',
    procedure: 'GOV-06 Yearly review of the provider split',
    systemOfRecord: 'Governance tickets',
    evidence: 'Review ticket with the compared documents and the differences found',
    frequency: 'Yearly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Work through the services enabled in each AWS account, because the line differs between EC2, RDS and Lambda. Update our rows when a team moves from instances to managed services.',
        provider:
          'Answer for security of the cloud: facilities, hardware, Nitro hypervisor and managed control planes. State per service in its security chapter what the customer configures.',
        evidence: 'Service inventory by account, marked with the responsibility line of each service',
        clause: 'Security of the cloud',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Check the enabled APIs against the shared fate blueprints that we adopted, and record where we depart from a blueprint. Treat each newly enabled API as a change to the split.',
        provider:
          'Maintain the responsibility matrix and secure-by-default blueprints, and give notice of changed defaults in Google Cloud organisations.',
        evidence: 'List of enabled APIs with departures from the adopted blueprints',
        clause: 'Division of responsibilities',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Review enterprise policies, installed apps and the use of self-hosted runners: each runner moves host security back to us. Confirm that repository owners know their part.',
        provider:
          'Own the application, its hosting and the isolation of hosted runners, and document which settings enterprise owners must make themselves.',
        evidence: 'Export of enterprise policies and installed apps with review notes',
        clause: 'Customer and GitHub duties',
      },
    },
  },
]);
