import { describe, expect, it } from '@jest/globals';
import { DOMAINS } from '../../src/domain/responsibility/domains';
import { matrixFindings } from '../../src/domain/responsibility/findings/matrix-findings';
import { toInstant } from '../../src/domain/shared/instant';
import type { Responsibility } from '../../src/domain/responsibility/responsibility';
import {
  GRAY_ZONE_ACTIVITIES,
  REQUIRED_ACTIVITIES,
  STARTER_RESPONSIBILITIES as ROWS,
  STARTER_ROLES,
  STARTER_SERVICES,
} from '../../src/content/index';

const at = toInstant('2026-01-15');
const material = STARTER_SERVICES.filter(service => service.material).map(({ key }) => key);

function row(domain: string, activity: string, service: string): Responsibility | undefined {
  return ROWS.find(one => one.domain === domain && one.activity === activity && one.service === service);
}

function namedActivities(): Set<string> {
  return new Set(ROWS.filter(({ activity }) => activity !== '').map(({ activity }) => activity));
}

describe('starter responsibilities', () => {
  it('name at least fifty distinct activities', () => {
    expect(namedActivities().size).toBeGreaterThanOrEqual(50);
  });

  it.each(DOMAINS)('cover %s with a default and at least four activities', domain => {
    expect(row(domain, '', '*')).toMatchObject({ party: 'customer' });
    const activities = ROWS.filter(
      one => one.domain === domain && one.service === '*' && one.activity !== '',
    );
    expect(activities.length).toBeGreaterThanOrEqual(4);
  });

  it('follow the order of the domains', () => {
    expect([...new Set(ROWS.map(({ domain }) => domain))]).toEqual([...DOMAINS]);
  });

  it('have ids that say activity and service', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
    for (const { id, service } of ROWS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+(\.[a-z]+(-[a-z]+)*)?$/);
      expect(id.split('.')[1] ?? '*').toBe(service);
    }
  });

  it('give every activity that a service splits a row for any service as well', () => {
    const orphans = ROWS.filter(one => !row(one.domain, one.activity, '*')).map(({ id }) => id);
    expect(orphans).toEqual([]);
  });

  it('use an activity name in one domain only, so that it can be asked for by name', () => {
    const domains = Map.groupBy(
      ROWS.filter(({ activity }) => activity !== ''),
      ({ activity }) => activity,
    );
    const inSeveral = [...domains].filter(([, rows]) => new Set(rows.map(({ domain }) => domain)).size > 1);
    expect(inSeveral.map(([activity]) => activity)).toEqual([]);
  });

  it('leave nothing to find but roles without a holder and clauses that only the company can name', () => {
    const findings = matrixFindings(
      {
        rows: ROWS.map(one => ({ ...one, accountable: [one.accountable] })),
        roles: STARTER_ROLES,
        services: STARTER_SERVICES,
        holders: [],
        accounts: new Map(),
        required: REQUIRED_ACTIVITIES,
        grayZones: GRAY_ZONE_ACTIVITIES,
        lastReviewed: null,
        reviewCadenceDays: 90,
      },
      at,
    );
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(['ROLE_VACANT', 'NO_CONTRACT_CLAUSE']);
    const unnamed = findings.filter(({ code }) => code === 'NO_CONTRACT_CLAUSE').flatMap(({ rows }) => rows);
    const promised = ROWS.filter(
      ({ service, providerTasks }) => material.some(key => key === service) && providerTasks !== '',
    );
    expect(unnamed.toSorted()).toEqual(promised.map(({ id }) => id).toSorted());
  });

  it.each([
    ['Asset and configuration management', 'Cloud account provisioning', '*', 'cloud-platform-owner'],
    ['Asset and configuration management', 'Cloud account provisioning', 'aws', 'cloud-platform-owner'],
    [
      'Asset and configuration management',
      'Cloud account provisioning',
      'google-cloud',
      'cloud-platform-owner',
    ],
    ['Asset and configuration management', 'Cloud account provisioning', 'github', 'application-owner'],
    ['Identity and access management', 'Access approval', '*', 'iam-lead'],
    ['Identity and access management', 'Access approval', 'aws', 'iam-lead'],
    ['Identity and access management', 'Access approval', 'google-cloud', 'iam-lead'],
    ['Identity and access management', 'Access approval', 'github', 'iam-lead'],
  ])('in %s, %s on %s is answered for by %s', (domain, activity, service, accountable) => {
    expect(row(domain, activity, service)?.accountable).toBe(accountable);
  });
});

