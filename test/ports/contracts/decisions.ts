import { beforeEach, describe, expect, it } from '@jest/globals';
import { introductionOf } from '../../../src/domain/evidence/person-evidence';
import { pseudonymIn } from '../../../src/domain/evidence/person-on-record';
import { routingEntry } from '../../../src/domain/routing/routing-evidence';
import { ASKED_ACCOUNT } from '../../../src/domain/cloud-account/cloud-account';
import type { DecisionQuestion } from '../../../src/ports/decisions';
import {
  aDeputy,
  aHolder,
  aRole,
  aService,
  CISO,
  CLOUD,
  GITHUB,
  instant,
  NOW,
  SECOPS,
} from '../../support/builders/company';
import {
  aMatrixContent,
  aMatrixVersion,
  aResponsibility,
  aRoute,
  ASSETS,
} from '../../support/builders/matrix';
import type { OpenStore } from '../ports-under-test.ts';
import { AWKWARD } from './awkward-text.ts';
import { asked } from './cloud-accounts.ts';
import { NOTHING_ASKED } from './questions.ts';
import { useStore } from './use-store.ts';

const QUESTION: DecisionQuestion = {
  ticketId: '10001',
  domain: ASSETS,
  activity: 'Cloud account provisioning',
  service: 'AWS',
  subject: {},
  people: [],
  at: instant('2026-08-01'),
};

