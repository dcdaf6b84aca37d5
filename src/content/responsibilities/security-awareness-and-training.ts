import { rowsOf } from '../activity';

/** Source: ISO/IEC 27017 7.2.2, 5.1.1; requirements C2, C3. */
export const AWARENESS_AND_TRAINING = rowsOf('Security awareness and training', [
  {
    id: 'awr-default',
    activity: '',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    informed: ['executive-owner'],
    customer: 'Decide on awareness needs that have no row, and say who must learn what by when.',
    policy: 'Information Security Policy: Awareness',
    procedure: 'AWR-00 Awareness plan',
    systemOfRecord: 'Training platform',
    evidence: 'Awareness plan entry with audience and date',
    frequency: 'Per request',
  },
  {
    id: 'awr-general-training',
    activity: 'Security awareness training',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    informed: ['executive-owner'],
    customer:
      'Train everyone within 30 days of joining and once a year, on threats that we meet and on how to report. Follow up absences until at least 95 % are done.',
    policy: 'Information Security Policy: Awareness and training',
    procedure: 'AWR-01 Yearly awareness training',
    systemOfRecord: 'Training platform',
    evidence: 'Completion report by person and date',
    frequency: 'Yearly',
  },
  {
    id: 'awr-cloud-role-training',
    activity: 'Role-based cloud training',
    party: 'shared',
    accountable: 'ciso',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['iam-lead'],
    informed: ['security-operations-lead'],
    customer:
      'Train those who administer or build on a service before they receive privileged access, and again when the service changes its security features.',
    provider:
      'Offer documentation and training on the secure use of its service, kept current with releases.',
    clause: 'Guidance for secure use',
    policy: 'Information Security Policy: Role-based training',
    procedure: 'AWR-02 Cloud role training',
    systemOfRecord: 'Training platform',
    evidence: 'Training record of each administrator before the grant',
    frequency: 'Yearly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Have holders of administrator permission sets pass the security speciality path and our guardrail lab in a sandbox account, and renew it every two years.',
        provider: 'Maintain the Skill Builder paths, Well-Architected security pillar and workshops.',
        evidence: 'Lab completion by permission set holder',
        clause: 'Training material',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Ask folder administrators for the cloud security engineer course and a drill on organisation policy, deny policies and perimeter errors.',
        provider:
          'Keep Skills Boost labs and the enterprise foundations blueprint aligned with current products.',
        evidence: 'Course certificates and drill results of folder administrators',
        clause: 'Learning resources',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Teach maintainers to review workflow files, to handle a leaked secret, and to judge third-party actions, with one exercise on a prepared repository.',
        provider: 'Offer skills courses and hardening guides for Actions, secrets and supply chain features.',
        evidence: 'Exercise repository results by maintainer',
        clause: 'Guidance',
      },
    },
  },
  {
    id: 'awr-responsibility-briefing',
    activity: 'Responsibility briefing',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    consulted: ['cloud-platform-owner', 'iam-lead', 'security-operations-lead', 'application-owner'],
    informed: ['executive-owner'],
    customer:
      'Brief each new holder or deputy on the rows of their role, the tickets they will decide and their escalation, within ten working days of appointment.',
    policy: 'Information Security Policy: Roles and responsibilities',
    procedure: 'AWR-03 Briefing role holders',
    systemOfRecord: 'Training platform, register of holders',
    evidence: 'Briefing record signed by holder or deputy',
    frequency: 'Per event',
  },
  {
    id: 'awr-phishing-simulation',
    activity: 'Phishing simulation',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead'],
    consulted: ['data-protection-officer'],
    informed: ['ciso'],
    customer:
      'Send realistic simulations, consent grants and code sign-in prompts among them. Measure reports rather than clicks, and never publish names.',
    policy: 'Information Security Policy: Awareness',
    procedure: 'AWR-04 Phishing simulations',
    systemOfRecord: 'Training platform',
    evidence: 'Campaign result with the share and speed of reports',
    frequency: 'Quarterly',
  },
  {
    id: 'awr-attestation-follow-up',
    activity: 'Policy attestation follow-up',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    consulted: ['iam-lead'],
    informed: ['executive-owner'],
    customer:
      'See that everyone in the audience attests each major policy version by its due date, remind those who have not, and report coverage to management.',
    policy: 'Information Security Policy: Communication of policies',
    procedure: 'AWR-05 Attestation campaigns',
    systemOfRecord: 'Governance tickets',
    evidence: 'Attestation coverage by policy version',
    frequency: 'Monthly',
  },
]);
