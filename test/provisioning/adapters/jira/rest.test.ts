import { describe, expect, it } from '@jest/globals';
import { route } from '@forge/api';
import { z } from 'zod';
import type { RestRequest, RestResponse } from '../../../../sandbox/seams.ts';
import { jiraSite } from '../../../../src/provisioning/adapters/jira/jira-site';
import {
  callJira,
  callJiraIfFound,
  JiraFault,
  nothing,
  readAllPages,
} from '../../../../src/adapters/jira/rest';
import { expectOfficial } from '../../../support/jira-oracle.ts';
import { enterInvocation } from '../../../support/forge-invocation.ts';

/** Jira gives these answers, one after the other. */
function jiraAnswers(answers: readonly (RestResponse | Error)[], remainingTime = 25_000): RestRequest[] {
  const requests: RestRequest[] = [];
  enterInvocation({
    appId: 'app',
    environmentId: 'environment',
    appAccount: 'app-account',
    caller: 'admin',
    scopes: [],
    remainingTime: () => remainingTime,
    answer(request) {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) return Promise.reject(new Error('No one expected this call.'));
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return requests;
}

const myself = {
  method: 'GET',
  route: route`/rest/api/3/myself`,
  answer: z.object({ accountId: z.string() }),
} as const;
const ada: RestResponse = { status: 200, body: { accountId: 'ada', more: 'than is read' } };
const tooMany = (seconds: string): RestResponse => ({ status: 429, headers: { 'Retry-After': seconds } });

async function faultOf(work: Promise<unknown>): Promise<JiraFault> {
  const fault: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof JiraFault)) throw new Error(`Not a fault of Jira: ${String(fault)}`);
  return fault;
}

describe('a call of Jira', () => {
  it('reads what it asked for', async () => {
    jiraAnswers([ada]);
    expect(await callJira(myself)).toEqual({ accountId: 'ada' });
  });

  it('is the app’s own, or the person’s when asked to be', async () => {
    const requests = jiraAnswers([ada, ada]);
    await callJira(myself);
    await callJira({ ...myself, as: 'user' });
    expect(requests.map(({ identity }) => identity.kind)).toEqual(['app', 'user']);
  });

  it('waits as long as Jira says, and then has its answer', async () => {
    const requests = jiraAnswers([tooMany('0.05'), tooMany('0.05'), ada]);
    const begin = Date.now();
    expect(await callJira(myself)).toEqual({ accountId: 'ada' });
    expect(Date.now() - begin).toBeGreaterThanOrEqual(95);
    expect(requests).toHaveLength(3);
  });

  it('does not wait longer than the invocation has time', async () => {
    const requests = jiraAnswers([tooMany('5'), ada], 7_000);
    expect((await faultOf(callJira(myself))).status).toBe(429);
    expect(requests).toHaveLength(1);
  });

  it('says what Jira said when it refuses', async () => {
    jiraAnswers([{ status: 400, body: { errorMessages: ['No.'], errors: { name: 'Taken.' } } }]);
    const fault = await faultOf(callJira(myself));
    expect(fault.message).toBe('GET /rest/api/3/myself was refused with 400: No.; name: Taken.');
    expect(jiraSite().reasonOf(fault)).toBe(fault.message);
  });

  it.each<[string, RestResponse | Error, number | null]>([
    ['an answer of another shape', { status: 200, body: { accountId: 7 } }, 200],
    ['no connection', new Error('ECONNRESET'), null],
    [
      'a refusal to know the person',
      { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } },
      null,
    ],
  ])('is a fault with its cause: %s', async (_, answer, status) => {
    jiraAnswers([answer]);
    const fault = await faultOf(callJira(myself));
    expect({ status: fault.status, cause: fault.cause instanceof Error }).toEqual({ status, cause: true });
    expect(jiraSite().reasonOf(fault)).toBeUndefined();
  });

  it.each([429, 500, 503])(
    'with the status %i is no refusal that an administrator could clear',
    async status => {
      jiraAnswers([{ status }], 0);
      expect(jiraSite().reasonOf(await faultOf(callJira(myself)))).toBeUndefined();
    },
  );

  it('may find nothing, but not fail otherwise', async () => {
    jiraAnswers([{ status: 404 }, { status: 403 }]);
    expect(await callJiraIfFound(myself)).toBeUndefined();
    await expect(callJiraIfFound(myself)).rejects.toThrow('403');
  });

  it('needs no body in an answer that is not read', async () => {
    jiraAnswers([{ status: 204 }]);
    const call = { method: 'PUT', route: route`/rest/api/3/x`, body: {}, answer: nothing } as const;
    await expect(callJira(call)).resolves.toBeUndefined();
  });
});

describe('pages', () => {
  const read = () => readAllPages(startAt => route`/rest/api/3/things?startAt=${startAt}`, z.number());

  it('are read to the last', async () => {
    const requests = jiraAnswers([
      { status: 200, body: { isLast: false, values: [1, 2] } },
      { status: 200, body: { isLast: false, values: [3] } },
      { status: 200, body: { isLast: true, values: [4] } },
    ]);
    expect(await read()).toEqual([1, 2, 3, 4]);
    expect(requests.map(({ path }) => path.split('startAt=')[1])).toEqual(['0', '2', '3']);
  });

  it('end with an empty one, whatever it says', async () => {
    jiraAnswers([{ status: 200, body: { isLast: false, values: [] } }]);
    expect(await read()).toEqual([]);
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
