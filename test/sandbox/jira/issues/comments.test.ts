import { describe, expect, it } from '@jest/globals';
import { doc, FIELD, governanceSite, PRODUCTION } from './governance-site.ts';

describe('comments', () => {
  it('are written as the caller, with properties, and told to the app', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const properties = [{ key: 'remit.notice', value: { route: 3 } }];
    const written = await gov.ok<{ id: string }>('app', 'POST', `issue/${key}/comment?expand=properties`, {
      body: doc('Routed'),
      properties,
    });
    expect(written).toMatchObject({ author: { accountId: '712020:app' }, body: doc('Routed'), properties });
    await gov.ok('engineer', 'POST', `issue/${key}/comment`, { body: doc('Thanks') });
    const page = await gov.ok<{ comments: unknown[] }>(
      'reader',
      'GET',
      `issue/${key}/comment?orderBy=-created&maxResults=1&expand=properties`,
    );
    expect(page).toMatchObject({
      total: 2,
      comments: [{ author: { accountId: 'engineer' }, properties: [] }],
    });
    expect(page.comments).toHaveLength(1);
    expect(gov.events.slice(1)).toMatchObject([
      {
        eventType: 'avi:jira:commented:issue',
        atlassianId: '712020:app',
        payload: { comment: { id: written.id } },
      },
      { eventType: 'avi:jira:commented:issue', atlassianId: 'engineer' },
    ]);
  });

  it('are changed and deleted by their author, and by those who may for all', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const { id } = await gov.ok<{ id: string }>('engineer', 'POST', `issue/${key}/comment`, {
      body: doc('One'),
    });
    const path = `issue/${key}/comment/${id}`;
    expect((await gov.refused('approver', 'PUT', path, { body: doc('Mine now') })).status).toBe(400);
    expect(await gov.ok('engineer', 'PUT', path, { body: doc('Two') })).toMatchObject({ body: doc('Two') });
    await gov.ok('admin', 'PUT', path, { body: doc('Three') });
    expect(await gov.ok('reader', 'GET', path)).toMatchObject({
      body: doc('Three'),
      author: { accountId: 'engineer' },
      updateAuthor: { accountId: 'admin' },
    });
    expect((await gov.refused('approver', 'DELETE', path)).status).toBe(400);
    expect((await gov.call('engineer', 'DELETE', path)).status).toBe(204);
    expect((await gov.refused('engineer', 'GET', path)).status).toBe(404);
  });

  it('are as many as a work item takes, and no more', async () => {
    const gov = governanceSite({ settings: { commentsPerWorkItem: 2 } });
    const [key, other] = [await gov.create(), await gov.create()];
    for (const text of ['One', 'Two'])
      await gov.ok('engineer', 'POST', `issue/${key}/comment`, { body: doc(text) });
    for (const who of ['engineer', 'app', 'admin'] as const)
      expect((await gov.refused(who, 'POST', `issue/${key}/comment`, { body: doc('Three') })).status).toBe(
        413,
      );
    await gov.ok('app', 'POST', `issue/${other}/comment`, { body: doc('Elsewhere') });
    const { comments } = gov.site.context.records;
    const [{ id } = { id: '' }] = comments.all();
    expect((await gov.call('engineer', 'DELETE', `issue/${key}/comment/${id}`)).status).toBe(204);
    await gov.ok('app', 'POST', `issue/${key}/comment`, { body: doc('Three') });
  });

  it.each([
    ['text', 'reader', 'Hello', 400],
    ['a document, without the permission', 'reader', doc('Hello'), 400],
    ['text from someone who may', 'engineer', 'Hello', 400],
    ['anything, where the work item is not to be seen', 'outsider', doc('Hello'), 404],
  ] as const)('refuse %s', async (_what, who, body, status) => {
    const gov = governanceSite();
    const key = await gov.create();
    expect((await gov.refused(who, 'POST', `issue/${key}/comment`, { body })).status).toBe(status);
    expect(gov.site.context.records.comments.all()).toEqual([]);
  });
});

