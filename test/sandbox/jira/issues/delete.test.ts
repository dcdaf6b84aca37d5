import { describe, expect, it } from '@jest/globals';
import { doc, governanceSite, TRANSITION } from './governance-site.ts';

describe('deleting', () => {
  it('takes the permission, and removes history and comments with the work item', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    await gov.ok('engineer', 'POST', `issue/${key}/comment`, { body: doc('Hello') });
    await gov.move('engineer', key, TRANSITION.submit);
    expect((await gov.refused('engineer', 'DELETE', `issue/${key}`)).status).toBe(403);
    expect((await gov.call('admin', 'DELETE', `issue/${key}`)).status).toBe(204);
    expect((await gov.refused('admin', 'GET', `issue/${key}`)).status).toBe(404);
    const { issues, histories, comments } = gov.site.context.records;
    expect([issues.all(), histories.all(), comments.all()]).toEqual([[], [], []]);
    expect(gov.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:deleted:issue',
      payload: { issue: { key } },
    });
    expect(await gov.create()).toBe('GOV-2');
  });
});
