import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { LEAVER, STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { dayInWords } from './site/day-in-words.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { MatrixOffice } from './site/matrix-office.ts';
import { writes } from './site/writes.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const answers = z.object({ answers: z.array(z.object({ line: z.string(), service: z.string() })) });
const ticket = z.object({ key: z.string(), status: z.string() });
const work = z.object({
  decide: z.array(ticket),
  carryOut: z.array(ticket),
  complete: z.array(ticket),
  notices: z.array(z.object({ at: z.string(), message: z.string() })),
});
const exported = z.object({ fileName: z.string(), csv: z.string() });
const imported = z.object({ lines: z.number(), added: z.number(), unchanged: z.number() });

/** Told in order: appointments stay. */
describe('owner.find', () => {
  const ask = async (text: string, at?: string) => {
    const payload = { text, ...(at === undefined ? {} : { at }) };
    return (await site.sandbox.as('engineer').ask('owner.find', answers, payload)).answers;
  };

  it.each<[string, Person, string, string]>([
    ['who owns encryption keys on AWS', 'cloud', 'Cloud Platform Owner', 'AWS'],
    ['approve logging exclusions', 'secops', 'Security Operations Lead', 'Any service'],
    ['backup github', 'app', 'Application Owner', 'GitHub'],
    ['who calls Google Cloud in an incident', 'secops', 'Security Operations Lead', 'Google Cloud'],
  ])('%s: the %s', async (text, person, role, service) => {
    const [best] = await ask(text);
    expect(best).toMatchObject({
      line: expect.stringContaining(`${site.nameOf(person)} (${role}) is accountable for `) as unknown,
      service,
    });
  });

  it('answers for a past instant, too', async () => {
    const before = await site.sandbox.now();
    await site.sandbox.advance('P1D');
    await site.appoint(`application-owner,iam@aurora.example,holder,${await site.day()},`);
    expect((await ask('backup github'))[0]?.line).toContain(site.nameOf('iam'));
    expect((await ask('backup github', before))[0]?.line).toContain(site.nameOf('app'));
  });
});

describe('the people of a story', () => {
  const waiting = (person: Person) => site.sandbox.as(person).ask('work.mine', work);
  const keys = (tickets: readonly { key: string }[]) => tickets.map(({ key }) => key);

  it('each see what waits for them, until it does not', async () => {
    const request = await site.raise();
    expect(keys((await waiting('engineer')).complete)).toContain(request.key);
    expect(keys((await waiting('cloud')).decide)).not.toContain(request.key);
    await request.mustMove('engineer', 'Submit');
    expect(keys((await waiting('cloud')).decide)).toContain(request.key);
    expect(keys((await waiting('engineer')).complete)).not.toContain(request.key);
    await request.mustMove('cloud', 'Approve');
    expect(keys((await waiting('cloud')).carryOut)).toContain(request.key);
    await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
    for (const person of ['engineer', 'cloud', 'ceo'] as const) {
      const { decide, carryOut, complete } = await waiting(person);
      expect(keys([...decide, ...carryOut, ...complete])).not.toContain(request.key);
    }
  });

  it('are told of an appointment that concerns them', async () => {
    const day = await site.day(3);
    await site.appoint(`iam-lead,secops@aurora.example,holder,${day},`);
    const message = `${site.nameOf('secops')} is holder of the role IAM Lead from ${dayInWords(day)}. Until then it is ${site.nameOf('iam')}.`;
    for (const person of ['iam', 'secops', 'ceo'] as const)
      expect((await waiting(person)).notices[0]?.message).toBe(message);
    const others = (await waiting('engineer')).notices.map(notice => notice.message);
    expect(others).not.toContain(message);
  });
});

describe('holders', () => {
  const admin = () => site.sandbox.as('admin');
  const list = z.object({
    roles: z.array(
      z.object({
        key: z.string(),
        acting: z.object({ person: z.object({ accountId: z.string() }) }).nullable(),
        periods: z.array(z.object({ isOpen: z.boolean(), person: z.object({ accountId: z.string() }) })),
        accountableFor: z.number(),
      }),
    ),
    youMayEdit: z.boolean(),
    youMayExport: z.boolean(),
  });
  const ciso = async () => (await admin().ask('holders.list', list)).roles.find(({ key }) => key === 'ciso');

  it('are shown to everyone, to be edited by administrators and exported by auditors', async () => {
    const rights = (person: Person) => site.sandbox.as(person).ask('holders.list', list);
    expect(await rights('engineer')).toMatchObject({ youMayEdit: false, youMayExport: false });
    expect(await rights('auditor')).toMatchObject({ youMayEdit: false, youMayExport: true });
    expect(await rights('admin')).toMatchObject({ youMayEdit: true, youMayExport: true });
    expect((await ciso())?.accountableFor).toBeGreaterThan(0);
  });

  it('are appointed one by one, and never by themselves or to no one', async () => {
    const appointment = { role: 'ciso', capacity: 'deputy', from: await site.day(), to: null };
    const appoint = (accountId: string) => admin().invoke('holders.appoint', { ...appointment, accountId });
    expect(await appoint(site.accountId('admin'))).toMatchObject({ ok: false, code: 'SELF_APPOINTMENT' });
    expect(await appoint(LEAVER)).toMatchObject({ ok: false, code: 'ACCOUNT_INACTIVE' });
    expect(await appoint(site.accountId('cloud'))).toMatchObject({ ok: true, data: { changed: true } });
    expect(await appoint(site.accountId('cloud'))).toMatchObject({ ok: true, data: { changed: false } });
  });

  it('are transferred when someone leaves: tried out, then done, and open tickets follow', async () => {
    const request = await site.submitted();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    const payload = {
      fromAccountId: site.accountId('cloud'),
      toAccountId: site.accountId('auditor'),
      from: await site.day(),
    };
    const dry = await admin().invoke('holders.transfer', { ...payload, dryRun: true });
    expect(dry).toMatchObject({ ok: true, data: { dryRun: true } });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await admin().invoke('holders.transfer', { ...payload, dryRun: false })).toMatchObject({
      ok: true,
      data: {
        roles: expect.arrayContaining([
          { key: 'cloud-platform-owner', name: 'Cloud Platform Owner', capacity: 'holder' },
        ]) as unknown,
      },
    });
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('auditor') });
    expect((await request.comments()).at(-1)).toContain(`Until now it was with ${site.nameOf('cloud')}.`);
    await site.appoint(`cloud-platform-owner,cloud@aurora.example,holder,${await site.day(1)},`);
    await site.sandbox.advance('P1D');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
  });
});

