import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../../src/contract/reply.ts';
import type { SetUpProgress, SetUpStep } from '../../../src/contract/set-up.ts';
import { progressOf, runSetUp, type Run } from '../../../static/src/panels/set-up/run-set-up';
import { byConcern, stepsDuring } from '../../../static/src/panels/set-up/steps-during';

const step = (key: string) => ({ key, title: `Step ${key}`, changes: [`made ${key}`] });
const did = (key: string, remaining: number): Reply<SetUpProgress> => ({
  ok: true,
  data: { step: step(key), done: remaining === 0, remaining },
});

/** Runs set-up against these answers and returns all that was told. */
async function told(
  answers: (Reply<SetUpProgress> | Error)[],
  before: Run = { state: 'not started' },
): Promise<Run[]> {
  const runs: Run[] = [];
  const left = [...answers];
  await runSetUp(
    () => {
      const answer = left.shift();
      if (!answer || answer instanceof Error) return Promise.reject(answer ?? new Error('asked too often'));
      return Promise.resolve(answer);
    },
    run => runs.push(run),
    before,
  );
  expect(left).toEqual([]);
  return runs;
}

describe('a run of set-up', () => {
  it('does one step after the other until it is done', async () => {
    const runs = await told([did('a', 1), did('b', 0)]);
    expect(runs.map(progressOf)).toEqual([0, 0.5, 1]);
    expect(runs.at(-1)).toEqual({ state: 'done', finished: [step('a'), step('b')] });
  });

  it('is done at once when there is nothing to do', async () => {
    const runs = await told([{ ok: true, data: { step: null, done: true, remaining: 0 } }]);
    expect(runs.at(-1)).toEqual({ state: 'done', finished: [] });
  });

  it.each([
    ['a refusal', { ok: false as const, code: 'JIRA_REFUSED', message: 'Jira refused.' }, 'Jira refused.'],
    [
      'no answer',
      new Error('timed out'),
      'Remit didn’t answer. What was done is kept. Choose Continue to go on.',
    ],
    [
      'a step that does nothing',
      { ok: true as const, data: { step: null, done: false, remaining: 1 } },
      'Set-up stopped before it was complete. Preview the changes, then continue.',
    ],
  ])('stops at %s, says so, and keeps what was done', async (_, answer, message) => {
    const runs = await told([did('a', 1), answer]);
    expect(runs.at(-1)).toEqual({ state: 'stopped', finished: [step('a')], remaining: 1, message });
  });

  it('stops when it writes the same again: it had no effect', async () => {
    const runs = await told([did('a', 1), did('a', 1)]);
    expect(runs.at(-1)).toMatchObject({ state: 'stopped', message: expect.stringContaining('no effect') });
  });

  it('continues where it stopped', async () => {
    const stopped: Run = { state: 'stopped', finished: [step('a')], remaining: 1, message: 'Jira refused.' };
    const runs = await told([did('b', 0)], stopped);
    expect(runs[0]).toEqual({ state: 'running', finished: [step('a')], remaining: 1 });
    expect(runs.at(-1)).toEqual({ state: 'done', finished: [step('a'), step('b')] });
  });
});

describe('the steps during a run', () => {
  const steps: SetUpStep[] = [
    { key: 'a', title: 'A', state: 'done' },
    { key: 'b', title: 'B', state: 'drifted' },
    { key: 'c', title: 'C', state: 'pending' },
  ];
  const standings = (run: Run) => stepsDuring(steps, run).map(({ standing }) => standing);

  it.each<[string, Run, string[]]>([
    ['before it', { state: 'not started' }, ['done', 'drifted', 'pending']],
    ['at its beginning', { state: 'running', finished: [], remaining: null }, ['done', 'working', 'pending']],
    ['further on', { state: 'running', finished: [step('b')], remaining: 1 }, ['done', 'done', 'working']],
    [
      'when it has stopped',
      { state: 'stopped', finished: [step('b')], remaining: 1, message: '' },
      ['done', 'done', 'stopped'],
    ],
    ['after it', { state: 'done', finished: [step('b'), step('c')] }, ['done', 'done', 'done']],
  ])('stand as they are %s', (_, run, expected) => {
    expect(standings(run)).toEqual(expected);
  });

  it('show what a finished step has written in place of what was planned', () => {
    const planned = steps.map(each => ({ ...each, changes: ['planned'] }));
    const shown = stepsDuring(planned, { state: 'running', finished: [step('b')], remaining: 1 });
    expect(shown.map(({ changes }) => changes)).toEqual([['planned'], ['made b'], ['planned']]);
  });

  it('keep what set-up leaves as it is', () => {
    const noticed = steps.map(each => ({ ...each, notices: [`seen at ${each.key}`] }));
    const shown = stepsDuring(noticed, { state: 'running', finished: [step('b')], remaining: 1 });
    expect(shown.map(({ notices }) => notices)).toEqual([['seen at a'], ['seen at b'], ['seen at c']]);
  });
});

describe('the steps that are shown first', () => {
  const steps: SetUpStep[] = [
    { key: 'a', title: 'A', state: 'done' },
    { key: 'b', title: 'B', state: 'drifted' },
    { key: 'c', title: 'C', state: 'pending' },
  ];
  const keysToShow = (run: Run, notices: Record<string, string[]> = {}) =>
    byConcern(
      stepsDuring(
        steps.map(each => ({ ...each, notices: notices[each.key] ?? [] })),
        run,
      ),
      run,
    ).toShow.map(({ key }) => key);

  it('are those with something to do', () => {
    expect(keysToShow({ state: 'not started' })).toEqual(['b', 'c']);
  });

  it('are also those with something to be judged', () => {
    expect(keysToShow({ state: 'not started' }, { a: ['seen'] })).toEqual(['a', 'b', 'c']);
  });

  it('keep what a run has done until it has ended, and none of it then', () => {
    expect(keysToShow({ state: 'running', finished: [step('b')], remaining: 1 })).toEqual(['b', 'c']);
    expect(keysToShow({ state: 'done', finished: [step('b'), step('c')] })).toEqual([]);
  });

  it('leave nothing out: the others were done before', () => {
    const run: Run = { state: 'not started' };
    const { toShow, doneBefore } = byConcern(stepsDuring(steps, run), run);
    expect([...toShow, ...doneBefore].map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
    expect(doneBefore.map(({ standing }) => standing)).toEqual(['done']);
  });
});
