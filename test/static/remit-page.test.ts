import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame, Locator } from 'playwright-core';
import { expectInOrder, expectToFit } from './page-assertions.ts';
import { startPreviewSession, type PreviewSession } from './preview/open.ts';
import { GATES, REMIT_PAGES } from './preview/remit-scenarios.ts';

let session: PreviewSession;
beforeAll(async () => {
  session = await startPreviewSession();
}, 120_000);
afterEach(() => session.closePages());
afterAll(() => session.end());

const text = (frame: Frame) => frame.locator('main').innerText();

/** One state of each part is looked at by axe, which takes seconds; every state must fit and raise no complaint. */
const LOOKED_AT = [
  'owner-none',
  'matrix-row',
  'matrix-difference',
  'draft-open',
  'draft-none',
  'waiting',
  'waiting-past-the-gates',
  'waiting-to-acknowledge',
  'accounts',
  'accounts-refused',
  'evidence',
  'evidence-refused',
  'holders',
  'settings',
  'gate-validator',
  'gate-condition',
];

/** A part of the page that is no outline of itself any more. */
const THERE = 'main > :not(nav):not([role=status])';

describe('Remit’s own page', () => {
  it.each(LOOKED_AT)('is accessible and fits a narrow frame in the dark: %s', async scenario => {
    const open = await session.open(scenario, { colorMode: 'dark', width: 375 });
    await open.frame.locator(THERE).first().waitFor();
    await expectInOrder(open);
  });

  it.each([...Object.keys(REMIT_PAGES), ...Object.keys(GATES)].filter(name => !LOOKED_AT.includes(name)))(
    'fits a narrow frame: %s',
    async scenario => {
      const open = await session.open(scenario, { width: 375 });
      if (scenario !== 'matrix-loading') await open.frame.locator(THERE).first().waitFor();
      await expectToFit(open);
    },
  );

  it('leads from part to part, each with an address', async () => {
    const { frame, callsOf } = await session.open('owner-found');
    await frame.getByRole('button', { name: 'Responsibility matrix' }).click();
    await frame.getByRole('table', { name: 'Responsibility matrix' }).waitFor();
    expect(await callsOf('history')).toEqual(['/matrix']);
  });
});

describe('the parts that are offered', () => {
  const tabs = (frame: Frame) =>
    frame.getByRole('navigation', { name: 'Parts of Remit' }).getByRole('button').allInnerTexts();
  const everybodys = ['Who owns this?', 'Responsibility matrix', 'Waiting for me', 'Role holders'];
  const auditors = [...everybodys, 'Cloud accounts', 'Evidence'];
  const administrators = [...auditors, 'Settings'];

  it.each([
    ['as-engineer', everybodys],
    ['as-auditor', auditors],
    ['as-administrator', administrators],
    ['as-not-told', administrators],
  ])('are those that the reader may use, and all where Jira does not tell: %s', async (scenario, offered) => {
    const { frame } = await session.open(scenario);
    await frame.getByRole('button', { name: offered.at(-1) ?? '' }).waitFor();
    await frame.waitForTimeout(200); // nothing shows that no more is offered
    expect(await tabs(frame)).toEqual(offered);
  });

  it('are with the one that a link led to, which says what to do, until the reader leaves it', async () => {
    const { frame } = await session.open('evidence-refused');
    await frame.getByText('ask a Jira administrator to add you to that group').waitFor();
    expect(await tabs(frame)).toEqual([...everybodys, 'Evidence']);
    expect(await frame.getByRole('button', { name: 'Evidence' }).getAttribute('aria-current')).toBe('page');
    await frame.getByRole('button', { name: 'Who owns this?' }).click();
    await frame.getByRole('combobox', { name: 'Who owns this?' }).waitFor();
    expect(await tabs(frame)).toEqual(everybodys);
  });
});

