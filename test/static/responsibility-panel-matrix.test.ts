import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { startPreviewSession, type PreviewSession } from './preview/open.ts';

let session: PreviewSession;
beforeAll(async () => {
  session = await startPreviewSession();
}, 120_000);
afterEach(() => session.closePages());
afterAll(() => session.end());

const section = (frame: Frame, name: string | RegExp) => frame.getByRole('region', { name });

describe('the shared responsibility in the panel', () => {
  it('begins with the row that routes the ticket, of the domain of the ticket', async () => {
    const { frame } = await session.open('requested');
    const rows = frame.getByRole('table', { name: 'Shared responsibility' }).locator('tbody tr');
    expect(await rows.count()).toBe(10);
    expect(await rows.first().innerText()).toMatch(
      /^Cloud account provisioning\s+Shared\s+Routes this ticket/,
    );
    expect(await frame.getByText('12 of 21').isVisible()).toBe(true);
  });

  it('shows evidence, procedure and frequency of a row that is opened, also at the end of a page', async () => {
    const { frame } = await session.open('requested');
    for (const activity of ['Cloud account provisioning', 'Drift detection']) {
      const toggle = frame.getByRole('button', { name: activity });
      await toggle.click();
      expect(await toggle.getAttribute('aria-expanded')).toBe('true');
      const details = frame.locator(`[id="${await toggle.getAttribute('aria-controls')}"]`);
      expect(await details.locator('dt').allInnerTexts()).toEqual([
        'Evidence',
        'Procedure',
        'Checked',
        'Holds for',
        'Row',
      ]);
    }
    expect(await frame.locator('tbody tr').count()).toBe(11);
  });

  it('leads to the whole matrix, in the version that routes the ticket', async () => {
    const { frame, callsOf } = await session.open('requested');
    const link = frame.getByRole('link', { name: 'Matrix v3' });
    await frame.locator('a[href="https://jira.invalid/apps/remit-page/matrix?version=3"]').waitFor();
    await link.click();
    await frame.waitForFunction(() =>
      (window as unknown as { preview: { calls: { functionKey: string }[] } }).preview.calls.some(
        ({ functionKey }) => functionKey === 'navigate',
      ),
    );
    expect(await callsOf('navigate')).toEqual([
      { url: '/apps/remit-page/matrix?version=3', type: 'same-tab' },
    ]);
  });

  it('turns the page', async () => {
    const { frame } = await session.open('requested');
    await frame.getByRole('button', { name: /Next/ }).click();
    expect(await frame.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('Golden images'),
      expect.stringContaining('Everything else in this domain'),
    ]);
  });

  it('shows all domains on demand, each row with its own', async () => {
    const { frame } = await session.open('requested');
    await frame.getByRole('combobox', { name: 'Domain' }).selectOption('All domains');
    await frame.getByText('21 of 21').waitFor();
    expect(await frame.locator('tbody tr').first().innerText()).toContain(
      'Asset and configuration management',
    );
  });

  it('finds rows by any of their words, and offers the other domains when there is none', async () => {
    const { frame } = await session.open('requested');
    await frame.getByRole('textbox', { name: 'Search the responsibilities' }).fill('osei triage');
    await frame.getByText('Nothing found in this domain.').waitFor();
    await frame.getByRole('button', { name: 'Look in all domains' }).click();
    expect(await frame.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('Alert triage'),
    ]);
  });

  it('is a list on a narrow page: the routing row open, ten rows at a time', async () => {
    const { frame } = await session.open('requested', { width: 375 });
    expect(await frame.getByRole('table').count()).toBe(0);
    const list = section(frame, /^Shared responsibility/)
      .getByRole('list')
      .first();
    const items = list.locator('> li');
    expect(await items.count()).toBe(10);
    expect(await items.first().innerText()).toMatch(/Customer tasks\s+Vend the account/);
    await frame.getByRole('button', { name: 'Show 2 more' }).click();
    expect(await items.count()).toBe(12);
  });
});

describe('the responsibility panel by keyboard', () => {
  it('is walked in the order it is read, with the focus to be seen, and opens what is folded', async () => {
    const { page, frame } = await session.open('bystander');
    const focused = () =>
      frame.evaluate(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
        // a text field shows the caret, and its border changes
        const visible =
          element instanceof HTMLInputElement || (outlineStyle !== 'none' && outlineWidth !== '0px');
        const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
        return { name, visible };
      });
    const walk: string[] = [];
    await frame.locator('main').click({ position: { x: 2, y: 2 } });
    for (let stop = 0; stop < 7; stop += 1) {
      await page.keyboard.press('Tab');
      const { name, visible } = await focused();
      walk.push(name);
      expect({ name, visible }).toEqual({ name, visible: true });
    }
    expect(walk).toEqual([
      'Refresh',
      'Matrix v3',
      '1 item to complete first',
      'You can also: Withdraw',
      'Others can: Reject, Rework',
      'Domain',
      'Search the responsibilities',
    ]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await frame.getByText('AST-01-AWS Vending an AWS account').waitFor();
  });
});
