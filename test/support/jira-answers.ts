import type { RestRequest, RestResponse } from '../../sandbox/seams.ts';
import { enterInvocation } from './forge-invocation.ts';

/** Jira gives these answers, one after the other. */
export function jiraAnswers(
  answers: readonly (RestResponse | Error)[],
  remainingTime = 25_000,
): RestRequest[] {
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
