import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LEAVER, STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { access, granted, openAccess } from './site/access.ts';
import type { Governance, Values } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';

let site: Governance;

beforeAll(async () => {
  site = await openAccess();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

interface Refusal {
  says: RegExp;
  code: string;
  /** What is on the ticket, besides or in place of what every request names. */
  of?: Values;
  /** Days until the access ends. */
  days?: number;
  /** What is wrong on the screen of Submit, and what fixes it. */
  wrong?: Values;
  fixed: Values;
  fixedDays?: number;
}

describe('Submit of an access request', () => {
  it.each<[string, Refusal]>([
    ['names no beneficiary', missing('Beneficiary', 'engineer2')],
    ['names no service', missing('Cloud service', 'AWS')],
    ['names no entitlement', missing('Entitlement', 'read')],
    [
      'has no end',
      {
        code: 'FIELD_MISSING',
        says: /^Access until is empty\. Fill it in/,
        wrong: { 'Access until': null },
        fixed: {},
        fixedDays: 1,
      },
    ],
    [
      'is for someone who has left',
      {
        code: 'ACCOUNT_INACTIVE',
        says: /^Oskar Nyman in Beneficiary isn’t an active user/,
        wrong: { Beneficiary: LEAVER },
        fixed: { Beneficiary: 'engineer2' },
      },
    ],
    [
      'ended yesterday',
      {
        code: 'DATE_IN_PAST',
        says: /^\d{1,2} [A-Z][a-z]{2,3} 20\d\d in Access until is in the past/,
        days: -1,
        fixed: {},
        fixedDays: 0,
      },
    ],
    [
      'lasts longer than a year',
      {
        code: 'PERIOD_TOO_LONG',
        says: /in Access until is too far away: access can last 365 days at most/,
        days: 366,
        fixed: {},
        fixedDays: 365,
      },
    ],
    [
      'is privileged and lasts longer than 90 days',
      {
        code: 'PERIOD_TOO_LONG',
        says: /in Access until is too far away: privileged access can last 90 days at most/,
        of: { Privileged: 'Yes' },
        days: 91,
        fixed: {},
        fixedDays: 90,
      },
    ],
    [
      'becomes privileged on the screen, with 91 days to go',
      {
        code: 'PERIOD_TOO_LONG',
        says: /privileged access can last 90 days at most/,
        days: 91,
        wrong: { Privileged: 'Yes' },
        fixed: { Privileged: 'No' },
      },
    ],
  ])(
    'refuses one that %s, and lets it pass once that is fixed',
    async (_, { code, says, of, days = 30, wrong = {}, fixed, fixedDays }) => {
      const request = await site.raise(await access(site, of, days));
      const refused = await request.move('engineer', 'Submit', wrong);
      // More than one gate may miss the same field.
      expect({ ...refused, codes: [...new Set(refused.codes)] }).toMatchObject({
        status: 400,
        codes: [code],
      });
      expect(refused.messages[0]).toMatch(says);
      expect(await request.now()).toMatchObject({ status: 'Requested' });
      const end: Values = fixedDays === undefined ? {} : { 'Access until': await site.day(fixedDays) };
      expect(await request.move('engineer', 'Submit', { ...fixed, ...end })).toMatchObject({ status: 204 });
    },
  );

  it('names every field that is missing at once; Privileged may stay empty, and is No', async () => {
    const request = await site.raise({ 'Cloud service': 'GitHub' });
    expect(await request.move('engineer', 'Submit')).toMatchObject({
      codes: ['FIELD_MISSING'],
      messages: [expect.stringMatching(/^Beneficiary, Entitlement and Access until are empty/) as unknown],
    });
    const twin = await access(site, {}, 365);
    expect(await request.move('engineer', 'Submit', twin)).toMatchObject({ status: 204 });
  });
});

/** A required field, taken away on the screen and given again. */
function missing(field: string, value: string): Refusal {
  const says = new RegExp(`^${field} is empty\\. Fill it in`);
  return { code: 'FIELD_MISSING', says, wrong: { [field]: null }, fixed: { [field]: value } };
}

describe('Approve and Grant of an access request', () => {
  it('are refused when what was asked for has changed since, and allowed when it is as it was', async () => {
    const values = await access(site);
    const request = await site.submitted(values);
    await request.edit('engineer', { Entitlement: 'admin on the repository shop' });
    expect(await request.move('iam', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await request.edit('engineer', { Entitlement: 'maintain on the repository shop' });
    await request.mustMove('iam', 'Approve');
    await request.edit('engineer', { 'Access until': await site.day(300) });
    expect(await request.move('app', 'Grant')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await request.edit('engineer', { 'Access until': values['Access until'] ?? null });
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
  });

  it.each<[Person, string]>([
    ['engineer', 'Approve'],
    ['engineer2', 'Approve'],
    ['app', 'Approve'],
    ['ciso', 'Approve'],
    ['engineer', 'Reject'],
    ['engineer2', 'Reject'],
  ])('%s is not offered %s, and cannot make it', async (person, transition) => {
    const request = await site.submitted(await access(site));
    expect(await request.offered(person)).not.toContain(transition);
    expect(await request.move(person, transition)).toMatchObject({ status: 400 });
    expect(await request.move('iam', transition)).toMatchObject({ status: 204 });
  });

  it.each<[Person, string, 'Approved' | 'Granted']>([
    ['engineer', 'Grant', 'Approved'],
    ['engineer2', 'Grant', 'Approved'],
    ['secops', 'Grant', 'Approved'],
    ['engineer', 'Revoke', 'Granted'],
    ['engineer2', 'Revoke', 'Granted'],
    ['secops', 'Revoke', 'Granted'],
  ])(
    '%s is not offered %s, and cannot make it, as both who decide and who perform can',
    async (person, transition, status) => {
      for (const permitted of ['iam', 'app'] as const) {
        const values = await access(site);
        const request = status === 'Granted' ? await granted(site, values) : await site.submitted(values);
        if (status === 'Approved') await request.mustMove('iam', 'Approve');
        expect(await request.offered(person)).not.toContain(transition);
        expect(await request.move(person, transition)).toMatchObject({ status: 400 });
        expect(await request.move(permitted, transition)).toMatchObject({ status: 204 });
      }
    },
  );
});

describe('Grant of access whose last day has come', () => {
  it('is refused on the day after, and allowed on the last day', async () => {
    const values = await access(site, {}, 0);
    const [late, twin] = [await site.submitted(values), await site.submitted(values)];
    await late.mustMove('iam', 'Approve');
    await twin.mustMove('iam', 'Approve');
    expect(await twin.move('app', 'Grant')).toMatchObject({ status: 204 });
    await site.sandbox.advance('P1D');
    expect(await late.move('app', 'Grant')).toMatchObject({ status: 400, codes: ['DATE_IN_PAST'] });
    expect(await late.now()).toMatchObject({ status: 'Approved', labels: [] });
  });
});
