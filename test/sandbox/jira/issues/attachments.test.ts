import { describe, expect, it } from '@jest/globals';
import { expectOfficialAnswer } from '../../../support/jira-oracle.ts';
import { governanceSite, type Caller, type GovernanceSite } from './governance-site.ts';

const NO_CHECK = { 'x-atlassian-token': 'no-check' };
const file = (filename: string, text = filename, part = 'file') => ({
  part,
  filename,
  type: 'text/plain',
  bytes: new TextEncoder().encode(text),
});

async function send(
  gov: GovernanceSite,
  accountId: string,
  method: string,
  path: string,
  more: object = { headers: NO_CHECK },
) {
  const identity = { kind: 'user' as const, accountId };
  const request = { method, path: `/rest/api/3/${path}`, identity, ...more };
  const answer = await gov.site.handle(request);
  expectOfficialAnswer(request, answer);
  return answer;
}

const upload = (
  gov: GovernanceSite,
  key: string,
  files: readonly object[],
  as = 'engineer',
  headers: object = NO_CHECK,
) => send(gov, as, 'POST', `issue/${key}/attachments`, { headers, files });

async function attached(gov: GovernanceSite, key: string, ...names: string[]): Promise<string[]> {
  const { status, body } = await upload(
    gov,
    key,
    names.map(name => file(name)),
  );
  expect(status).toBe(200);
  return (body as { id: string }[]).map(({ id }) => id);
}

const listed = async (gov: GovernanceSite, key: string, as: Caller = 'reader') => {
  const path = `issue/${key}?fields=attachment`;
  const { fields } = await gov.ok<{ fields: { attachment: { id: string; filename: string }[] } }>(
    as,
    'GET',
    path,
  );
  return fields.attachment.map(({ id, filename }) => [id, filename]);
};

describe('attachments', () => {
  it('are listed with the work item, in its changelog, and told to the app', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const [one, two] = await attached(gov, key, 'plan.txt', 'plan.txt');
    expect(one).not.toBe(two);
    expect(await listed(gov, key)).toEqual([
      [one, 'plan.txt'],
      [two, 'plan.txt'],
    ]);
    const { values } = await gov.ok<{ values: unknown[] }>('reader', 'GET', `issue/${key}/changelog`);
    const item = { field: 'Attachment', fieldId: 'attachment', from: null, fromString: null };
    expect(values).toMatchObject([
      {
        author: { accountId: 'engineer' },
        items: [
          { ...item, to: one, toString: 'plan.txt' },
          { ...item, to: two, toString: 'plan.txt' },
        ],
      },
    ]);
    expect(gov.events.slice(1)).toMatchObject([
      { eventType: 'avi:jira:updated:issue', payload: { changelog: { items: [{ to: one }, { to: two }] } } },
      {
        eventType: 'avi:jira:created:attachment',
        payload: { attachment: { id: one, fileName: 'plan.txt' } },
      },
      {
        eventType: 'avi:jira:created:attachment',
        atlassianId: 'engineer',
        payload: { attachment: { id: two } },
      },
    ]);
  });

  it('have their bytes as the answer when no redirect is wanted, and else an address', async () => {
    const gov = governanceSite();
    const [id = ''] = await attached(gov, await gov.create(), 'plan.txt');
    const answer = await send(gov, 'reader', 'GET', `attachment/content/${id}?redirect=false`);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/plain' } });
    expect(new TextDecoder().decode(answer.bytes)).toBe('plan.txt');
    const elsewhere = await send(gov, 'reader', 'GET', `attachment/content/${id}`);
    expect(elsewhere).toMatchObject({
      status: 303,
      headers: { location: expect.stringContaining(id) as unknown },
    });
    expect(await send(gov, 'reader', 'GET', `attachment/${id}`)).toMatchObject({
      status: 200,
      body: { id: Number(id), filename: 'plan.txt', size: 8, author: { accountId: 'engineer' } },
    });
    const part = await gov.site.handle({
      method: 'GET',
      path: `/rest/api/3/attachment/content/${id}`,
      headers: { range: 'bytes=0-1' },
      identity: { kind: 'user', accountId: 'reader' },
    });
    expect(part.status).toBe(501);
    expect((await send(gov, 'reader', 'GET', `attachment/content/${id}?redirect=no`)).status).toBe(400);
  });

  it('are taken off by who added them, and by those who may take off all', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const [one = '', two = ''] = await attached(gov, key, 'one', 'two');
    expect((await send(gov, 'approver', 'DELETE', `attachment/${one}`)).status).toBe(403);
    expect((await send(gov, 'engineer', 'DELETE', `attachment/${one}`)).status).toBe(204);
    expect((await send(gov, 'engineer', 'DELETE', `attachment/${one}`)).status).toBe(404);
    expect((await send(gov, 'admin', 'DELETE', `attachment/${two}`)).status).toBe(204);
    expect(await listed(gov, key)).toEqual([]);
    expect(gov.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:deleted:attachment',
      atlassianId: 'admin',
      payload: { attachment: { id: two, author: { accountId: 'engineer' } } },
    });
    const { values } = await gov.ok<{ values: unknown[] }>('reader', 'GET', `issue/${key}/changelog`);
    expect(values.at(-1)).toMatchObject({ items: [{ from: two, fromString: 'two', to: null }] });
  });

  it.each([
    ['without the header that keeps other sites out', 403, 'engineer', [file('a')], {}],
    ['by someone who may not', 403, 'reader', [file('a')], NO_CHECK],
    ['to a work item that they can’t see', 404, 'outsider', [file('a')], NO_CHECK],
    ['in another part of the form', 400, 'engineer', [file('a', 'a', 'other')], NO_CHECK],
    ['too many at once', 413, 'engineer', Array.from({ length: 61 }, () => file('a')), NO_CHECK],
  ])('are refused %s', async (_, status, as, files, headers) => {
    const gov = governanceSite();
    const key = await gov.create();
    const path = `issue/${key}/attachments`;
    const identity = { kind: 'user' as const, accountId: as };
    const request = { method: 'POST', path: `/rest/api/3/${path}`, identity, headers, files };
    expect((await gov.site.handle(request)).status).toBe(status);
    expect(await listed(gov, key)).toEqual([]);
  });

  it('are not there for who can’t see the work item, and are gone with it', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const [id = ''] = await attached(gov, key, 'plan.txt');
    for (const path of [`attachment/${id}`, `attachment/content/${id}?redirect=false`])
      expect((await send(gov, 'outsider', 'GET', path)).status).toBe(404);
    await gov.call('admin', 'DELETE', `issue/${key}`);
    expect((await send(gov, 'admin', 'GET', `attachment/${id}`)).status).toBe(404);
  });
});
