import { rowsOf } from '../activity';

/** Source: ISO/IEC 27017 15.1, 15.2, 18.2; requirements R9, R10. */
export const THIRD_PARTY_RISK = rowsOf('Third-party risk management', [
  {
    id: 'tpr-default',
    activity: '',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    consulted: ['legal-counsel'],
    informed: ['executive-owner'],
    customer:
      'Decide on supplier risks that have no row, and keep accountability inside the company, no matter who does the work.',
    policy: 'Supplier Security Policy: Principles',
    procedure: 'TPR-00 Supplier security handbook',
    systemOfRecord: 'Supplier register',
    evidence: 'Supplier register entry with the decision',
    frequency: 'Per request',
  },
  {
    id: 'tpr-assessment',
    activity: 'Supplier security assessment',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso'],
    consulted: ['application-owner', 'data-protection-officer'],
    informed: ['cloud-platform-owner'],
    customer:
      'Assess each supplier before signing, in depth by what it stores, processes or can affect. Record the gaps, who accepted them, and when they are looked at again.',
    policy: 'Supplier Security Policy: Due diligence',
    procedure: 'TPR-01 Assessing a supplier',
    systemOfRecord: 'Supplier register',
    evidence: 'Assessment with rating, gaps and approval',
    frequency: 'Yearly',
  },
  {
    id: 'tpr-contract-terms',
    activity: 'Contract security terms',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['ciso', 'legal-counsel'],
    consulted: ['application-owner', 'data-protection-officer'],
    informed: ['executive-owner'],
    customer:
      'Attach the responsibility split to the contract, with notice of incidents, access to logs, audit rights, sub-processors and return of data. Record each term that was not obtained as a risk.',
    policy: 'Supplier Security Policy: Contract terms',
    procedure: 'TPR-02 Security terms in contracts',
    systemOfRecord: 'Contract register',
    evidence: 'Signed exhibit and the list of terms not obtained',
    frequency: 'Per contract',
  },
  {
    id: 'tpr-assurance-review',
    activity: 'Provider assurance review',
    party: 'shared',
    accountable: 'ciso',
    responsible: ['ciso'],
    consulted: ['cloud-platform-owner', 'application-owner'],
    informed: ['executive-owner'],
    customer:
      'Read the report, not only its cover: scope, period, exceptions, sub-service organisations, and the controls it expects of us. Turn each of those into a row or a task.',
    provider:
      'Commission independent audits each year, and make reports and bridge letters available to the customer.',
    clause: 'Audit reports',
    policy: 'Supplier Security Policy: Assurance',
    procedure: 'TPR-03 Reviewing assurance reports',
    systemOfRecord: 'Supplier register',
    evidence: 'Review sheet with exceptions and mapped customer controls',
    frequency: 'Yearly',
    services: {
      aws: {
        customer:
          'Fetch the SOC 2 and ISO 27017 reports from Artifact in each cycle, check that the regions and services we use are in scope, and map the complementary user entity controls to our matrix.',
        provider:
          'Publish SOC reports at least twice a year and certificates in Artifact, with the list of services in scope.',
        evidence: 'Artifact download with scope check and control mapping',
        clause: 'AWS Artifact',
      },
      'google-cloud': {
        customer:
          'Compare the audit scope pages with our enabled APIs, follow up qualified controls with the account team, and note the sub-processors that support our region.',
        provider:
          'Offer audit reports through the Compliance Reports Manager, and give notice of new sub-processors beforehand.',
        evidence: 'Scope comparison and sub-processor notes',
        clause: 'Compliance reports',
      },
      github: {
        responsible: ['application-owner', 'ciso'],
        customer:
          'Read the SOC 2 report as enterprise owner, note whether Actions and Codespaces are covered, and follow hosting dependencies named as sub-service organisations.',
        provider:
          'Give enterprise owners SOC 1, SOC 2 and ISO 27001 documents with bridge letters under the compliance tab.',
        evidence: 'Review sheet for the compliance tab documents',
        clause: 'Compliance documents',
      },
    },
  },
  {
    id: 'tpr-service-levels',
    activity: 'Service level monitoring',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['legal-counsel'],
    informed: ['ciso'],
    customer:
      'Measure agreed service and response levels ourselves, claim credits in time, and bring repeated failures to the contract review.',
    provider: 'Meet the agreed levels, and report incidents and causes that explain a failure.',
    clause: 'Service levels',
    policy: 'Supplier Security Policy: Monitoring of suppliers',
    procedure: 'TPR-04 Service level review',
    systemOfRecord: 'Supplier register',
    evidence: 'Measured levels against agreed ones, with claims',
    frequency: 'Quarterly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Compare Health events with our own probes per region, claim credits by the second billing cycle, and review Support response times with the technical account manager.',
        provider:
          'Meet the monthly uptime percentage of each service agreement, and credit on a valid claim.',
        evidence: 'Quarterly business review notes with claims filed',
        clause: 'Service level agreements',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Watch Personalized Service Health for our projects, file financial credit requests in time, and track Customer Care targets by priority.',
        provider:
          'Meet the service level objectives per product, and open an incident report after major outages.',
        evidence: 'Service Health events with credit requests',
        clause: 'Service level agreements',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Log failed pushes and queued jobs as seen by teams, set them against the quarterly uptime of each feature, and request credits within 30 days of its end.',
        provider:
          'Hold 99.9 % quarterly uptime per covered feature, and answer urgent Premium tickets in the agreed time.',
        evidence: 'Quarterly uptime sheet by feature',
        clause: 'Uptime guarantee',
      },
    },
  },
  {
    id: 'tpr-managed-service-oversight',
    activity: 'Managed service oversight',
    party: 'third-party',
    accountable: 'security-operations-lead',
    responsible: ['managed-soc', 'security-operations-lead'],
    consulted: ['legal-counsel'],
    informed: ['ciso'],
    customer:
      'Check the managed SOC by sampled cases, planted test alerts and its staff access list. Keep runbooks and decisions ours, and meet monthly on misses.',
    policy: 'Supplier Security Policy: Managed services',
    procedure: 'TPR-05 Overseeing the managed SOC',
    systemOfRecord: 'Supplier register',
    evidence: 'Monthly service report with sampled cases and test alert results',
    frequency: 'Monthly',
  },
  {
    id: 'tpr-exit-planning',
    activity: 'Supplier exit planning',
    party: 'customer',
    accountable: 'ciso',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['legal-counsel'],
    informed: ['executive-owner'],
    customer:
      'Plan how to leave each material service: formats, effort, time, alternatives and termination rights. Try the hardest export once a year.',
    policy: 'Supplier Security Policy: Exit',
    procedure: 'TPR-06 Exit plans',
    systemOfRecord: 'Continuity register',
    evidence: 'Exit plan with the result of the trial export',
    frequency: 'Yearly',
  },
]);
