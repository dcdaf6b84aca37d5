import { describe, expect, it } from '@jest/globals';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/catalogue/cloud-account-request';
import {
  statusOf,
  transitionBetween,
  transitionOf,
  WHO_IN_WORDS,
} from '../../../src/domain/work-type/work-type';

describe('who may make a transition', () => {
  it('is said in a sentence of its own for each', () => {
    const sentences = Object.values(WHO_IN_WORDS);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(WHO_IN_WORDS.reworker).toMatch(/whoever created/);
    expect(WHO_IN_WORDS['accountable or performer, never the beneficiary']).toMatch(/unless .* beneficiary/);
  });
});

describe('statusOf, transitionOf and transitionBetween', () => {
  it('find by name, and between statuses', () => {
    expect(statusOf(CLOUD_ACCOUNT_REQUEST, 'Approved').assignTo).toBe('performer');
    expect(transitionBetween(CLOUD_ACCOUNT_REQUEST, 'Approved', 'Requested')?.name).toBe('Rework');
  });

  it.each([
    ['Provisioned', 'Approved'],
    ['Requested', 'Approved'],
    ['Nowhere', 'Requested'],
  ])('there is none from %s to %s', (from, to) => {
    expect(transitionBetween(CLOUD_ACCOUNT_REQUEST, from, to)).toBeUndefined();
  });

  it('refuse names that are none of the work type’s', () => {
    expect(transitionOf(CLOUD_ACCOUNT_REQUEST, 'Grant')).toBeUndefined();
    expect(() => statusOf(CLOUD_ACCOUNT_REQUEST, 'Granted')).toThrow(
      new RangeError('Cloud account request has no status Granted.'),
    );
  });
});
