import { describe, expect, it } from '@jest/globals';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import {
  statusOf,
  transitionBetween,
  transitionFrom,
  WHO_IN_WORDS,
} from '../../../src/domain/work-type/work-type';

describe('who may make a transition', () => {
  it('is said in a sentence of its own for each', () => {
    const sentences = Object.values(WHO_IN_WORDS);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(WHO_IN_WORDS['creator or accountable']).toMatch(/person who created/);
    expect(WHO_IN_WORDS['accountable or performer, never the beneficiary']).toMatch(/unless .* beneficiary/);
  });
});

describe('statusOf, transitionBetween and transitionFrom', () => {
  it('find by name, between statuses, and by what it does', () => {
    expect(statusOf(CLOUD_ACCOUNT_REQUEST, 'Approved').assignTo).toBe('performer');
    expect(transitionBetween(CLOUD_ACCOUNT_REQUEST, 'Approved', 'Requested')?.name).toBe('Rework');
    expect(transitionFrom(CLOUD_ACCOUNT_REQUEST, 'Approved', 'fulfil')?.name).toBe('Provision');
  });

  it.each([
    ['Provisioned', 'Approved'],
    ['Requested', 'Approved'],
    ['Nowhere', 'Requested'],
  ])('there is none from %s to %s', (from, to) => {
    expect(transitionBetween(CLOUD_ACCOUNT_REQUEST, from, to)).toBeUndefined();
  });

  it('refuse what is none of the work type’s', () => {
    expect(transitionFrom(CLOUD_ACCOUNT_REQUEST, 'Approved', 'revoke')).toBeUndefined();
    expect(transitionFrom(CLOUD_ACCOUNT_REQUEST, 'Requested', 'fulfil')).toBeUndefined();
    expect(() => statusOf(CLOUD_ACCOUNT_REQUEST, 'Granted')).toThrow(
      new RangeError('Cloud account request has no status Granted.'),
    );
  });
});
