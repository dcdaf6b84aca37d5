import api, { route } from '@forge/api';
import { InvocationError, InvocationErrorCode, type AsyncEvent } from '@forge/events';

/** Tells the test, through the fake Jira, what a function was given. Resolves to what the fake Jira has the function answer. */
async function tell(what: string, body: unknown): Promise<unknown> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await api.asApp().requestJira(route`/told/${what}`, init);
  return ((await response.json()) as { answer?: unknown }).answer;
}

export async function validator(payload: { issue: { key: string } }, context: unknown): Promise<unknown> {
  await tell('validator', { payload, context, now: Date.now() });
  if (payload.issue.key === 'GOV-500') throw new Error('the validator broke');
  return payload.issue.key === 'GOV-1' ? { result: true } : { result: false, errorMessage: 'Only GOV-1.' };
}

type IssueEvent = { retryContext?: { retryCount: number }; ask?: string };

export async function onIssue(event: IssueEvent, context: unknown): Promise<unknown> {
  await tell('trigger', { event, context });
  if (event.ask === 'throw') throw new Error('the trigger broke');
  if (event.ask === 'hang') await new Promise(() => undefined);
  if (event.ask !== 'retry') return undefined;
  return new InvocationError({
    retryAfter: 30,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: { seen: event.retryContext?.retryCount ?? 0 },
  });
}

export async function onLifeCycle(event: unknown): Promise<void> {
  await tell('life-cycle', event);
}

export async function consume(event: AsyncEvent, context: unknown): Promise<unknown> {
  await tell('consumer-start', { event, context });
  const { ask, until } = event.body as { ask?: string; until?: number };
  const done = (event.retryContext?.retryCount ?? 0) >= (until ?? 1);
  if (ask === 'slow') await new Promise(resolve => setTimeout(resolve, 60));
  await tell('consumer-end', { eventId: (event as unknown as { eventId: string }).eventId });
  if (ask === 'throw' && !done) throw new Error('the consumer broke');
  if (ask === 'retry' && !done) {
    return new InvocationError({
      retryAfter: 60,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
      retryData: 'later',
    });
  }
  return undefined;
}

export async function sweep(request: unknown, context: unknown): Promise<unknown> {
  return tell('scheduled', { request, context, now: Date.now() });
}