describe('register.export', () => {
  it.each(['roles', 'holders', 'services'])('%s come back unchanged', async dataset => {
    const { csv, fileName } = await site.sandbox.as('auditor').ask('register.export', exported, { dataset });
    expect(fileName).toBe(`${dataset}.csv`);
    const payload = { dataset, csv };
    const again = await site.sandbox.as('admin').ask('register.import', imported, payload);
    expect(again).toMatchObject({ added: 0, unchanged: again.lines });
    expect(again.lines).toBeGreaterThan(4);
    const { csv: after } = await site.sandbox.as('auditor').ask('register.export', exported, { dataset });
    expect(after).toBe(csv);
  });
});

describe('settings', () => {
  const settings = {
    accessDays: 365,
    privilegedAccessDays: 90,
    reviewCadenceDays: 365,
    matrixApproverRole: 'executive-owner',
  };
  const then = { ...settings, matrixApproverRole: 'security-operations-lead' };

  it('are read and changed by administrators, and another matrix approver takes over what waits', async () => {
    const admin = site.sandbox.as('admin');
    expect(await admin.invoke('settings.get')).toMatchObject({ ok: true, data: settings });
    // The holder and the deputy are both involved: it goes to the matrix approver.
    const values = { ...COMPLETE, 'Account owner': 'ciso' };
    const request = await site.submitted(values, 'cloud');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ceo') });
    const comments = (await request.comments()).length;
    const office = await MatrixOffice.of(site);
    await office.edit({ edit: 'begin' });
    const { revision } = await office.draft();
    await office.edit({ edit: 'matrix approver', revision, role: 'security-operations-lead' });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await change.mustMove('ceo', 'Approve');
    expect(await admin.invoke('settings.set', { ...then, accessDays: 300 })).toMatchObject({ ok: true });
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('secops') });
    expect(await request.comments()).toHaveLength(comments + 1);
    expect((await request.comments()).at(-1)).toContain(`@${site.nameOf('secops')}, the matrix approver.`);
    expect(await admin.invoke('settings.set', settings)).toMatchObject({ code: 'CONSENT_NEEDED' });
    expect(await admin.invoke('settings.set', then)).toMatchObject({ ok: true });
  });

  it('that say nothing new write nothing', async () => {
    await site.sandbox.settle();
    const calls = await site.sandbox.callsDuring(() => site.sandbox.as('admin').invoke('settings.set', then));
    expect(writes(calls)).toEqual([]);
  });

  it('ROLE_UNKNOWN: the matrix approver is a role of our own', async () => {
    for (const matrixApproverRole of ['nothing', 'aws']) {
      const refused = await site.sandbox
        .as('admin')
        .invoke('settings.set', { ...settings, matrixApproverRole });
      expect(refused).toMatchObject({ ok: false, code: 'ROLE_UNKNOWN' });
    }
  });
});

describe('ten thousand appointments', () => {
  it(
    'are imported within a function’s time',
    async () => {
      const people = (['app', 'iam', 'secops', 'ciso', 'cloud'] as const).map(person =>
        site.accountId(person),
      );
      const first = Date.parse(await site.day(400));
      const lines = Array.from({ length: 10_000 }, (_, at) => {
        const day = new Date(first + Math.floor(at / 5) * 86_400_000).toISOString().slice(0, 10);
        return `application-owner,${people[at % 5] ?? ''},deputy,${day},${day}`;
      });
      const upload = '00000000-0000-4000-8000-000000000001';
      const csv = `role,email,capacity,from,to\n${lines.join('\n')}\n`;
      const size = 300_000;
      const of = Math.ceil(csv.length / size);
      let last: unknown;
      const began = Date.now();
      for (let number = 1; number <= of; number += 1) {
        const part = { upload, number, of };
        const text = csv.slice((number - 1) * size, number * size);
        last = await site.sandbox
          .as('admin')
          .invoke('register.import', { dataset: 'holders', csv: text, part });
      }
      expect(last).toMatchObject({ ok: true, data: { lines: 10_000, added: 10_000 } });
      expect(Date.now() - began).toBeLessThan(25_000);
    },
    STARTS_WITHIN_MS,
  );
});
