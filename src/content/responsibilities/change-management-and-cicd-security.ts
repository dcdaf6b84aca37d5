import { rowsOf } from '../activity';

/** Source: ISO/IEC 27017 12.1.2, 12.1.4, 14.2; requirements R2, R15 (segregation of environments). */
export const CHANGE_AND_CICD = rowsOf('Change management and CI/CD security', [
  {
    id: 'chg-default',
    activity: '',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    informed: ['security-operations-lead'],
    customer: 'Decide on changes that have no row, with a second person and a way back.',
    policy: 'Secure Development Policy: Change control',
    procedure: 'CHG-00 Change handbook',
    systemOfRecord: 'Change tickets',
    evidence: 'Change ticket with reviewer and rollback',
    frequency: 'Per request',
  },
  {
    id: 'chg-production-approval',
    activity: 'Production change approval',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    consulted: ['cloud-platform-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Let no one release their own change alone: a reviewer who did not write it approves, tests have passed, and the release can be traced to a ticket.',
    policy: 'Secure Development Policy: Release approval',
    procedure: 'CHG-01 Releasing to production',
    systemOfRecord: 'Change tickets, deployment log',
    evidence: 'Sample of deployments traced to review, tests and ticket',
    frequency: 'Per change',
    services: {
      github: {
        customer:
          'Protect the production environment with required reviewers who cannot approve their own run, restrict it to release branches, and wait for all status checks.',
        provider:
          'Hold jobs for protected environments until the reviewers approve, and keep the deployment history.',
        evidence: 'Environment protection rules and deployment history with reviewers',
        clause: 'Protected environments',
      },
    },
  },
  {
    id: 'chg-infrastructure-code',
    activity: 'Infrastructure as code review',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['application-owner'],
    customer:
      'Change infrastructure through reviewed code with a plan attached and policy checks passed. Detect changes made by hand, and undo or adopt them within five days.',
    policy: 'Secure Development Policy: Infrastructure as code',
    procedure: 'CHG-02 Infrastructure pull requests',
    systemOfRecord: 'Infrastructure repository',
    evidence: 'Pull request with plan, policy result and reviewer, and the drift report',
    frequency: 'Per change',
  },
  {
    id: 'chg-branch-protection',
    activity: 'Branch protection',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Protect every branch that can reach production: reviewed changes only, no force pushes, no deletion, and administrators bound as well.',
    policy: 'Secure Development Policy: Source control',
    procedure: 'CHG-03 Protecting branches',
    systemOfRecord: 'Source control platform',
    evidence: 'Protection settings of the production branches',
    frequency: 'Monthly',
    services: {
      github: {
        customer:
          'Apply an organisation ruleset to default and release branches: pull request with code owner review, signed commits, no bypass list beyond the release app. Review rule insights monthly.',
        provider:
          'Enforce rulesets on pushes from web, API and Git alike, and log each bypass with its actor.',
        evidence: 'Ruleset export and rule insights with bypasses explained',
        clause: 'Repository rules',
      },
    },
  },
  {
    id: 'chg-pipeline-security',
    activity: 'Pipeline and runner security',
    party: 'shared',
    accountable: 'application-owner',
    responsible: ['application-owner', 'cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['iam-lead'],
    customer:
      'Treat build systems as production: separate identities per pipeline, pinned steps, isolated and short-lived workers, and no secrets in logs.',
    provider: 'Isolate build jobs of different customers, and keep hosted build images patched.',
    clause: 'Build isolation',
    policy: 'Secure Development Policy: Build and deployment systems',
    procedure: 'CHG-04 Hardening pipelines',
    systemOfRecord: 'Pipeline configuration',
    evidence: 'Pipeline review against the checklist',
    frequency: 'Quarterly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Deploy through roles in each workload account that trust one repository and branch by OIDC claim, bounded by a permissions boundary. Run CodeBuild in private subnets without standing keys.',
        provider:
          'Give each CodeBuild run its own compute, and validate web identity tokens before issuing a session.',
        evidence: 'Trust policies of deployment roles with their claim conditions',
        clause: 'Build services',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Run Cloud Build in private pools with a service account for each trigger, require attestations in Binary Authorization before deployment, and forbid the legacy build account.',
        provider:
          'Create build provenance that the builder alone can sign, and discard workers of the default pool after each build.',
        evidence: 'Trigger accounts and Binary Authorization policy with dry-run results',
        clause: 'Cloud Build',
      },
      github: {
        responsible: ['application-owner'],
        customer:
          'Pin actions to commit hashes, set the default workflow token to read, keep self-hosted runners ephemeral and away from public repositories, and require approval for first-time contributors.',
        provider:
          'Destroy hosted runners after each job, mask registered secrets in logs, and withdraw compromised actions from the marketplace.',
        evidence: 'Actions policy export and the list of unpinned actions',
        clause: 'Actions and runners',
      },
    },
  },
  {
    id: 'chg-release-integrity',
    activity: 'Release integrity',
    party: 'customer',
    accountable: 'application-owner',
    responsible: ['application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Sign release artefacts in the pipeline, keep their provenance, and deploy only what verifies. Keep signing keys out of the reach of developers.',
    policy: 'Secure Development Policy: Integrity of releases',
    procedure: 'CHG-05 Signing and verifying releases',
    systemOfRecord: 'Artefact registry',
    evidence: 'Verification log of a deployment with the provenance statement',
    frequency: 'Per change',
  },
  {
    id: 'chg-provider-change',
    activity: 'Provider change handling',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    consulted: ['legal-counsel'],
    informed: ['ciso', 'security-operations-lead'],
    customer:
      'Read announced changes, assess their effect on controls and on the split of tasks, and act before they apply. Raise a Responsibility change when a task moves.',
    provider:
      'Announce changes that may affect the security of the customer in advance, with a description of the effect.',
    clause: 'Notice of change',
    policy: 'Supplier Security Policy: Changes at providers',
    procedure: 'CHG-06 Handling provider notices',
    systemOfRecord: 'Change tickets',
    evidence: 'Notice with assessment and the action taken',
    frequency: 'Weekly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Forward scheduled changes and lifecycle events from the Health organisational view into Jira, and assign each to the account owner within two working days.',
        provider:
          'Post planned lifecycle events to the Health Dashboard with affected resources, in general at least 90 days ahead for major ones.',
        evidence: 'Health events with their Jira tickets and closing dates',
        clause: 'Health notifications',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Subscribe the platform mailbox as Essential Contact for technical and product notices, review deprecations monthly, and test organisation policy changes in dry run.',
        provider:
          'Give twelve months of notice under its deprecation policy for generally available services, and mandatory service announcements by mail.',
        evidence: 'Deprecation review with dry-run results',
        clause: 'Deprecation policy',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Follow the changelog and runner image announcements, take part in brownouts of retired features, and decide in the enterprise settings which preview features may be used.',
        provider:
          'Announce breaking changes and runner image removals in the changelog, with brownouts before final removal.',
        evidence: 'Changelog review notes and enterprise preview settings',
        clause: 'Feature changes',
      },
    },
  },
  {
    id: 'chg-environment-segregation',
    activity: 'Environment segregation',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    informed: ['iam-lead'],
    customer:
      'Hold production, staging and development in separate accounts with separate identities and networks. Allow no path by which a development credential changes production.',
    policy: 'Secure Development Policy: Segregation of environments',
    procedure: 'CHG-07 Environment layout',
    systemOfRecord: 'Cloud account register',
    evidence: 'Account register by environment and a test of refused cross-environment access',
    frequency: 'Half-yearly',
  },
]);
