import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expectAccessible, launchBrowser } from '../../support/browser.ts';
import { OWNER_MISSING, startDemo } from './demo-site.ts';
import { basic } from './running-server.ts';

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  demo = await startDemo();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  page = await context.newPage();
});
afterEach(() => context.close());

async function rest(
  method: string,
  path: string,
  body: unknown,
  as = 'engineer',
): Promise<Record<string, unknown>> {
  const headers = { authorization: basic(`${as}@aurora.example`), 'content-type': 'application/json' };
  const response = await fetch(`${demo.url}/rest/api/3/${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${await response.text()}`);
  return response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>);
}

async function newTicket(summary: string): Promise<string> {
  const fields = { project: { key: 'GOV' }, issuetype: { name: 'Cloud account request' }, summary };
  return String((await rest('POST', 'issue', { fields }))['key']);
}

async function open(path: string, who: string): Promise<void> {
  await page.goto(demo.url + path);
  await page.getByRole('button', { name: who }).click();
}
const panel = () => page.frameLocator('iframe[title="Responsibility"]');

describe('what can’t be read', () => {
  it('is said, in an address, and the way on stays', async () => {
    await open('/browse/%E0%A4%A', 'Ravi Patel');
    await page.getByRole('heading', { name: /^We couldn.t find that/ }).waitFor();
    await page.getByRole('link', { name: 'Go to the list of work items' }).click();
    await page.getByRole('heading', { level: 1, name: 'All work items' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/issues');
  });

  it('is said, in a text, and the rest of the page stays', async () => {
    const key = await newTicket('Text of another system');
    const attrs = { timestamp: 'tomorrow' };
    const content = [{ type: 'paragraph', content: [{ type: 'date', attrs }] }];
    await rest('PUT', `issue/${key}`, { fields: { description: { type: 'doc', version: 1, content } } });
    await open(`/browse/${key}`, 'Ravi Patel');
    await page.getByRole('heading', { name: 'Text of another system' }).waitFor();
    await page.getByText('tomorrow').waitFor();
  });
});

describe('signing in', () => {
  it('comes first, whatever the address, and leads back there', async () => {
    const key = await newTicket('Account for the data team');
    await page.goto(`${demo.url}/browse/${key}`);
    await page.getByRole('heading', { name: 'Log in to Jira' }).waitFor();
    expect(await page.getByRole('button', { name: /Oskar Nyman/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: /Ravi Patel/ }).click();
    await page.getByRole('heading', { name: 'Account for the data team' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/browse/${key}`);
    expect(await page.title()).toBe(`[${key}] Account for the data team - Jira`);
  });

  it('comes again when the session is over, and leads back', async () => {
    const key = await newTicket('Account after a restart');
    await open(`/browse/${key}`, 'Ravi Patel');
    await page.getByRole('heading', { name: 'Account after a restart' }).waitFor();
    await context.clearCookies();
    await page.getByRole('button', { name: /Priya Raman/ }).click();
    await page.getByRole('heading', { name: 'Account after a restart' }).waitFor();
  });

  it('leads nowhere but to this site', async () => {
    await open('/sign-in?next=//evil.example/', 'Ravi Patel');
    await page.getByRole('heading', { name: 'All work items' }).waitFor();
    expect(new URL(page.url()).origin).toBe(demo.url);
  });
});

describe('a ticket', () => {
  it('is created in the dialog, which shows what Jira refuses at the field', async () => {
    await open('/issues', 'Ravi Patel');
    await page.getByRole('button', { name: 'Create' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create' });
    await dialog.getByLabel('Description').fill('For **cards**.');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await dialog
      .getByText(/summary/i)
      .last()
      .waitFor();
    expect(await dialog.getByLabel('Summary').getAttribute('aria-describedby')).toContain('error');
    await dialog.getByLabel('Summary').fill('Account for payments');
    await dialog.getByLabel('Cloud service').fill('AWS');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Access until').fill('2027-03-01');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('heading', { name: 'Account for payments' }).waitFor();
    await page.getByRole('group', { name: 'Cloud service' }).getByText('AWS').waitFor();
    await page.getByRole('group', { name: 'Access until' }).getByText('1 Mar 2027').waitFor();
    await page.getByRole('group', { name: 'Reporter' }).getByText('Ravi Patel').waitFor();
  });

  it('is held by a validator, whose words the screen shows, until what they ask for is there', async () => {
    await open(`/browse/${await newTicket('Account to submit')}`, 'Ravi Patel');
    await page.getByRole('button', { name: 'Requested' }).click();
    await page.getByRole('menuitem', { name: /Submit/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Submit' });
    await dialog.getByRole('button', { name: 'Submit' }).click();
    expect(await dialog.getByRole('alert').innerText()).toContain(OWNER_MISSING);
    await dialog.getByLabel('Account owner').fill('Priya');
    await page.getByRole('option', { name: /Priya Raman/ }).click();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('button', { name: 'Awaiting approval' }).waitFor();
    await page.getByRole('group', { name: 'Account owner' }).getByText('Priya Raman').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('changed 2 fields').waitFor();
  });

  it('says in a dialog what keeps a transition without a screen', async () => {
    const key = await newTicket('Account to approve');
    const editmeta = await rest('GET', `issue/${key}/transitions?expand=transitions.fields`, undefined);
    const [submit] = editmeta['transitions'] as [{ id: string; fields: Record<string, unknown> }];
    const owner = Object.keys(submit.fields).find(id => id.startsWith('customfield_')) ?? '';
    await rest('POST', `issue/${key}/transitions`, {
      transition: { id: submit.id },
      fields: { [owner]: { accountId: 'id-cloud' } },
    });
    await open(`/browse/${key}`, 'Ravi Patel');
    await page.getByRole('button', { name: 'Awaiting approval' }).click();
    await page.getByRole('menuitem', { name: /Approve/ }).click();
    expect(await page.getByRole('dialog', { name: 'Approve' }).getByRole('alert').innerText()).toContain(
      OWNER_MISSING,
    );
  });

  it('is edited in place and commented on', async () => {
    await open(`/browse/${await newTicket('Account to edit')}`, 'Ravi Patel');
    await page.getByRole('button', { name: 'Edit Environment' }).click();
    await page.getByRole('combobox', { name: 'Environment' }).fill('Stag');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save Environment' }).click();
    await page.getByRole('group', { name: 'Environment' }).getByText('Staging').waitFor();
    await page.getByLabel('Add a comment').fill('Looks *good*');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Comment by Ravi Patel').getByText('Looks good').waitFor();
  });

  it('moves by keyboard alone', async () => {
    await open(`/browse/${await newTicket('Account by keyboard')}`, 'Ravi Patel');
    await page.getByRole('button', { name: 'Requested' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Submit' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Submit' }).waitFor({ state: 'detached' });
  });

  it('shows by itself what someone else does, and tells the app’s panel', async () => {
    const key = await newTicket('Account that changes');
    await open(`/browse/${key}`, 'Ravi Patel');
    await panel().getByText(key).waitFor();
    await rest('PUT', `issue/${key}`, { fields: { summary: 'Account that has changed' } }, 'cloud');
    await page.getByRole('heading', { name: 'Account that has changed' }).waitFor();
    await panel().locator('#changes').filter({ hasText: '1' }).waitFor();
    expect(await panel().locator('#answer').innerText()).toContain('"accountId":"id-engineer"');
  });

  it('that does not exist is not found', async () => {
    await open('/browse/GOV-999', 'Ravi Patel');
    await page.getByRole('heading', { name: "We couldn't find that work item" }).waitFor();
  });
});

describe('a page of the app', () => {
  it('reaches Jira through the bridge only, as the person signed in', async () => {
    const key = await newTicket('Account with a panel');
    await open(`/browse/${key}`, 'Ravi Patel');
    await panel().locator('#person').filter({ hasText: 'Ravi Patel' }).waitFor();
    const frame = page.frames().find(each => each.url().includes('/demo-panel/'));
    const direct = await frame?.evaluate(
      async ([url, issue]) => {
        const write = {
          method: 'PUT',
          credentials: 'include' as const,
          body: '{"fields":{"summary":"taken"}}',
        };
        const attempts = [
          fetch(`${url}/rest/api/3/myself`, { credentials: 'include' }),
          fetch(`${url}/rest/api/3/issue/${issue}`, write),
        ];
        return (await Promise.allSettled(attempts)).map(each => each.status);
      },
      [demo.url, key] as const,
    );
    expect(direct).toEqual(['rejected', 'rejected']);
    await page.reload();
    await page.getByRole('heading', { name: 'Account with a panel' }).waitFor();
  });

  it('is told by name which command the bridge does not model', async () => {
    await open(`/browse/${await newTicket('Account with a bridge')}`, 'Ravi Patel');
    await panel().locator('#refused').filter({ hasText: 'openRovo' }).waitFor();
  });

  it('shows flags and opens a dialog, which it closes itself', async () => {
    await open(`/browse/${await newTicket('Account with a dialog')}`, 'Ravi Patel');
    await panel().getByRole('button', { name: 'Show a flag' }).click();
    await page.getByText('A flag of the app').waitFor();
    await panel().getByRole('button', { name: 'Open a dialog' }).click();
    const dialog = page.getByRole('dialog', { name: 'A dialog of the app' });
    await dialog.frameLocator('iframe').getByText('in a dialog').waitFor();
    await dialog.frameLocator('iframe').getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel().locator('#answer').filter({ hasText: 'closed with thanks' }).waitFor();
  });

  it('is the only one whose messages count', async () => {
    await open(`/browse/${await newTicket('Account with messages')}`, 'Ravi Patel');
    await panel().locator('#person').filter({ hasText: 'Ravi Patel' }).waitFor();
    const flag = {
      forge: 1,
      kind: 'call',
      id: 1,
      command: 'showFlag',
      data: { id: 'x', title: 'A flag of no one' },
    };
    await page.evaluate(message => {
      window.postMessage(message, '*');
    }, flag);
    const frame = page.frames().find(each => each.url().includes('/demo-panel/'));
    await frame?.evaluate(message => {
      window.parent.postMessage({ ...message, data: { id: 'y', title: 'A flag of the page' } }, '*');
    }, flag);
    await page.getByText('A flag of the page').waitFor();
    expect(await page.getByText('A flag of no one').count()).toBe(0);
  });

  it('follows the theme', async () => {
    await open(`/browse/${await newTicket('Account in the dark')}`, 'Ravi Patel');
    await panel().locator('#person').filter({ hasText: 'Ravi Patel' }).waitFor();
    const background = () =>
      panel()
        .locator('body')
        .evaluate(body => getComputedStyle(body).backgroundColor);
    const light = await background();
    await page.getByRole('button', { name: 'Switch to dark theme' }).click();
    await panel().locator('html[data-color-mode="dark"]').waitFor();
    expect(await background()).not.toBe(light);
  });

  it('for administrators is there for administrators', async () => {
    await open('/apps/demo-admin', 'Mats Ekholm');
    await page.frameLocator('iframe[title="Remit"]').getByText('jira:adminPage').waitFor();
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: /Ravi Patel/ }).click();
    await page.getByRole('heading', { name: "We couldn't find that page" }).waitFor();
    expect(await page.getByRole('link', { name: 'Remit' }).count()).toBe(0);
  });
});

describe('every page', () => {
  it.each([
    { colorScheme: 'light', width: 1280, rules: undefined },
    { colorScheme: 'dark', width: 1280, rules: ['color-contrast'] },
    { colorScheme: 'light', width: 375, rules: ['color-contrast', 'target-size'] },
  ] as const)(
    'is accessible and fits: $colorScheme, $width pixels wide',
    async ({ colorScheme, width, rules }) => {
      const key = await newTicket('Account that everyone can read');
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${demo.url}/sign-in`);
      await page.getByRole('button', { name: /Mats Ekholm/ }).waitFor();
      await expectAccessible(page, rules);
      await page.getByRole('button', { name: /Mats Ekholm/ }).click();
      const places: [string, () => Promise<void>][] = [
        ['/issues', () => page.getByRole('table', { name: 'Work items' }).waitFor()],
        [`/browse/${key}`, () => panel().locator('#person').filter({ hasText: 'Mats' }).waitFor()],
      ];
      for (const [path, ready] of places) {
        await page.goto(demo.url + path);
        await ready();
        await expectAccessible(page, rules);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
      await page.getByRole('button', { name: 'Create' }).click();
      await page.getByRole('dialog', { name: 'Create' }).getByLabel('Summary').waitFor();
      await expectAccessible(page, rules);
    },
    120_000,
  );
});
