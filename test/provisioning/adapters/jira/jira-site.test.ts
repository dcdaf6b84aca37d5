import { describe, expect, it } from '@jest/globals';
import type { RestResponse } from '../../../../sandbox/seams.ts';
import { jiraSite } from '../../../../src/provisioning/adapters/jira/jira-site';
import { expectOfficial } from '../../../support/jira-oracle.ts';
import { jiraAnswers } from '../../../support/jira-answers.ts';

/** What went wrong when the site was asked for its resolutions. */
async function faultAfter(answer: RestResponse | Error, remainingTime?: number): Promise<unknown> {
  jiraAnswers([answer], remainingTime);
  return jiraSite()
    .resolutions()
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
}

describe('why a write was not made', () => {
  it('is what Jira said, where an administrator can do something about it', async () => {
    const fault = await faultAfter({
      status: 400,
      body: { errorMessages: ['No.'], errors: { name: 'Taken.' } },
    });
    expect(jiraSite().reasonOf(fault)).toBe(
      'GET /rest/api/3/resolution/search was refused with 400: No.; name: Taken.',
    );
  });

  it.each<[string, RestResponse | Error]>([
    ['an answer of another shape', { status: 200, body: { values: [{ id: 7 }] } }],
    ['no connection', new Error('ECONNRESET')],
    ['too many calls', { status: 429 }],
    ['a fault of Jira’s', { status: 500 }],
    ['a Jira that is away', { status: 503 }],
  ])('is not known of %s, which set-up is run again for', async (_, answer) => {
    expect(jiraSite().reasonOf(await faultAfter(answer, 0))).toBeUndefined();
  });
});

describe('the panel on every ticket', () => {
  const pinned = (status: string): RestResponse[] => [
    { status: 202, body: { taskId: '7' } },
    { status: 200, body: { status: 'RUNNING' } },
    { status: 200, body: { status, message: 'The site is being moved.' } },
  ];

  it('is there when Jira says that its task is complete', async () => {
    const requests = jiraAnswers(pinned('COMPLETE'));
    await jiraSite().showPanel('10000', 'responsibility-panel');
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /rest/api/3/forge/panel/action/bulk/async',
      'GET /rest/api/3/task/7',
      'GET /rest/api/3/task/7',
    ]);
  });

  it.each(['FAILED', 'DEAD', 'CANCELLED'])('is refused by a task that ends as %s', async ending => {
    jiraAnswers(pinned(ending));
    const fault: unknown = await jiraSite()
      .showPanel('10000', 'responsibility-panel')
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(jiraSite().reasonOf(fault)).toBe(`Jira's task 7 ended as ${ending}: The site is being moved.`);
  });

  it.each<[string, RestResponse, boolean | undefined]>([
    ['shows', { status: 200, body: { statuses: [{ projectIdOrKey: '10000', pinned: true }] } }, true],
    [
      'does not show',
      { status: 200, body: { statuses: [{ projectIdOrKey: '10000', pinned: false }] } },
      false,
    ],
    [
      'may show: Jira could not look',
      {
        status: 200,
        body: { statuses: [{ projectIdOrKey: '10000', pinned: false, error: 'No such project' }] },
      },
      undefined,
    ],
    ['may show: Jira does not have the operation', { status: 404 }, undefined],
  ])('%s', async (_, answer, shown) => {
    jiraAnswers([answer]);
    expect(await jiraSite().showsPanel('10000', 'responsibility-panel')).toBe(shown);
  });
});

describe('requests that the local Jira does not model', () => {
  it.each<[string, () => Promise<void>, RestResponse]>([
    [
      'the order of options',
      () => jiraSite().orderFieldOptions('customfield_10050', '10060', ['10070', '10071']),
      { status: 204 },
    ],
    [
      'one more grant',
      () =>
        jiraSite().addGrant('10080', {
          permission: 'ADD_COMMENTS',
          holder: { type: 'project role', roleId: '10002' },
        }),
      {
        status: 201,
        body: {
          id: 1,
          permission: 'ADD_COMMENTS',
          holder: { type: 'projectRole', parameter: '10002', value: '10002' },
        },
      },
    ],
  ])('%s are as the official description has them', async (_, write, answer) => {
    const requests = jiraAnswers([answer]);
    await write();
    const [request] = requests;
    if (!request) throw new Error('Nothing was asked.');
    expectOfficial(request, answer);
  });
});
