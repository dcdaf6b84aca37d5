import { describe, expect, it } from '@jest/globals';
import { FINDING_CODES, type FindingCode } from '../../../../src/domain/responsibility/findings/finding';
import {
  matrixErrors,
  type MatrixUnderReview,
} from '../../../../src/domain/responsibility/findings/matrix-findings';
import { plus } from '../../../../src/domain/shared/instant';
import {
  aRole,
  everybodyBut,
  CLOUD,
  CISO,
  GITHUB,
  HOLDERS,
  LONG_AGO,
  NOW,
  PROVIDER_ROLE,
  ROLES,
  SERVICES,
} from '../../../support/builders/company';
import { ASSETS, PROVISIONING } from '../../../support/builders/matrix';
import {
  DAY,
  TRIAGE,
  PROVISION,
  REVIEW,
  SAME,
  general,
  onAws,
  triage,
  onGitHub,
  aMatrix,
  withRow,
  withAwsRow,
  findingsOf,
} from './a-matrix';

describe('matrixFindings', () => {
  it('finds nothing in a matrix that is as it should be', () => {
    expect(findingsOf({})).toEqual([]);
  });

  const team = aRole({ key: 'security-team', name: 'Security Team' });
  it.each<[string, FindingCode, Partial<MatrixUnderReview>, string[], RegExp]>([
    [
      'no one is accountable',
      'NO_ACCOUNTABLE',
      withRow({ accountable: [] }),
      [general.id],
      /Name one internal role/,
    ],
    [
      'accountable is blank',
      'NO_ACCOUNTABLE',
      withRow({ accountable: [' '] }),
      [general.id],
      new RegExp(PROVISIONING),
    ],
    [
      'two roles are accountable',
      'SEVERAL_ACCOUNTABLE',
      withRow({ accountable: ['ciso', 'cloud-platform-owner'] }),
      [general.id],
      /CISO and Cloud Platform Owner are all accountable/,
    ],
    [
      'a role is accountable beside one that no register has',
      'SEVERAL_ACCOUNTABLE',
      withRow({ accountable: ['cloud-czar', 'ciso'] }),
      [general.id],
      /^cloud-czar and CISO are all accountable/,
    ],
    [
      'the provider is accountable',
      'ACCOUNTABLE_NOT_INTERNAL',
      withRow({ accountable: [PROVIDER_ROLE] }),
      [general.id],
      /AWS \(provider\) isn’t an internal role/,
    ],
    [
      'a registered role is a team',
      'ACCOUNTABLE_IS_A_TEAM',
      {
        ...withRow({ accountable: [team.key] }),
        roles: [...ROLES, team],
        holders: [
          ...HOLDERS,
          { role: team.key, accountId: CLOUD, capacity: 'holder', from: LONG_AGO, to: null },
        ],
      },
      [general.id],
      /"Security Team" is a group of people/,
    ],
    [
      'an unregistered name is a group',
      'ACCOUNTABLE_IS_A_TEAM',
      withRow({ accountable: ['The organization'] }),
      [general.id],
      /"The organization" is a group/,
    ],
    [
      'the accountable role is not in the register',
      'ROLE_UNKNOWN',
      withRow({ accountable: ['cloud-czar'] }),
      [general.id],
      /The accountable role "cloud-czar"/,
    ],
    [
      'a performer is unknown',
      'ROLE_UNKNOWN',
      withRow({ responsible: ['robot'] }),
      [general.id],
      /The role "robot"/,
    ],
    [
      'a consulted role is unknown',
      'ROLE_UNKNOWN',
      withRow({ consulted: ['robot'] }),
      [general.id],
      /"robot"/,
    ],
    [
      'an informed role is unknown',
      'ROLE_UNKNOWN',
      withRow({ informed: ['robot'] }),
      [general.id],
      /"robot"/,
    ],
    [
      'the service is not in the register',
      'SERVICE_UNKNOWN',
      { rows: [general, onAws, triage, onGitHub, { ...general, id: 'on-azure', service: 'azure' }] },
      ['on-azure'],
      /The service "azure" of Cloud account provisioning on azure/,
    ],
    [
      'two rows answer for the same',
      'DUPLICATE_RESPONSIBILITY',
      { rows: [general, onAws, triage, onGitHub, { ...general, id: 'twin' }] },
      [general.id, 'twin'],
      /assets-accounts, twin all cover Cloud account provisioning\. Keep one/,
    ],
    [
      'no one holds an accountable role',
      'ROLE_VACANT',
      { accounts: everybodyBut(CLOUD, CISO) },
      [general.id, onAws.id, triage.id, onGitHub.id],
      /Cloud Platform Owner is accountable here, but no one holds the role/,
    ],
    [
      'a required activity has no row',
      'GRAY_ZONE',
      { rows: [onGitHub, triage] },
      [],
      /Cloud account provisioning on AWS isn’t assigned to anyone/,
    ],
    [
      'a gray zone has only a general row',
      'GRAY_ZONE',
      { rows: [general, onAws, onGitHub, { ...triage, service: '*' }], grayZones: [REVIEW, TRIAGE] },
      [],
      /Alert triage on AWS isn’t assigned to anyone \(Logging, monitoring and alert handling\)/,
    ],
    [
      'a shared row says nothing of the provider',
      'GENERIC_SPLIT',
      withAwsRow({ providerTasks: ' ' }),
      [onAws.id],
      /on AWS is shared, but the provider has no tasks/,
    ],
    [
      'a shared row says nothing of the customer',
      'GENERIC_SPLIT',
      withAwsRow({ customerTasks: '' }),
      [onAws.id],
      /the customer has no tasks/,
    ],
    [
      'one text serves IaaS and SaaS',
      'GENERIC_SPLIT',
      withAwsRow({ customerTasks: '  add the\n REPOSITORY. ' }),
      [onAws.id, onGitHub.id],
      /^assets-accounts-aws, assets-accounts-github have the same text for services of different models/,
    ],
    ['no evidence is named', 'NO_EVIDENCE', withRow({ evidence: ' ' }), [general.id], /names no evidence/],
    [
      'no procedure is named',
      'NO_PROCEDURE',
      withRow({ procedure: ' ' }),
      [general.id],
      /names no procedure/,
    ],
    [
      'no contract clause backs the provider',
      'NO_CONTRACT_CLAUSE',
      withAwsRow({ contractClause: ' ' }),
      [onAws.id],
      /No contract clause backs the provider’s tasks for Cloud account provisioning on AWS/,
    ],
    [
      'the contract clause is still to be named',
      'NO_CONTRACT_CLAUSE',
      withAwsRow({ contractClause: ' name your\u00a0contract clause: Creation of accounts' }),
      [onAws.id],
      /Name the clause/,
    ],
    [
      'the matrix is past its review',
      'NOT_REVIEWED',
      { lastReviewed: plus(NOW, -366 * DAY - 1) },
      [],
      /approved 366 days ago, but must be reviewed every 365/,
    ],
  ])('finds that %s, and only that', (_, code, overrides, rows, message) => {
    expect(findingsOf(overrides)).toEqual([
      { code, severity: FINDING_CODES[code], rows, message: expect.stringMatching(message) },
    ]);
  });

  it.each<[string, Partial<MatrixUnderReview>]>([
    ['a service that is not material needs no rows of its own', { rows: [general, onAws, triage] }],
    ['an ordinary required activity is covered by a general row', { rows: [general, triage, onGitHub] }],
    [
      'tasks of a provider that is not material need no clause',
      { rows: [general, onAws, triage, { ...onGitHub, contractClause: '' }] },
    ],
    ['a row of no service needs no clause', withRow({ contractClause: '', providerTasks: 'Any.' })],
    [
      'a row without tasks of the provider needs no clause',
      withAwsRow({ party: 'customer', providerTasks: ' ', contractClause: '' }),
    ],
    [
      'an ordinary activity is covered by a general row, though its domain has gray zones',
      {
        required: [TRIAGE, PROVISION, REVIEW],
        grayZones: [TRIAGE, { ...REVIEW, domain: ASSETS }, { ...REVIEW, activity: 'Log retention' }],
        rows: [general, onAws, triage, onGitHub, { ...triage, id: 'review', ...REVIEW, service: '*' }],
      },
    ],
    [
      'what is not shared may be the same for services of different models',
      {
        rows: [
          general,
          triage,
          ...[onAws, onGitHub].map(row => ({ ...row, ...SAME, party: 'customer' as const })),
        ],
      },
    ],
    [
      'a service may share what is shared on any',
      { rows: [{ ...general, ...SAME, party: 'shared' }, triage, onGitHub, { ...onAws, ...SAME }] },
    ],
    ['a row that is not shared may have one side only', withAwsRow({ party: 'customer', providerTasks: '' })],
    ['a draft has no review to be late for', { lastReviewed: null }],
    ['the last day of the cadence is in time', { lastReviewed: plus(NOW, -365 * DAY) }],
    ['a role that is accountable for nothing may be vacant', { accounts: everybodyBut('acc-app') }],
    [
      'one text may serve services of the same model',
      {
        services: [...SERVICES.filter(({ key }) => key !== 'github'), { ...GITHUB, model: 'IaaS' }],
        rows: [general, onAws, triage, { ...onGitHub, customerTasks: onAws.customerTasks }],
      },
    ],
    [
      'the customer’s part may be the same where the provider’s differs',
      withAwsRow({ customerTasks: onGitHub.customerTasks, providerTasks: 'Opens the account.' }),
    ],
    [
      'rows of both sides blank are not copies of each other',
      withAwsRow({ party: 'customer', customerTasks: '', providerTasks: '' }),
    ],
  ])('%s', (_, overrides) => {
    expect(findingsOf(overrides)).toEqual([]);
  });

  it('has its errors without asking who holds a role or what time it is', () => {
    const matrix = aMatrix({ ...withRow({ accountable: [], evidence: '' }), holders: [] });
    expect(matrixErrors(matrix).map(({ code }) => code)).toEqual(['NO_ACCOUNTABLE']);
    expect(matrixErrors(aMatrix())).toEqual([]);
  });

  it('does not call rows copies of each other that have no tasks of ours, and are told so', () => {
    const blank = [onAws, onGitHub].map(row => ({ ...row, customerTasks: '' }));
    const findings = findingsOf({ rows: [general, triage, ...blank] });
    expect(findings.map(({ code, rows }) => [code, ...rows])).toEqual([
      ['GENERIC_SPLIT', onAws.id],
      ['GENERIC_SPLIT', onGitHub.id],
    ]);
  });

  it('names a role that a row mentions several times once', () => {
    expect(findingsOf(withRow({ responsible: ['x'], informed: ['x'] })).map(({ code }) => code)).toEqual([
      'ROLE_UNKNOWN',
    ]);
  });

  it('calls a default by its domain', () => {
    const [found] = findingsOf(withRow({ activity: '', evidence: '' })).filter(
      ({ code }) => code === 'NO_EVIDENCE',
    );
    expect(found?.message).toMatch(/^the default of Asset and configuration management names no evidence/);
  });

  it('puts errors before warnings', () => {
    const { rows } = withAwsRow({ service: 'azure', evidence: '', accountable: [] });
    const severities = findingsOf({ rows }).map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    expect(new Set(severities)).toEqual(new Set(['error', 'warning']));
  });
});
