import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { Office } from './office.ts';
import type { PersonAtWork } from './person-at-work.ts';

/** What keeps a page of an app from the Jira around it, on a real site as here. */
describe('the page of the app on a work item', () => {
  let office: Office;
  let reader: PersonAtWork;
  let frame: Frame;
  let policy: string;

  beforeAll(async () => {
    office = await Office.open();
    const { key } = await office.site.raise();
    reader = await office.signIn('engineer');
    const served = reader.page.waitForResponse(response => response.url().endsWith('/responsibility.html'));
    await reader.openWorkItem(key);
    policy = (await (await served).headerValue('content-security-policy')) ?? '';
    const found = reader.page.frames().find(each => each.url().endsWith('/responsibility.html'));
    if (!found) throw new Error('The ticket shows no page of the app.');
    frame = found;
  }, 120_000);
  afterAll(() => office.close());

  it('is of another site than Jira, so that the session of Jira never goes there', async () => {
    expect(new URL(frame.url()).hostname).not.toBe(new URL(reader.page.url()).hostname);
    expect(await reader.page.context().cookies(reader.page.url())).toHaveLength(1);
    expect(await reader.page.context().cookies(frame.url())).toEqual([]);
  });

  it('cannot reach the page around it', async () => {
    const refusal = await frame.evaluate(() => {
      try {
        return window.parent.document.title;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(refusal).toBe('SecurityError');
  });

  it('cannot call Jira but through the bridge', async () => {
    const answer = await frame.evaluate(
      url =>
        fetch(url, { credentials: 'include' }).then(
          ({ status }) => `answered ${String(status)}`,
          (error: unknown) => (error as Error).name,
        ),
      new URL('/rest/api/3/myself', reader.page.url()).href,
    );
    expect(answer).toBe('TypeError');
  });

  it('cannot send anything elsewhere', async () => {
    const sending = `void fetch('https://elsewhere.example/', { mode: 'no-cors' }).catch(() => undefined)`;
    expect(await violationBy(frame, sending)).toBe('connect-src');
  });

  it('cannot run text as code', async () => {
    expect(policy).not.toContain('unsafe-eval');
    expect(await violationBy(frame, `setTimeout('document.title = "run"', 0)`)).toBe('script-src');
    expect(await frame.title()).not.toBe('run');
  });

  it('cannot load code from elsewhere, nor hold any in its document', async () => {
    const inline = `document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "run"' }))`;
    expect(await violationBy(frame, inline)).toBe('script-src-elem');
    const elsewhere = new URL('/icon.js', reader.page.url()).href;
    const loading = `document.body.append(Object.assign(document.createElement('script'), { src: ${JSON.stringify(elsewhere)} }))`;
    expect(await violationBy(frame, loading)).toBe('script-src-elem');
    expect(await frame.title()).not.toBe('run');
  });

  it('shows only within the local Jira', () => {
    expect(policy).toContain(`frame-ancestors ${new URL(reader.page.url()).origin}`);
  });
});

/** The directive of the content security policy that this code runs into. */
function violationBy(frame: Frame, code: string): Promise<string> {
  return frame.evaluate(
    `new Promise(resolve => {
      addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective), { once: true });
      ${code};
    })`,
  );
}