describe('Who owns this?', () => {
  it('answers by keyboard alone: typed, chosen, and its row opened', async () => {
    const open = await session.open('owner-found');
    const { frame, page, callsOf } = open;
    await frame.getByRole('combobox', { name: 'Who owns this?' }).waitFor();
    await page.keyboard.type('root access on aws');
    const best = frame.getByRole('option').first();
    await best.waitFor();
    expect(await best.innerText()).toMatch(
      /Ines Almeida\s+IAM Lead\s+Root and break-glass access · AWS[^]*Runbook: IAM-04 Break-glass access[^]*If unavailable: Marcus Okafor/,
    );
    expect(await best.getAttribute('aria-selected')).toBe('true');
    expect(await callsOf('owner.find')).toEqual([{ text: 'root access on aws' }]);
    await expectInOrder(open);

    await page.keyboard.press('ArrowDown');
    const second = frame.getByRole('option', { selected: true });
    expect(await second.innerText()).toMatch(/^No one\s+Security Operations Lead/);
    await page.keyboard.press('Enter');
    await frame.locator('dd').filter({ hasText: 'log-retention-aws' }).waitFor();
    expect(await callsOf('history')).toEqual(['/matrix?row=log-retention-aws']);
  });

  it('asks as of a day, at its end', async () => {
    const { frame, callsOf } = await session.open('owner-found');
    await frame.getByRole('combobox', { name: 'Who owns this?' }).fill('root');
    await frame.getByLabel('As of (optional)').fill('2026-03-03');
    await frame.getByRole('option').first().waitFor();
    expect((await callsOf('owner.find')).at(-1)).toEqual({ text: 'root', at: '2026-03-03T23:59:59.999Z' });
  });

  it('says what to do when no one owns it', async () => {
    const { frame } = await session.open('owner-none');
    await frame.getByText('No owner found for “quantum”').waitFor();
    expect(await text(frame)).toContain('Ask the CISO to allocate it');
  });

  it('can be asked again when there was no answer', async () => {
    const { frame } = await session.open('owner-failed');
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('option').first().waitFor();
  });
});

describe('a link to a ticket', () => {
  const sameTab = { target: 'issue', issueKey: 'GOV-12', type: 'same-tab' };
  const newTab = { ...sameTab, type: 'new-tab' };

  it('has the address that the ticket has in Jira', async () => {
    const { frame } = await session.open('waiting');
    const link = frame.getByRole('link', { name: 'GOV-12' });
    await frame.locator('a[href="https://jira.invalid/browse/GOV-12"]').waitFor();
    expect(await link.getAttribute('role')).toBeNull();
  });

  it.each([
    ['a click', 'this tab', {}, sameTab],
    ['a click with Ctrl', 'a new tab', { modifiers: ['Control'] }, newTab],
    ['a click with Shift', 'a new tab', { modifiers: ['Shift'] }, newTab],
    ['the middle button', 'a new tab', { button: 'middle' }, newTab],
  ] satisfies [string, string, Parameters<Locator['click']>[0], unknown][])(
    'leads by %s to %s, by way of Jira',
    async (_, _tab, how, navigation) => {
      const { page, frame, callsOf } = await session.open('waiting');
      await frame.locator('a[href]').first().waitFor();
      await frame.getByRole('link', { name: 'GOV-12' }).click(how);
      expect(await callsOf('navigate')).toEqual([navigation]);
      expect(page.context().pages()).toHaveLength(1);
      expect(frame.url()).toContain('/waiting/');
    },
  );

  it.each(['waiting', 'waiting-no-address'])(
    'is followed by keyboard, whether Jira tells its address or not: %s',
    async scenario => {
      const opened = await session.open(scenario);
      const { frame, callsOf } = opened;
      const link = frame.getByRole('link', { name: 'GOV-12' });
      if (scenario === 'waiting') await frame.locator('a[href]').first().waitFor();
      await link.focus();
      await link.press('Enter');
      expect(await callsOf('navigate')).toEqual([sameTab]);
      await expectInOrder(opened);
    },
  );
});

/** In a page: what is changed in the form before the answer to the transfer has come. */
const TRANSFER_AND_CHANGE_THE_DAY = `
  Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent === 'Transfer').click();
  const day = document.querySelector('input[type=date]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(day, '2030-01-01');
  day.dispatchEvent(new Event('input', { bubbles: true }));
`;