describe('entity properties', () => {
  it('are written by anyone who may edit, read by anyone who sees the work item', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const path = `issue/${key}/properties/remit.route`;
    expect((await gov.call('engineer', 'PUT', path, { row: 1 })).status).toBe(201);
    expect((await gov.call('engineer', 'PUT', path, { row: 2 })).status).toBe(200);
    expect((await gov.refused('reader', 'PUT', path, { row: 3 })).status).toBe(403);
    expect(await gov.ok('reader', 'GET', path)).toEqual({ key: 'remit.route', value: { row: 2 } });
    expect(await gov.ok('reader', 'GET', `issue/${key}/properties`)).toMatchObject({
      keys: [{ key: 'remit.route' }],
    });
    expect(await gov.ok('reader', 'GET', `issue/${key}?properties=remit.route&fields=summary`)).toMatchObject(
      {
        properties: { 'remit.route': { row: 2 } },
      },
    );
    expect((await gov.call('engineer', 'DELETE', path)).status).toBe(204);
    expect((await gov.refused('reader', 'GET', path)).status).toBe(404);
    expect(await gov.ok('engineer', 'GET', `issue/${key}/changelog`)).toMatchObject({ total: 0 });
  });

  it.each([
    ['a value that is too long', 'p', 'x'.repeat(32_768)],
    ['a key that is too long', 'k'.repeat(256), 1],
  ])('refuse %s', async (_what, property, value) => {
    const gov = governanceSite();
    const key = await gov.create();
    expect((await gov.refused('engineer', 'PUT', `issue/${key}/properties/${property}`, value)).status).toBe(
      400,
    );
  });
});

describe('what a form takes', () => {
  it('is told for creation: the screen, without what only apps write and what the caller may not', async () => {
    const gov = governanceSite();
    const types = await gov.ok<{ issueTypes: { id: string }[] }>(
      'engineer',
      'GET',
      'issue/createmeta/GOV/issuetypes',
    );
    expect(types.issueTypes).toMatchObject([{ id: '700', name: 'Cloud account request' }]);
    const idsFor = async (who: 'engineer' | 'admin') => {
      const { fields } = await gov.ok<{ fields: Record<string, unknown>[] }>(
        who,
        'GET',
        'issue/createmeta/GOV/issuetypes/700',
      );
      return fields;
    };
    const fields = await idsFor('engineer');
    const ids = fields.map(({ fieldId }) => fieldId);
    expect(ids).toEqual(
      expect.arrayContaining(['project', 'issuetype', 'summary', 'assignee', FIELD.service]),
    );
    expect(ids).not.toContain('reporter');
    expect(ids).not.toContain(gov.appFields.accountable);
    expect(ids).not.toContain(FIELD.elsewhere);
    expect((await idsFor('admin')).map(({ fieldId }) => fieldId)).toContain('reporter');
    expect(fields.find(({ fieldId }) => fieldId === 'summary')).toMatchObject({ required: true });
    expect(fields.find(({ fieldId }) => fieldId === FIELD.service)).toMatchObject({
      name: 'Environment',
      required: false,
      allowedValues: [{ id: PRODUCTION, value: 'Production' }, { value: 'Staging' }],
    });
    expect((await gov.refused('reader', 'GET', 'issue/createmeta/GOV/issuetypes')).status).toBe(400);
  });

  it('is told for edits, and is nothing for those who may not', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const { fields } = await gov.ok<{ fields: Record<string, unknown> }>(
      'engineer',
      'GET',
      `issue/${key}/editmeta`,
    );
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['summary', FIELD.owner]));
    expect(fields).not.toHaveProperty(gov.appFields.accountable);
    expect(await gov.ok('reader', 'GET', `issue/${key}/editmeta`)).toEqual({ fields: {} });
  });
});

describe('expressions', () => {
  it('are evaluated for the caller on what the caller may see', async () => {
    const gov = governanceSite();
    const key = await gov.create({ [FIELD.service]: { id: PRODUCTION } });
    const evaluate = (expression: string, who: 'engineer' | 'outsider' = 'engineer') =>
      gov.refused(who, 'POST', 'expression/evaluate', { expression, context: { issue: { key } } });
    const expression = `[user.displayName, issue.key, issue.${FIELD.service}.value]`;
    expect(await evaluate(expression)).toMatchObject({
      status: 200,
      body: { value: ['Eve Engineer', key, 'Production'] },
    });
    expect((await evaluate(expression, 'outsider')).status).toBe(404);
    expect((await evaluate('issue.nothing')).status).toBe(400);
  });

  it('are checked', async () => {
    const gov = governanceSite();
    const { results } = await gov.ok<{ results: unknown[] }>('engineer', 'POST', 'expression/analyse', {
      expressions: ['issue.key', 'issue.'],
    });
    expect(results).toMatchObject([{ valid: true }, { valid: false, errors: [{ type: 'syntax', line: 1 }] }]);
  });
});