export function decisionsContract(open: OpenStore): void {
  const ports = useStore(open);
  const ask = (overrides: Partial<DecisionQuestion> = {}) =>
    ports().decisions.records({ ...QUESTION, ...overrides });

  describe('the matrix in force', () => {
    const versions = [
      aMatrixVersion({ effectiveFrom: instant('2026-01-01') }),
      aMatrixVersion({ number: 2, contentHash: 'h2', effectiveFrom: instant('2026-07-01') }),
      aMatrixVersion({ number: 3, contentHash: 'h3', effectiveFrom: instant('2026-07-01') }),
      aMatrixVersion({ number: 4, contentHash: 'h4', effectiveFrom: instant('2026-10-01') }),
      aMatrixVersion({ number: 5, contentHash: 'h5', effectiveFrom: instant('2026-08-01') }),
    ];
    beforeEach(async () => {
      for (const version of versions) await ports().matrixVersions.adopt(version, aMatrixContent());
    });

    it.each([
      ['2025-12-31T23:59:59.999Z', null],
      ['2026-01-01T00:00:00.000Z', 1],
      ['2026-06-30T23:59:59.999Z', 1],
      // Of two that take effect at once the later one.
      ['2026-07-01T00:00:00.000Z', 3],
      ['2026-07-31T23:59:59.999Z', 3],
      // A later version holds: the one before it, whose day comes after, never does.
      ['2026-08-01T00:00:00.000Z', 5],
      ['2026-10-01T00:00:00.000Z', 5],
      ['2030-01-01T00:00:00.000Z', 5],
    ])('at %s is %s', async (at, number) => {
      const found = await ask({ at: instant(at) });
      expect(found.matrix?.number ?? null).toBe(number);
      expect(found.rows).toHaveLength(number === null ? 0 : 1);
      expect((await ports().decisions.registersAsOf(instant(at))).matrix?.number ?? null).toBe(number);
    });
  });

  describe('the rows', () => {
    const activities = ['', 'Provisioning', 'Review', AWKWARD];
    const idOf = (service: string, nth: number) => `${service}-${String(nth)}`;
    beforeEach(async () => {
      await ports().services.put([aService(), GITHUB]);
      const rows = ['*', 'aws', 'github'].flatMap(service =>
        activities.map((activity, nth) =>
          // What a cell says of an activity is not the row's own.
          aResponsibility({ id: idOf(service, nth), service, activity, evidence: '"activity":""' }),
        ),
      );
      const elsewhere = aResponsibility({ id: 'elsewhere', domain: 'Governance' });
      await ports().matrixVersions.adopt(
        aMatrixVersion({ effectiveFrom: instant('2026-01-01') }),
        aMatrixContent({ rows: [...rows, elsewhere] }),
      );
    });

    it.each(activities)(
      'are those of the activity %j and the defaults, for the service or any',
      async activity => {
        const nths = [0, activities.indexOf(activity)];
        const ids = ['*', 'aws'].flatMap(service => nths.map(nth => idOf(service, nth)));
        const { rows } = await ask({ activity });
        expect(rows.map(({ id }) => id).sort()).toEqual([...new Set(ids)].sort());
      },
    );

    it('are those of the domain', async () => {
      expect((await ask({ domain: 'Governance', activity: 'Review' })).rows).toEqual([]);
      const named = await ask({ domain: 'Governance', activity: aResponsibility().activity });
      expect(named.rows.map(({ id }) => id)).toEqual(['elsewhere']);
    });

    it('are those of every domain to explain, and the rest is the same', async () => {
      const { rows, ...others } = await ports().decisions.recordsToExplain({
        ...QUESTION,
        activity: 'Review',
      });
      const ids = ['*', 'aws'].flatMap(service => activities.map((_, nth) => idOf(service, nth)));
      expect(rows.map(({ id }) => id).sort()).toEqual([...ids, 'elsewhere'].sort());
      const { rows: _, ...decided } = await ask({ activity: 'Review' });
      expect(others).toEqual(decided);
    });

    it('answer each question of a page', async () => {
      const services = ['AWS', 'GitHub', null];
      const questions = activities.flatMap(activity =>
        services.map(service => ({ ...QUESTION, activity, service })),
      );
      const answers = await ports().decisions.recordsOfEach(questions);
      expect(answers).toHaveLength(questions.length);
      for (const [nth, question] of questions.entries()) {
        const { rows, service } = await ports().decisions.records(question);
        expect(answers[nth]?.service).toEqual(service);
        expect(answers[nth]?.rows).toEqual(expect.arrayContaining(rows));
        const found = answers[nth]?.rows.map(row => row.service) ?? [];
        expect(['*', service?.key]).toEqual(expect.arrayContaining(found));
      }
    });
  });

  it('are about one instant, and about nothing when nothing is asked', async () => {
    const { decisions } = ports();
    expect(await decisions.recordsOfEach([])).toEqual([]);
    const another = { ...QUESTION, at: instant('2026-08-02') };
    await expect(decisions.recordsOfEach([QUESTION, another])).rejects.toThrow(RangeError);
  });

  it.each([
    ['AWS', 'aws'],
    ['aws', 'aws'],
    ['Aws', 'aws'],
    ['A\u200BWS\u00A0', 'aws'],
    ['A WS', null],
    [AWKWARD, 's'],
    ['nothing', null],
    ['', null],
    [null, null],
    // The name of one and the key of another: neither the order of the register nor anything else says which.
    ['github', null],
  ])(
    'know the service %j as %j: names and keys are compared as text that people type is',
    async (service, key) => {
      const awkward = aService({ key: 's', name: AWKWARD });
      await ports().services.put([GITHUB, aService(), awkward, aService({ key: 'aa', name: 'github' })]);
      expect((await ask({ service })).service?.key ?? null).toBe(key);
    },
  );

  describe('what the version in force names', () => {
    const gcp = aService({ key: 'gcp', name: 'Google Cloud', provider: 'Google' });
    const row = (id: string, service: string) => aResponsibility({ id, service });
    beforeEach(async () => {
      const { services, roles, matrixVersions } = ports();
      await services.put([aService(), gcp, GITHUB]);
      await roles.put([aRole(), aRole({ key: 'ciso', name: 'CISO' })]);
      const rows = [row('any', '*'), row('on-aws', 'aws'), row('on-gcp', 'gcp')];
      const content = { rows, roles: [aRole()], services: [aService(), gcp] };
      await matrixVersions.adopt(aMatrixVersion({ effectiveFrom: instant('2026-01-01') }), content);
    });

    it.each([
      ['two names swapped', [aService({ name: 'Google Cloud' }), { ...gcp, name: 'AWS' }]],
      ['another provider', [aService({ provider: 'Other', model: 'SaaS' })]],
      ['a later service of the name', [aService({ name: 'Other' }), aService({ key: 'later' })]],
    ] as const)('is read as it was approved, though the register has %s', async (_, changed) => {
      await ports().services.put(changed);
      const { service, rows } = await ask();
      expect(service).toEqual(aService());
      expect(rows.map(({ id }) => id).sort()).toEqual(['any', 'on-aws']);
      const [one, other] = await ports().decisions.recordsOfEach([
        QUESTION,
        { ...QUESTION, service: 'Google Cloud' },
      ]);
      expect([one?.service, other?.service]).toEqual([aService(), gcp]);
      expect(other?.rows.map(({ id }) => id)).toContain('on-gcp');
    });

    it('is found by the name that the register has for it now', async () => {
      await ports().services.put([aService({ name: 'Renamed', provider: 'Other' })]);
      const { service, rows } = await ask({ service: 'Renamed' });
      expect(service).toEqual(aService());
      expect(rows.map(({ id }) => id).sort()).toEqual(['any', 'on-aws']);
    });

    it('does not hold a service that came later: rows for any are all that it has', async () => {
      const later = aService({ key: 'later', name: 'Later' });
      await ports().services.put([later]);
      const { service, rows } = await ask({ service: 'Later' });
      expect(service).toEqual(later);
      expect(rows.map(({ id }) => id)).toEqual(['any']);
    });

    it('has its roles as they were, beside those of the register that it does not name', async () => {
      await ports().roles.put([
        aRole({ name: 'Other', kind: 'provider' }),
        aRole({ key: 'ciso', name: 'Chief' }),
      ]);
      const names = new Map((await ask()).roles.map(({ key, name, kind }) => [key, [name, kind]]));
      expect(names.get(aRole().key)).toEqual([aRole().name, 'internal']);
      expect(names.get('ciso')).toEqual(['Chief', 'internal']);
      expect((await ports().decisions.registersAsOf(QUESTION.at)).roles[0]?.name).toBe('Chief');
      const { named } = await ports().decisions.registersWithNames(QUESTION.at);
      expect(named).toEqual({ roles: [aRole()], services: [aService(), gcp] });
    });
  });

  it('have the roles, and the holders in period: the first moment in and the last one out', async () => {
    const { roles, decisions } = ports();
    await roles.put([aRole({ key: 'b' }), aRole({ key: 'a' })]);
    await roles.openPeriods([
      aHolder({ from: instant('2026-08-01') }),
      aDeputy({ from: instant('2026-07-01'), to: instant('2026-08-01') }),
      aDeputy({ accountId: 'acc-ceo', from: instant('2026-08-02') }),
      aHolder({ role: 'a', from: instant('2026-01-01') }),
    ]);
    const people = async (at: string) =>
      (await decisions.registersAsOf(instant(at))).holders.map(({ accountId }) => accountId);
    expect(await people('2026-07-31T23:59:59.999Z')).toEqual([CLOUD, CISO]);
    expect(await people('2026-08-01T00:00:00.000Z')).toEqual([CLOUD, CLOUD]);
    const said = await decisions.registersAsOf(QUESTION.at);
    expect(said.roles.map(({ key }) => key)).toEqual(['a', 'b']);
    const asAsked = await ask();
    expect(asAsked).toMatchObject({ matrix: said.matrix, settings: said.settings });
    expect(asAsked.roles).toHaveLength(2);
    expect(new Set(asAsked.holders)).toEqual(new Set(said.holders));
  });

  it('have the account of the service’s provider with that id, and no other', async () => {
    const { cloudAccounts, services } = ports();
    await services.put([aService(), GITHUB]);
    await cloudAccounts.reserve(asked('1', 'wanted'), NOW, []);
    const found = async (overrides: Partial<DecisionQuestion>) => (await ask(overrides)).cloudAccount;
    expect(await found({ subject: { [ASKED_ACCOUNT]: 'wanted' } })).toEqual(asked('1', 'wanted'));
    expect(await found({ subject: { [ASKED_ACCOUNT]: 'WANTED' } })).toBeNull();
    expect(await found({ subject: { [ASKED_ACCOUNT]: 'wanted' }, service: 'GitHub' })).toBeNull();
    expect(await found({ subject: { [ASKED_ACCOUNT]: 'wanted' }, service: null })).toBeNull();
    expect(await found({})).toBeNull();
  });

  describe('what is on record', () => {
    const subject = 'ticket:10001';
    const routing = (previous: string | null, status: string) => ({
      ticket: '10001',
      ticketKey: 'GOV-1',
      status,
      previous,
      refusal: null,
      route: aRoute(),
    });
    const records = async () => ports().decisions.records({ ...NOTHING_ASKED, ticketId: '10001' });

    it('is this ticket’s alone, its routings in the order in which they followed each other', async () => {
      const entry = { at: NOW, version: 1, actor: null, subject } as const;
      // In one instant, and with ids that sort the other way round: only what each names tells their order.
      await ports().ledger.appendAll([
        { ...entry, id: 'c', kind: 'routed', facts: routing(null, 'Requested') },
        { ...entry, id: 'a', kind: 'routed', facts: routing('b', 'Approved') },
        { ...entry, id: 'b', kind: 'routed', facts: routing('c', 'Awaiting approval') },
        { ...entry, id: 'seen', kind: 'transition-observed', facts: { change: '77' } },
        {
          ...entry,
          id: 'not ours',
          subject: 'ticket:1000',
          kind: 'transition-observed',
          facts: { change: '1' },
        },
      ]);
      const { routings, marks, ...recorded } = await records();
      expect(routings.map(({ id, status }) => [id, status])).toEqual([
        ['c', 'Requested'],
        ['b', 'Awaiting approval'],
        ['a', 'Approved'],
      ]);
      expect(routings[0]?.route).toEqual(aRoute());
      expect(marks).toContainEqual({ id: 'seen', kind: 'transition-observed' });
      expect(marks.map(({ id }) => id)).not.toContain('not ours');
      expect(recorded.decisions).toEqual([]);
    });

    it('names those by their accounts who are asked for or hold a role, and others by their pseudonyms', async () => {
      const { people, roles, ledger } = ports();
      await roles.openPeriods([aHolder()]);
      const everyone = [CLOUD, CISO, SECOPS].map(accountId => ({ accountId, name: accountId }));
      await ledger.appendAll((await people.introduce(everyone, NOW)).slice(0, 1).map(introductionOf));
      const known = await people.withAccounts([CLOUD, CISO, SECOPS]);
      const route = aRoute({ accountable: CLOUD, performer: CISO, passedOver: [SECOPS] });
      const facts = { status: 'Requested', previous: null, refusal: null, route };
      const by = { at: NOW, pseudonymOf: pseudonymIn(known) };
      await ledger.append(routingEntry({ id: '10001', key: 'GOV-1' }, facts, by));
      const asking = { ...NOTHING_ASKED, ticketId: '10001', people: [CISO, 'acc-never-seen'] };
      const found = await ports().decisions.records(asking);
      expect(new Set(found.people)).toEqual(new Set(known.filter(({ accountId }) => accountId !== SECOPS)));
      expect(found.routings).toMatchObject([
        { route: { accountable: CLOUD, performer: CISO, passedOver: [pseudonymIn(known)(SECOPS)] } },
      ]);
    });

    it('counts what it cannot read as on record, and no more', async () => {
      const entry = { at: NOW, actor: null, subject, facts: { of: 'a later release' } } as const;
      await ports().ledger.appendAll([
        { ...entry, id: 'decision', kind: 'gate-decided', version: 99 },
        { ...entry, id: 'routing', kind: 'routed', version: 1 },
        { ...entry, id: 'unheard', kind: 'unheard-of', version: 1 },
      ]);
      const { decisions, routings, marks } = await records();
      expect([decisions, routings]).toEqual([[], []]);
      expect(marks.map(({ id }) => id).sort()).toEqual(['routing', 'unheard']);
    });
  });
}
