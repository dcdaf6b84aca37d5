import { describe, expect, it } from '@jest/globals';
import { nextSteps, standingOf } from '../../../static/src/panels/responsibility/next-steps';
import { step } from '../preview/explanations.ts';

const names = (steps: { name: string }[]) => steps.map(({ name }) => name);

describe('the next steps of a ticket', () => {
  it('begin with the one that leads on, wherever it stands in the workflow', () => {
    const { main, yours, theirs } = nextSteps([
      step('Rework', { youMay: false }),
      step('Provision'),
      step('Withdraw'),
    ]);
    expect(main?.name).toBe('Provision');
    expect(names(yours)).toEqual(['Withdraw']);
    expect(names(theirs)).toEqual(['Rework']);
  });

  it('have no main one when every step leads back', () => {
    expect(nextSteps([step('Withdraw')]).main).toBeNull();
  });

  it.each([
    ['ready', step('Submit')],
    ['lacking', step('Submit', { lacks: [{ code: 'OWNER_NOT_NAMED', message: 'Name the owner.' }] })],
    ['for others', step('Submit', { youMay: false })],
  ])('are %s to the reader', (standing, transition) => {
    expect(standingOf(transition)).toBe(standing);
  });
});
