import { describe, expect, it } from '@jest/globals';
import { route } from '@forge/api';
import { z } from 'zod';
import type { RestResponse } from '../../../sandbox/seams.ts';
import { callJira, callJiraIfFound, JiraFault, nothing, readAllPages } from '../../../src/adapters/jira/rest';
import { QuotaExceeded } from '../../../src/ports/quota-exceeded';
import { jiraAnswers } from '../../support/jira-answers.ts';

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
    await expect(callJira(myself)).rejects.toBeInstanceOf(QuotaExceeded);
    expect(requests).toHaveLength(1);
  });

  it('says what Jira said when it refuses', async () => {
    jiraAnswers([{ status: 400, body: { errorMessages: ['No.'], errors: { name: 'Taken.' } } }]);
    const fault = await faultOf(callJira(myself));
    expect(fault.message).toBe('GET /rest/api/3/myself was refused with 400: No.; name: Taken.');
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
  });

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
