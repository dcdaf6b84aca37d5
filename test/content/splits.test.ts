import { describe, expect, it } from '@jest/globals';
import type { Responsibility } from '../../src/domain/responsibility/responsibility';
import { STARTER_RESPONSIBILITIES as ROWS, STARTER_ROLES, STARTER_SERVICES } from '../../src/content/index';

const material = STARTER_SERVICES.filter(service => service.material).map(({ key }) => key);

/** The longest share of words that two texts about one activity may have in common. */
const MOST_SHARED = 0.4;

/** Names of providers and services: what a template would swap. */
const NAMES = [
  ...STARTER_SERVICES.map(({ name }) => name),
  ...STARTER_ROLES.filter(({ kind }) => kind === 'provider').map(({ name }) =>
    name.replace(' (provider)', ''),
  ),
  ...[
    'GuardDuty',
    'Security Hub',
    'CloudTrail',
    'AWS Config',
    'Inspector',
    'EC2',
    'S3',
    'RDS',
    'KMS',
    'Artifact',
  ],
  ...['Security Command Center', 'Cloud Audit Logs', 'Cloud KMS', 'VM Manager', 'Compute Engine', 'BigQuery'],
  ...['GitHub Actions', 'Dependabot', 'CodeQL', 'Shield Event Monitoring', 'Key Vault', 'Log Analytics'],
  'Amazon',
  'Google',
  'Microsoft',
  'Azure',
];

function withoutNames(text: string): string {
  const names = new RegExp(`\\b(${NAMES.join('|')})\\b`, 'gi');
  return text
    .replace(names, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Words in common, of all words of both texts; words of up to three letters carry no meaning here. */
function likeness(a: string, b: string): number {
  const words = (text: string) =>
    new Set(
      withoutNames(text)
        .split(' ')
        .filter(word => word.length > 3),
    );
  const [first, second] = [words(a), words(b)];
  const common = [...first].filter(word => second.has(word)).length;
  return common / (first.size + second.size - common);
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => text !== '' && texts.indexOf(text) !== index))];
}

function pairsOfOneActivity(): [Responsibility, Responsibility][] {
  const groups = Map.groupBy(
    ROWS.filter(({ activity }) => activity !== ''),
    ({ activity }) => activity,
  );
  return [...groups.values()].flatMap(rows =>
    rows.flatMap((one, index) =>
      rows.slice(index + 1).map((other): [Responsibility, Responsibility] => [one, other]),
    ),
  );
}

describe('splits of the starter content', () => {
  it('never say the same twice on the side of the customer, names of services set aside', () => {
    expect(repeated(ROWS.map(row => withoutNames(row.customerTasks)))).toEqual([]);
  });

  it('never say the same twice on the side of the provider, names of services set aside', () => {
    expect(repeated(ROWS.map(row => withoutNames(row.providerTasks)))).toEqual([]);
  });

  it('never point to the same evidence twice', () => {
    expect(repeated(ROWS.map(row => withoutNames(row.evidence)))).toEqual([]);
  });

  it('differ by more than a few words between the services of an activity', () => {
    const alike = pairsOfOneActivity()
      .flatMap(([one, other]) => [
        [one.id, other.id, likeness(one.customerTasks, other.customerTasks)] as const,
        [one.id, other.id, likeness(one.providerTasks, other.providerTasks)] as const,
      ])
      .filter(([, , share]) => share > MOST_SHARED);
    expect(alike).toEqual([]);
  });

  it('would be caught if only the name of the service were swapped', () => {
    const text = 'Bind roles to groups in Google Cloud and review them each month.';
    expect(likeness(text, text.replace('Google Cloud', 'GitHub'))).toBe(1);
  });

  it('never cite one clause of a contract twice for different activities', () => {
    const clauses = Map.groupBy(
      ROWS.filter(({ contractClause }) => contractClause !== ''),
      ({ contractClause }) => contractClause,
    );
    const shared = [...clauses].filter(([, rows]) => new Set(rows.map(({ activity }) => activity)).size > 1);
    expect(shared.map(([clause]) => clause)).toEqual([]);
  });

  it('are written for every material service in at least twenty activities', () => {
    const groups = Map.groupBy(ROWS, ({ activity }) => activity);
    const forAll = [...groups.values()].filter(rows =>
      material.every(key => rows.some(({ service, party }) => service === key && party === 'shared')),
    );
    expect(forAll.length).toBeGreaterThanOrEqual(20);
  });

  it.each([
    [
      'aws',
      [
        'Identity Center',
        'organisation trail',
        'Config',
        'KMS',
        'Vault Lock',
        'Security Hub',
        'of the cloud',
      ],
    ],
    ['google-cloud', ['organisation polic', 'Admin Activity', 'Security Command Center', 'Cloud KMS', 'EKM']],
    ['github', ['SAML', 'SCIM', 'audit log', 'secret scanning', 'ruleset', 'runner']],
    ['azure-sql', ['transparent data encryption', 'geo-restore', 'auditing']],
    ['salesforce', ['profile', 'Shield Event Monitoring', 'weekly data export']],
  ])('of %s speak of what that service really has', (service, terms) => {
    const text = ROWS.filter(row => row.service === service)
      .map(row => `${row.customerTasks} ${row.providerTasks}`)
      .join(' ')
      .toLowerCase();
    expect(terms.filter(term => !text.includes(term.toLowerCase()))).toEqual([]);
  });
});
