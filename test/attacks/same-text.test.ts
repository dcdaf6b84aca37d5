import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';

/** What a reader can't tell apart is one: no row, role, service or account hides behind another. */
let site: Governance;
let office: MatrixOffice;

beforeAll(async () => {
  site = await Governance.open();
  office = await MatrixOffice.of(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const findings = z.object({ findings: z.array(z.object({ code: z.string(), rows: z.array(z.string()) })) });
const difference = z.object({
  changed: z.array(
    z.object({
      id: z.string(),
      cells: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
});
const errors = z.array(z.object({ line: z.number(), column: z.string() }));

const AWS_ROW = 'asset-account-provisioning.aws';
const ACTIVITY = 'Cloud account provisioning';
const LOOKS_LIKE_IT = [
  ['a space that does not break', 'Cloud\u00A0account provisioning'],
  ['capital letters', 'Cloud Account Provisioning'],
  ['two spaces', 'Cloud  account provisioning'],
  ['a space of no width', 'Cloud account provi\u200Bsioning'],
  ['a variation selector', 'Cloud account\uFE0F provisioning'],
  ['a change of direction', '\u202DCloud account provisioning\u202C'],
  ['letters of full width', '\uFF23loud account provisioning'],
] as const;

const importing = (dataset: string, ...lines: string[]) =>
  site.sandbox.as('admin').invoke('register.import', { dataset, csv: `${lines.join('\n')}\n`, dryRun: true });
const draftFindings = async () =>
  (await site.sandbox.as('admin').ask('matrix.findings', findings, { draft: true })).findings;

describe('an activity that looks like another', () => {
  it.each(LOOKS_LIKE_IT)('DUPLICATE_RESPONSIBILITY: is the same, with %s', async (_, activity) => {
    await office.edit({ edit: 'begin' });
    const { revision, rows } = await office.draft();
    const known = rows.find(({ id }) => id === AWS_ROW);
    expect(
      await office.edit({ edit: 'put row', revision, row: { ...known, id: 'look-alike', activity } }),
    ).toMatchObject({
      ok: true,
    });
    const found = (await draftFindings()).filter(({ code }) => code === 'DUPLICATE_RESPONSIBILITY');
    expect(found.map(one => one.rows.toSorted())).toEqual([[AWS_ROW, 'look-alike']]);
    const seen = await office.draft();
    await office.edit({ edit: 'remove row', revision: seen.revision, id: 'look-alike' });
    expect(await draftFindings()).not.toContainEqual(
      expect.objectContaining({ code: 'DUPLICATE_RESPONSIBILITY' }),
    );
  });

  it('is shown as what it is where it can’t be seen, and without what no one sees', async () => {
    await office.put(AWS_ROW, { activity: 'Cloud\u00A0account provi\u200Bsioning' });
    const { changed } = await site.sandbox.as('engineer').ask('matrix.diff', difference, { draft: true });
    expect(changed).toEqual([
      {
        id: AWS_ROW,
        cells: [{ column: 'activity', from: ACTIVITY, to: 'Cloud⟨U+00A0⟩account provisioning' }],
      },
    ]);
  });

  it('routes as the row says that was approved, in the very letters or in others', async () => {
    await office.put(AWS_ROW, {
      activity: 'CLOUD\u00A0account  provisioning',
      accountable: ['application-owner'],
    });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await change.mustMove('ceo', 'Approve');
    const request = await site.raise(COMPLETE);
    expect(await request.now()).toMatchObject({ accountable: site.accountId('app') });
    const answers = z.object({ answers: z.array(z.object({ responsibility: z.string() })) });
    const asked = {
      service: ' a\u200Bws',
      domain: 'ASSET and configuration\u00A0management',
      activity: ACTIVITY,
    };
    const owner = await site.sandbox.as('engineer').ask('owner.find', answers, asked);
    expect(owner.answers.map(({ responsibility }) => responsibility)).toEqual([`${AWS_ROW} @ v2`]);
  });
});

describe('the id of a row that looks like another', () => {
  const SPELLINGS = [
    'GOV-MATRIX-maintenance',
    'gov\u2011matrix\u2013maintenance',
    '\u200BGov-matrix-maintenance\u00A0',
  ];

  it.each(SPELLINGS)('is refused by the editor and by the import alike: %s', async id => {
    await office.edit({ edit: 'begin' });
    const { revision, rows } = await office.draft();
    const known = rows.find(row => row.id === 'gov-matrix-maintenance');
    const activity = 'Another activity';
    expect(await office.edit({ edit: 'put row', revision, row: { ...known, id, activity } })).toMatchObject({
      ok: false,
      code: 'ROW_ID_TAKEN',
    });
    expect((await office.draft()).revision).toBe(revision);
    const csv = await office.exported({ draft: true });
    const line = csv.split('\n').find(one => one.startsWith('gov-matrix-maintenance,')) ?? '';
    const copy = `${csv}${line.replace('gov-matrix-maintenance', id)}\n`;
    expect(await office.import(copy, { dryRun: true })).toMatchObject({
      ok: false,
      code: 'BAD_FILE',
      errors: [expect.objectContaining({ column: 'id' })],
    });
  });

  it('passes in both where a reader can tell it', async () => {
    const { revision, rows } = await office.draft();
    const known = rows.find(row => row.id === 'gov-matrix-maintenance');
    const row = { ...known, id: 'gov-matrix-maintenance-2', activity: 'Another activity' };
    expect(await office.edit({ edit: 'put row', revision, row })).toMatchObject({ ok: true });
    expect(await office.import(await office.exported({ draft: true }), { dryRun: true })).toMatchObject({
      ok: true,
    });
  });
});

const ROLES = 'key,name,kind,charter';
const SERVICES = 'key,name,provider,model,viewpoint,material,contract';
const serviceLine = (key: string, name: string) => `${key},${name},Nova Ltd,IaaS,customer,yes,`;

describe('two roles, or two services, of one name', () => {
  it.each([
    ['in other letters', 'ciso2,CISO,internal,'],
    ['with what can’t be seen', 'ciso2,C\u200DI\u200DSO\u2069,internal,'],
    ['with another space', 'second-owner,Cloud\u2003Platform Owner,internal,'],
    ['by the key of another', 'second-owner,Cloud\u2010Platform\u2010Owner,internal,'],
  ])('BAD_FILE: are no two roles %s', async (_, line) => {
    const answer = await importing('roles', ROLES, line);
    expect(answer).toMatchObject({ ok: false, code: 'BAD_FILE' });
    if (!answer.ok) expect(errors.parse(answer.errors)).toEqual([{ line: 2, column: 'name' }]);
  });

  it.each([
    ['in other letters', [serviceLine('aws2', 'aWs')]],
    ['in full width', [serviceLine('aws2', '\uFF21\uFF37\uFF33')]],
    ['within one file', [serviceLine('nova', 'Nova'), serviceLine('nova-2', 'No\u00ADva')]],
    ['by the key of another', [serviceLine('nova', 'GitHub'.toUpperCase())]],
  ])('BAD_FILE: are no two services %s', async (_, lines) => {
    expect(await importing('services', SERVICES, ...lines)).toMatchObject({ ok: false, code: 'BAD_FILE' });
  });

  it('are two where a reader can tell them, and one may be renamed', async () => {
    expect(await importing('roles', ROLES, 'deputy-ciso,Deputy CISO,internal,')).toMatchObject({ ok: true });
    expect(await importing('services', SERVICES, serviceLine('nova', 'Nova Cloud'))).toMatchObject({
      ok: true,
    });
    expect(await importing('roles', ROLES, 'ciso,C.I.S.O.,internal,')).toMatchObject({ ok: true });
  });
});

describe('a text in which there is nothing to see', () => {
  it.each(['\u200B', '\u2800\u3164', ' \u00A0\u2060'])('BAD_FILE: is no name (%j)', async name => {
    expect(await importing('roles', ROLES, `new-role,${name},internal,`)).toMatchObject({
      ok: false,
      code: 'BAD_FILE',
    });
  });

  it.each([['\u200B\u200B'], ['\u202E\u202C'], ['\u3164']])(
    'FIELD_MISSING: fills no field (%j)',
    async text => {
      const accessSite = await Governance.of(site.sandbox, 'Remit: Access request');
      const values = {
        'Cloud service': 'GitHub',
        Beneficiary: 'engineer2',
        'Access until': await site.day(20),
      };
      const request = await accessSite.raise({ ...values, Entitlement: text });
      expect(await request.move('engineer', 'Submit')).toMatchObject({
        status: 400,
        codes: ['FIELD_MISSING'],
      });
      expect(await request.move('engineer', 'Submit', { Entitlement: `maintain${text}` })).toMatchObject({
        status: 204,
      });
    },
  );
});

describe('a text that is longer than it looks', () => {
  it.each([
    ['a name', 'ﷺ'.repeat(20)],
    ['another one', `${'x'.repeat(240)}\uFDFA`],
    ['a ligature', 'ﬃ'.repeat(100)],
  ])('BAD_FILE: is measured as it is compared: %s', async (_, name) => {
    const answer = await importing('roles', ROLES, `new-role,${name},internal,`);
    expect(answer).toMatchObject({ ok: false, code: 'BAD_FILE' });
  });

  it('is taken where it fits, however many characters of no width are in it', async () => {
    const name = 'x\u200B'.repeat(250);
    expect(await importing('roles', ROLES, `new-role,${name},internal,`)).toMatchObject({ ok: true });
  });
});