describe('each starter responsibility', () => {
  const kinds = new Map<string, string>(STARTER_ROLES.map(({ key, kind }) => [key, kind]));
  const services = new Set<string>(['*', ...STARTER_SERVICES.map(({ key }) => key)]);
  const each = ROWS.map(one => [one.id, one] as const);

  it.each(each)('%s refers to known roles and services, an internal one accountable', (_, one) => {
    expect(kinds.get(one.accountable)).toBe('internal');
    expect(services.has(one.service)).toBe(true);
    for (const role of [...one.responsible, ...one.consulted, ...one.informed])
      expect(kinds.has(role)).toBe(true);
    expect(one.responsible.length).toBeGreaterThan(0);
  });

  it.each(each)(
    '%s has an internal performer, and no one is both performer and merely consulted or told',
    (_, one) => {
      expect(one.responsible.some(role => kinds.get(role) === 'internal')).toBe(true);
      const others = [...one.consulted, ...one.informed];
      expect(new Set([...one.responsible, ...others]).size).toBe(one.responsible.length + others.length);
      expect(others).not.toContain(one.accountable);
    },
  );

  it.each(each)('%s says what is done, where, how it is proven and how often', (_, one) => {
    expect(one.customerTasks.length).toBeGreaterThanOrEqual(25);
    if (one.providerTasks !== '') expect(one.providerTasks.length).toBeGreaterThanOrEqual(25);
    expect(one.policy).toMatch(/ Policy: /);
    expect(one.procedure).toMatch(/^[A-Z]{3}-\d{2}(-[A-Z]+)? [A-Z]/);
    expect(one.systemOfRecord).not.toBe('');
    expect(one.evidence.length).toBeGreaterThanOrEqual(20);
    expect(FREQUENCIES).toContain(one.frequency);
  });

  it.each(each)(
    '%s gives the provider tasks exactly where the party says so, and asks for a clause',
    (_, one) => {
      const providerTakesPart = one.party === 'shared' || one.party === 'provider';
      expect(one.providerTasks !== '').toBe(providerTakesPart);
      expect(one.contractClause !== '').toBe(providerTakesPart);
    },
  );

  it.each(each)('%s can be written into one cell each, lists included', (_, one) => {
    const texts = Object.values<string | readonly string[]>({ ...one }).flat();
    expect(texts.filter(text => /[;\n\r"]/.test(text) || text !== text.trim())).toEqual([]);
  });
});

const FREQUENCIES = [
  'Continuous',
  'Daily',
  'Weekly',
  'Monthly',
  'Quarterly',
  'Half-yearly',
  'Yearly',
  'Per request',
  'Per change',
  'Per event',
  'Per contract',
];

describe('gray zones', () => {
  it('are the eight of the sources', () => {
    expect(GRAY_ZONE_ACTIVITIES.map(({ activity }) => activity)).toEqual([
      'Security monitoring',
      'Alert triage',
      'Detection tuning',
      'Log retention',
      'Evidence retention',
      'Incident coordination with the provider',
      'Backup',
      'Deletion at end of use',
    ]);
  });

  it.each(
    GRAY_ZONE_ACTIVITIES.flatMap(zone => material.map(key => [zone.activity, key, zone.domain] as const)),
  )('%s on %s has a row of its own with tasks on both sides', (activity, service, domain) => {
    const found = row(domain, activity, service);
    expect(found?.party).toBe('shared');
    expect(found?.customerTasks).toMatch(/\S/);
    expect(found?.providerTasks).toMatch(/\S/);
    expect(found?.contractClause).toMatch(/^Name your contract clause: /);
  });
});

describe('required activities', () => {
  it('are the gray zones and at least fifteen more, from every domain', () => {
    expect(REQUIRED_ACTIVITIES).toEqual(expect.arrayContaining([...GRAY_ZONE_ACTIVITIES]));
    expect(REQUIRED_ACTIVITIES.length).toBeGreaterThanOrEqual(GRAY_ZONE_ACTIVITIES.length + 15);
    expect(new Set(REQUIRED_ACTIVITIES.map(({ domain }) => domain)).size).toBe(DOMAINS.length);
    expect(new Set(REQUIRED_ACTIVITIES.map(({ activity }) => activity)).size).toBe(
      REQUIRED_ACTIVITIES.length,
    );
  });

  it.each(REQUIRED_ACTIVITIES.map(({ domain, activity }) => [activity, domain] as const))(
    '%s is allocated for any service',
    (activity, domain) => {
      expect(row(domain, activity, '*')?.activity).toBe(activity);
    },
  );
});
