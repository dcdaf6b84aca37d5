import type { RestRequest, RestResponse } from '../../sandbox/seams.ts';
import { answerCalls } from './forge-invocation.ts';

/** Jira gives these answers, one after the other. */
export function jiraAnswers(
  answers: readonly (RestResponse | Error)[],
  remainingTime = 25_000,
): RestRequest[] {
  const requests: RestRequest[] = [];
  answerCalls(
    request => {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) return Promise.reject(new Error('No one expected this call.'));
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    () => remainingTime,
  );
  return requests;
}
