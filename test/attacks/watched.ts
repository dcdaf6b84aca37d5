/**
 * Loaded by Jest before each file of attacks, for `npm run attacks`: notes for each test what came of what was tried in
 * it, by the answers that its people got, in the file that `REMIT_ATTACKS_SEEN` names.
 */
import { appendFileSync } from 'node:fs';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { TestSandbox, type Answer } from '../support/sandbox-client.ts';
import { outcomeOf, type Seen } from './outcome.ts';

const file = process.env['REMIT_ATTACKS_SEEN'];
if (file === undefined) throw new Error('REMIT_ATTACKS_SEEN names no file.');

let answers: Answer[] = [];
const request = TestSandbox.prototype.request;
TestSandbox.prototype.request = async function (...asked) {
  const answer = await request.apply(this, asked);
  answers.push(answer);
  return answer;
};

beforeEach(() => {
  answers = [];
});
afterEach(() => {
  const { currentTestName = '', testPath = '' } = expect.getState();
  const seen: Seen = { test: currentTestName, file: testPath, outcome: outcomeOf(answers) };
  appendFileSync(file, `${JSON.stringify(seen)}\n`);
});
