import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from './site/no-one-named.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { Governance } from './site/governance.ts';
import { MatrixOffice } from './site/matrix-office.ts';

const PROVISIONING = 'asset-account-provisioning.aws';

/** The administrator writes; the ceo holds the matrix approver's role, with ciso for a deputy. */
describe('a change of the responsibility matrix', () => {
  let site: Governance;
  let office: MatrixOffice;

  beforeAll(async () => {
    site = await Governance.open();
    office = await MatrixOffice.of(site);
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  describe('from a file to a version in force', () => {
    let change: CloudAccountRequest;
    let open: CloudAccountRequest;

    it('is imported as the draft of the next version; the version in force stays as it is', async () => {
      open = await site.submitted();
      const csv = await office.exported();
      const broken = csv.replace(
        /^(asset-account-provisioning\.aws,[^\n]*?,)cloud-platform-owner,/m,
        '$1"iam-lead;ciso",',
      );
      expect(broken).not.toBe(csv);
      expect(await office.import(broken, { dryRun: true })).toMatchObject({
        ok: true,
        data: { added: 0, changed: 1, dryRun: true },
      });
      expect(await office.import(broken)).toMatchObject({ ok: true, data: { added: 0, changed: 1 } });
      expect(await office.draft()).toMatchObject({
        number: 2,
        base: 1,
        state: 'open',
        ticket: null,
        authors: [{ accountId: site.accountId('admin') }],
      });
      expect((await office.view()).version).toMatchObject({ number: 1, inForce: true });
    });

    it('shows its errors while it is a draft, and cannot be submitted with them', async () => {
      const findings = await site.sandbox.as('engineer').invoke('matrix.findings', { draft: true });
      expect(findings).toMatchObject({ ok: true, data: { errors: 1 } });
      change = await office.opened();
      expect(await change.now()).toMatchObject({
        status: 'Draft',
        assignee: site.accountId('admin'),
        accountable: site.accountId('ceo'),
        accountableRole: 'Executive Owner',
        responsibility: null,
      });
      const refused = await change.move('admin', 'Submit');
      expect(refused).toMatchObject({ status: 400, codes: ['MATRIX_HAS_ERRORS'] });
      expect(refused.messages[0]).toMatch(
        /^The draft has an error\. IAM Lead and CISO are all accountable for/,
      );
    });

    it('is submitted by its creator once the row is fixed', async () => {
      await office.put(PROVISIONING, { accountable: ['iam-lead'] });
      expect(await change.offered('engineer')).not.toContain('Submit');
      expect(await change.move('engineer', 'Submit')).toMatchObject({ status: 400 });
      expect(await change.move('admin', 'Submit')).toMatchObject({ status: 204 });
      expect(await change.now()).toMatchObject({
        status: 'Awaiting approval',
        assignee: site.accountId('ceo'),
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      });
      const explained = await site.sandbox.as('admin').invoke('route.explain', { issueKey: change.key });
      expect(explained).toMatchObject({
        ok: true,
        data: {
          route: { accountable: { accountId: site.accountId('ceo') }, role: 'Executive Owner' },
          stale: false,
          excluded: [
            {
              person: { accountId: site.accountId('admin') },
              because: 'created, reported, submitted and wrote it',
            },
          ],
        },
      });
      const { revision, state } = await office.draft();
      expect(state).toBe('submitted');
      expect(await office.edit({ edit: 'discard', revision })).toMatchObject({ code: 'DRAFT_SUBMITTED' });
      expect(await office.import(await office.exported())).toMatchObject({ code: 'DRAFT_SUBMITTED' });
    });

    it('is approved by the matrix approver and by no one else, and comes into force at once', async () => {
      for (const person of ['admin', 'ciso', 'engineer'] as const)
        expect(await change.move(person, 'Approve')).toMatchObject({ status: 400 });
      expect(await change.move('ceo', 'Approve')).toMatchObject({ status: 204 });
      const { version, versions } = await office.view();
      expect(version).toMatchObject({
        number: 2,
        changeTicket: change.key,
        approvedBy: { accountId: site.accountId('ceo') },
        inForce: true,
      });
      expect(versions).toHaveLength(2);
      expect(await site.evidence('matrix:2')).toMatchObject([
        { kind: 'matrix-approved', actor: site.accountId('ceo') },
      ]);
      expect(await site.sandbox.as('admin').invoke('matrix.draft')).toEqual({
        ok: true,
        data: { draft: null },
      });
    });

    it('has open tickets follow it, with one comment that says why', async () => {
      expect(await open.now()).toMatchObject({
        accountable: site.accountId('iam'),
        assignee: site.accountId('iam'),
        responsibility: `${PROVISIONING} @ v2`,
      });
      const [, again, ...more] = await open.comments();
      expect(again).toContain(`Routed again to @${site.nameOf('iam')}, the IAM Lead`);
      expect(again).toContain('The matrix has changed since v1.');
      expect(more).toEqual([]);
    });

    it('shows what differs, by row and cell', async () => {
      expect(await site.sandbox.as('engineer').invoke('matrix.diff', { from: 1, to: 2 })).toEqual({
        ok: true,
        data: {
          from: 1,
          to: 2,
          added: [],
          removed: [],
          changed: [
            {
              id: PROVISIONING,
              cells: [{ column: 'accountable', from: 'cloud-platform-owner', to: 'iam-lead' }],
            },
          ],
        },
      });
    });
  });

  describe('while it waits', () => {
    let change: CloudAccountRequest;

    afterEach(async () => {
      await change.move('admin', 'Withdraw');
      const { revision } = await office.draft();
      await office.edit({ edit: 'discard', revision });
      await site.sandbox.settle();
    });

    it('CONTENT_CHANGED: a draft that was edited after its submission is not approved', async () => {
      await office.put(PROVISIONING, { frequency: 'Weekly' });
      change = await office.opened();
      await site.sandbox.fault({ match: { function: 'on-ticket-event' }, status: 500, times: 1 });
      await change.moveAtOnce('admin', 'Submit');
      await office.put(PROVISIONING, { frequency: 'Daily' });
      await site.sandbox.settle();
      const refused = await change.move('ceo', 'Approve');
      expect(refused).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
      expect(refused.messages[0]).toMatch(/^The draft of the matrix is not the one that was submitted/);
      await change.mustMove('ceo', 'Rework');
      await change.mustMove('admin', 'Submit');
      expect(await office.draft()).toMatchObject({ state: 'submitted', ticket: change.key });
      await change.mustMove('ceo', 'Rework');
      expect(await office.draft()).toMatchObject({ state: 'open', ticket: change.key });
    });

    it('Reject frees the draft for another ticket', async () => {
      await office.put(PROVISIONING, { frequency: 'Weekly' });
      change = await office.opened();
      expect((await office.opened()).key).toBe(change.key);
      await change.mustMove('admin', 'Submit');
      await change.mustMove('ceo', 'Reject');
      expect(await office.draft()).toMatchObject({ state: 'open', ticket: null });
      const another = await office.opened();
      expect(another.key).not.toBe(change.key);
      change = another;
    });
  });

  it('NO_DRAFT: one that was created by hand has no draft, and cannot be submitted', async () => {
    const place = {
      project: { key: 'GOV' },
      issuetype: { name: 'Responsibility change' },
      summary: 'By hand',
    };
    const { body } = await site.sandbox.as('engineer').post('/rest/api/3/issue', { fields: place });
    await site.sandbox.settle();
    const { key } = body as { key: string };
    const listed = await site.sandbox.as('engineer').get(`/rest/api/3/issue/${key}/transitions`);
    const { transitions } = listed.body as { transitions: { id: string; name: string }[] };
    const id = transitions.find(({ name }) => name === 'Submit')?.id;
    const answer = await site.sandbox
      .as('engineer')
      .post(`/rest/api/3/issue/${key}/transitions`, { transition: { id } });
    expect(answer).toMatchObject({ status: 400 });
    expect(JSON.stringify(answer.body)).toContain('(NO_DRAFT)');
  });

  it('comes into force on its Effective date: old routes until then, new ones afterwards', async () => {
    const open = await site.submitted();
    await office.put(PROVISIONING, { accountable: ['ciso'] });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit', { 'Effective date': await site.day(3) });
    await change.mustMove('ceo', 'Approve');
    expect((await office.view()).version.number).toBe(2);
    expect((await office.view()).versions).toHaveLength(3);
    expect(await open.now()).toMatchObject({ accountable: site.accountId('iam') });
    const told = (await open.comments()).length;
    await site.sandbox.advance('P3D');
    await site.sandbox.run('sweep');
    await site.sandbox.run('sweep');
    expect((await office.view()).version).toMatchObject({ number: 3, inForce: true });
    expect(await open.now()).toMatchObject({ accountable: site.accountId('ciso') });
    expect(await open.comments()).toHaveLength(told + 1);
  });

  it('is found by the sweep when every event of its approval was lost', async () => {
    await office.put(PROVISIONING, { accountable: ['cloud-platform-owner'] });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await site.unheard(() => change.moveAtOnce('ceo', 'Approve'));
    expect((await office.view()).version).toMatchObject({ number: 3 });
    await site.sandbox.run('sweep');
    expect((await office.view()).version).toMatchObject({ number: 4, changeTicket: change.key });
  });

  it('answers who was accountable at an instant in the past', async () => {
    const then = await site.sandbox.now();
    await site.sandbox.advance('P2D');
    await site.appoint(`cloud-platform-owner,iam@aurora.example,holder,${await site.day()},`);
    const holderAt = async (at?: string) =>
      (await office.view(at === undefined ? {} : { at })).roles.find(
        ({ key }) => key === 'cloud-platform-owner',
      )?.holder?.accountId;
    expect(await holderAt()).toBe(site.accountId('iam'));
    expect(await holderAt(then)).toBe(site.accountId('cloud'));
    expect(
      await site.sandbox.as('engineer').invoke('matrix.view', { at: '2001-01-01T00:00:00Z' }),
    ).toMatchObject({
      ok: false,
      code: 'MATRIX_NOT_APPROVED',
    });
  });

  it.each([
    ['matrix.draft', {}],
    ['matrix.edit', { edit: 'begin' }],
    ['matrix.submit', {}],
    ['register.import', { dataset: 'responsibilities', csv: '' }],
  ])('%s is for Jira administrators only', async (name, payload) => {
    for (const person of ['ceo', 'auditor', 'engineer'] as const)
      expect(await site.sandbox.as(person).invoke(name, payload)).toMatchObject({
        ok: false,
        code: 'NOT_ALLOWED',
      });
  });

  it('is refused in words for a draft that someone else changed meanwhile', async () => {
    await office.edit({ edit: 'begin' });
    const { revision, rows } = await office.draft();
    const [first] = rows;
    const put = { edit: 'put row', revision, row: { ...first, frequency: 'Monthly' } };
    expect(await office.edit(put)).toMatchObject({ ok: true });
    expect(await office.edit(put)).toMatchObject({ ok: false, code: 'DRAFT_CHANGED' });
    const row = { ...first, domain: 'Astrology' };
    expect(await office.edit({ edit: 'put row', revision: revision + 1, row })).toMatchObject({
      code: 'DOMAIN_UNKNOWN',
    });
    expect(await office.edit({ edit: 'remove row', revision: revision + 1, id: 'none' })).toMatchObject({
      code: 'ROW_UNKNOWN',
    });
  });

  it('NOT_REVIEWED: a version past its review cadence is a finding, and one within it is none', async () => {
    const codes = async () =>
      JSON.stringify(await site.sandbox.as('engineer').invoke('matrix.findings')).match(/NOT_REVIEWED/g) ??
      [];
    expect(await codes()).toEqual([]);
    await site.sandbox.advance('P366D');
    expect(await codes()).toEqual(['NOT_REVIEWED']);
  });

  it('BAD_FILE: every bad line is named, and nothing changes', async () => {
    const before = await office.draft();
    const csv = await office.exported();
    const bad = csv
      .replace(/^(asset-account-provisioning\.aws),[^,]*,/m, '$1,Astrology,')
      .concat('asset-account-provisioning.aws,Governance,,*,no one,ciso,,,,,,,,,,,\n');
    const reply = await office.import(bad);
    expect(reply).toMatchObject({ ok: false, code: 'BAD_FILE' });
    expect(JSON.stringify(reply)).toContain('"column":"domain"');
    expect(JSON.stringify(reply)).toContain('"column":"party"');
    expect(await office.draft()).toEqual(before);
  });

  itNamesNoOneInEvidence(() => site);
});