describe('the other parts of Remit’s page', () => {
  it('lead to the tickets that wait for the reader', async () => {
    const { frame, callsOf } = await session.open('waiting');
    await frame.getByRole('heading', { name: 'To decide (2)' }).waitFor();
    expect(await text(frame)).toContain('No approved ticket waits for you.');
    expect(await text(frame)).toContain('A review of the responsibility matrix is overdue');
    await frame.getByRole('link', { name: 'GOV-12' }).click();
    expect(await callsOf('navigate')).toEqual([{ target: 'issue', issueKey: 'GOV-12', type: 'same-tab' }]);
  });

  it('show administrators and auditors bypasses, and how to put it right', async () => {
    const { frame, callsOf } = await session.open('waiting-past-the-gates');
    await frame.getByRole('heading', { name: 'Bypassed approval (1)' }).waitFor();
    expect(await text(frame)).toContain('Restore the workflow Remit: Access request (Approve).');
    const open = frame.getByRole('region', { name: 'Bypassed approval (1)' });
    expect(await open.locator('> ul').innerText()).toMatch(/^GOV-15/);
    expect(await open.innerText()).toContain(
      'The rest must be acknowledged, with a reason, by the Executive Owner: Ada Lindqvist,',
    );
    expect(await open.getByRole('button', { name: /^Acknowledge/ }).count()).toBe(0);
    await open.getByText('Resolved or acknowledged: 2').click();
    const closed = await open.locator('details').innerText();
    expect(closed).toMatch(/GOV-14[^]*Resolved on 2 Mar 2026/);
    expect(closed).toMatch(
      /GOV-16[^]*Acknowledged by Ada Lindqvist, for the Executive Owner, on 3 Mar 2026, 09:00: “The account was closed on the same day\.”/,
    );
    await frame.getByRole('link', { name: 'GOV-15' }).click();
    expect(await callsOf('navigate')).toEqual([{ target: 'issue', issueKey: 'GOV-15', type: 'same-tab' }]);
  });

  it('show them people who approved for each other, how often and on which tickets', async () => {
    const { frame } = await session.open('waiting-past-the-gates');
    const mutual = frame.getByRole('region', { name: 'Mutual approvals (1)' });
    expect(await mutual.innerText()).toContain(
      'Noor Haddad and Mats Ekholm approved 5 requests for each other.',
    );
    await mutual.getByText('The newest 2 of 5').click();
    expect(await mutual.locator('details').innerText()).toMatch(
      /GOV-21[^]*approved by Noor Haddad[^]*GOV-20[^]*approved by Mats Ekholm/,
    );
  });

  it('list what to do before what only changed', async () => {
    const { frame } = await session.open('waiting-and-past-the-gates');
    await frame.getByRole('heading', { name: 'Bypassed approval (1)' }).waitFor();
    expect(await text(frame)).toMatch(
      /To decide \(2\)[^]*Bypassed approval \(1\)[^]*Role holders: what changed in the last 30 days/,
    );
  });

  it('show everyone else nothing of it, and ask nothing', async () => {
    const { frame, callsOf } = await session.open('waiting');
    await frame.getByRole('heading', { name: 'To decide (2)' }).waitFor();
    await expect(callsOf('bypass.list')).resolves.toEqual([]);
    expect(await text(frame)).not.toMatch(/gates|Set-up/);
  });

  it('let the matrix approver acknowledge bypasses, with a reason, by keyboard', async () => {
    const opened = await session.open('waiting-to-acknowledge');
    const { frame, callsOf, page } = opened;
    await frame.getByRole('button', { name: 'Acknowledge the bypass on GOV-15' }).press('Enter');
    const submit = frame.getByRole('button', { name: 'Acknowledge', exact: true });
    expect(await submit.isDisabled()).toBe(true);
    await page.keyboard.type('The account was closed.');
    await expectInOrder(opened);
    await submit.press('Enter');
    await frame.getByText('Tomás Herrera has acknowledged this already.').waitFor();
    await submit.press('Enter');
    await frame
      .getByText('Some or all of it may be done already. Try again: repeating it is safe.')
      .waitFor();
    await submit.press('Enter');
    await frame.getByText('The bypass on GOV-15 was acknowledged. It’s listed below.').waitFor();
    await frame.getByText('Resolved or acknowledged: 1').waitFor();
    expect(await callsOf('bypass.acknowledge')).toEqual(
      Array.from({ length: 3 }, () => ({ bypass: 'b', reason: 'The account was closed.' })),
    );
  });

  it('show what is on record, of a ticket and of a kind, with every fact, and older entries on demand', async () => {
    const { frame, callsOf } = await session.open('evidence');
    const entries = frame.getByRole('list', { name: 'Entries' }).locator('> li');
    await entries.first().waitFor();
    expect(await entries.count()).toBe(3);
    expect(await entries.first().innerText()).toMatch(
      /^GATE DECIDED\s+GOV-1\s+Remit\s+2 Mar 2026, 08:41\s+Approve was permitted\. Priya Raman was/i,
    );
    await entries.first().getByText('Everything on record').click();
    expect(await entries.first().locator('pre').innerText()).toContain('"contentHash": "64d0e055');
    await frame.getByRole('button', { name: 'Show older' }).click();
    await frame.getByText('6 entries, the newest first.').waitFor();
    await frame.getByLabel('Ticket (optional)').fill(' gov-99');
    await frame.getByLabel('Ticket (optional)').press('Enter');
    await frame.getByText('There is no ticket GOV-99, or you can’t see it.').waitFor();
    await frame.getByLabel('What happened').selectOption('Status changed');
    await frame.getByText('No evidence found.').waitFor();
    expect(await callsOf('evidence.read')).toEqual([
      {},
      { cursor: '2026-03-01T09:00:00.000Z a' },
      { ticket: 'GOV-99' },
      { ticket: 'GOV-99', kind: 'transition-observed' },
    ]);
    await frame.getByRole('button', { name: 'Export as CSV' }).click();
    expect(await callsOf('register.export')).toEqual([
      { dataset: 'evidence', ticket: 'GOV-99', kind: 'transition-observed' },
    ]);
  });

  it('show which cloud accounts need someone', async () => {
    const { frame } = await session.open('accounts');
    await frame.getByRole('combobox', { name: 'Findings' }).selectOption('With findings');
    await frame.getByText('1 of 2 accounts').waitFor();
    expect(await text(frame)).toContain('Name a new owner on GOV-7');
    expect(await text(frame)).not.toContain('123456789012');
  });

  it('tell the register of accounts is for', async () => {
    const { frame } = await session.open('accounts-refused');
    await frame.getByText('You can’t see the cloud accounts').waitFor();
    expect(await text(frame)).toContain('auditors');
  });

  it('let no one but administrators appoint', async () => {
    const { frame } = await session.open('holders');
    await frame.getByText('3 of 3 roles, 1 vacant').waitFor();
    expect(await text(frame)).toMatch(/Cloud Platform Owner\s+Clara Cloudwell\s+Deputy: /);
    expect(await text(frame)).toMatch(/Executive Owner\s+[^\n]+, as deputy\s+internal/i);
    expect(await frame.getByRole('button', { name: /Appoint|Someone is leaving/ }).count()).toBe(0);
  });

  it('appoint a person that Jira found, by keyboard', async () => {
    const open = await session.open('holders-editor');
    const { frame, page, callsOf } = open;
    await frame.getByRole('button', { name: 'Appoint someone as Security Operations Lead' }).click();
    const form = frame.getByRole('form', { name: 'Appoint someone as Security Operations Lead' });
    const send = form.getByRole('button', { name: 'Appoint', exact: true });
    expect(await send.isDisabled()).toBe(true);
    await form.getByRole('combobox', { name: 'Person' }).fill('a');
    await form.getByRole('option').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByLabel('From').fill('2026-12-01');
    await send.click();
    await frame.getByText('No one appoints themselves once a matrix is approved.').waitFor();
    await expectInOrder(open);
    await send.click();
    await form.waitFor({ state: 'detached' });
    expect((await callsOf('holders.appoint')).at(-1)).toEqual({
      role: 'security-operations-lead',
      accountId: '712020:app',
      capacity: 'holder',
      from: '2026-12-01',
      to: null,
    });
    expect((await callsOf('fetchProduct')).at(-1)).toMatchObject({
      product: 'jira',
      restPath: '/rest/api/3/user/search?query=a&maxResults=10',
    });
  });

  it('transfer what someone held only after it was shown, and tell of it whatever is changed meanwhile', async () => {
    const { frame, page, callsOf } = await session.open('holders-editor');
    await frame.getByRole('button', { name: 'Someone is leaving' }).click();
    const transfer = frame.getByRole('button', { name: 'Transfer', exact: true });
    for (const label of ['Who is leaving', 'Who takes over']) {
      await frame.getByRole('combobox', { name: label }).fill('c');
      await frame.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
    }
    expect(await transfer.isDisabled()).toBe(true);
    await frame.getByRole('button', { name: 'Preview transfer' }).click();
    await frame.getByText('Cloud Platform Owner, as holder').waitFor();
    await frame.evaluate(TRANSFER_AND_CHANGE_THE_DAY);
    await frame.getByText('Transferred', { exact: true }).waitFor();
    await expect(callsOf('holders.list')).resolves.toHaveLength(2);
    expect((await callsOf('holders.transfer')).map(call => (call as { dryRun: boolean }).dryRun)).toEqual([
      true,
      false,
    ]);
  });

  it('save settings, and say why not', async () => {
    const { frame, callsOf } = await session.open('settings');
    await frame.getByLabel('Access ends after, days', { exact: true }).fill('180');
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('The settings weren’t saved').waitFor();
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('Saved', { exact: true }).waitFor();
    expect((await callsOf('settings.set')).at(-1)).toEqual({
      accessDays: 180,
      privilegedAccessDays: 90,
      reviewCadenceDays: 365,
      matrixApproverRole: 'executive-owner',
    });
  });
});

describe('a rule in the workflow editor', () => {
  it('says in words what a gate checks', async () => {
    const { frame } = await session.open('gate-validator');
    await frame.getByText('Cloud account request: Submit is blocked unless').waitFor();
    expect(await frame.getByRole('listitem').count()).toBe(4);
  });

  it('shows the expression of a condition, and does not explain what is not ours', async () => {
    const condition = await session.open('gate-condition');
    await condition.frame.getByText('Access request: Approve is offered to').waitFor();
    await condition.frame.getByText('user.accountId == issue.customfield_10042').waitFor();
    const changed = await session.open('gate-condition-changed');
    await changed.frame.getByText('This rule was changed').waitFor();
    await changed.frame.getByText('true /*').waitFor();
    expect(await changed.frame.getByText('is offered to').count()).toBe(0);
    const foreign = await session.open('gate-foreign');
    await foreign.frame.getByText('Remit’s set-up didn’t create this rule.').waitFor();
  });
});
