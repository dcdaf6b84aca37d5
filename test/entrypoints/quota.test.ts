import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FunctionName } from '../../src/contract/functions';
import { toInstant } from '../../src/domain/shared/instant';
import { askAgain } from '../../src/entrypoints/ask-again';
import type { Ports } from '../../src/entrypoints/ports';
import { quotaExceededIn, secondsToWait } from '../../src/entrypoints/quota';
import { handlersOf } from '../../src/entrypoints/resolvers/handlers';
import { answerCall } from '../../src/entrypoints/resolvers/resolver';
import { createDecideGate } from '../../src/entrypoints/validators/decide-gate';
import { QuotaExceeded } from '../../src/ports/quota-exceeded';

const NOW = toInstant('2026-11-30T14:35:10Z');

let logged: jest.SpiedFunction<typeof console.error>;
beforeEach(() => {
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  logged.mockRestore();
});

/** Whatever asks Jira meets this. */
function portsWith(fault: Error): Ports {
  const fails = () => Promise.reject(fault);
  return {
    clock: { now: () => NOW },
    tickets: { readForTransition: fails },
    permissions: { isJiraAdministrator: fails, canBrowseSpace: fails, browsableTicket: fails },
    configurations: { read: () => Promise.resolve({ projectId: '10000' }) },
  } as unknown as Ports;
}

describe('past the quota of calls', () => {
  it.each<[string, QuotaExceeded, number]>([
    ['as long as Jira says', new QuotaExceeded(90), 90],
    ['until the next full hour, where Jira does not say', new QuotaExceeded(), 1_490],
  ])('one waits %s', (_, fault, seconds) => {
    expect(secondsToWait(fault, NOW)).toBe(seconds);
  });

  it('a gate refuses, and says when to try again', async () => {
    const call = { issue: { key: 'GOV-1' }, transition: { to: { id: '1' } } };
    const answer = (fault: Error) => createDecideGate(portsWith(fault))(call);
    expect(await answer(new QuotaExceeded())).toEqual({
      result: false,
      errorMessage:
        'Jira’s limit for calls by Remit is reached, so the ticket wasn’t moved. Try again at 15:00 UTC.',
    });
    expect((await answer(new QuotaExceeded(60))).errorMessage).toContain('Try again at 14:37 UTC.');
    expect((await answer(new Error('Jira is away.'))).errorMessage).toContain('a fault on our side');
  });

  it.each<[FunctionName, string]>([
    ['settings.get', 'Jira’s limit for calls by Remit is reached. Try again at 15:00 UTC.'],
    [
      'matrix.submit',
      'Jira’s limit for calls by Remit is reached, and this may be partly done. Try again at 15:00 UTC.',
    ],
  ])('%s refuses, and says when to try again', async (functionKey, message) => {
    const ports = portsWith(new QuotaExceeded());
    expect(await answerCall(functionKey, handlersOf(ports), ports, {}, { accountId: 'admin' })).toEqual({
      ok: false,
      code: 'QUOTA_EXCEEDED',
      message,
    });
  });

  it('a job is asked for again when Jira takes calls again, and within a quarter of an hour at the latest', () => {
    const waits = (fault: unknown) => askAgain(fault, NOW).retryOptions.retryAfter;
    expect(waits(new Error('Jira is away.'))).toBe(20);
    expect(waits(new QuotaExceeded(1))).toBe(20);
    expect(waits(new QuotaExceeded(300))).toBe(300);
    expect(waits(new QuotaExceeded())).toBe(900);
  });

  it('is found where it was the cause of another fault, or one of several', () => {
    const fault = new QuotaExceeded(1);
    expect(quotaExceededIn(new Error('failed', { cause: fault }))).toBe(fault);
    expect(quotaExceededIn(new AggregateError([new Error('another'), fault]))).toBe(fault);
    expect(quotaExceededIn(new AggregateError([new Error('another')]))).toBeUndefined();
  });
});
