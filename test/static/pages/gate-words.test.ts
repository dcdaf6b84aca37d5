import { describe, expect, it } from '@jest/globals';
import { checksOf, GATES_OF, peopleWhoMay, WHO_MAY } from '../../../src/contract/gate-words';
import { WORK_TYPES } from '../../../src/domain/work-type/work-types';

describe('what the workflow editor says of a gate', () => {
  it('is what the work types have, transition by transition', () => {
    const ofDomain = WORK_TYPES.map(({ name, transitions }) => [
      name,
      Object.fromEntries(
        transitions
          .filter(({ gates }) => gates.length > 0)
          .map(transition => [transition.name, transition.gates]),
      ),
    ]);
    expect(GATES_OF).toEqual(Object.fromEntries(ofDomain));
  });

  it('names who may make each transition, as the work types have it', () => {
    const ofDomain = WORK_TYPES.map(({ name, transitions }) => [
      name,
      Object.fromEntries(transitions.map(transition => [transition.name, transition.who])),
    ]);
    expect(WHO_MAY).toEqual(Object.fromEntries(ofDomain));
    expect(peopleWhoMay('Access request', 'Rework')).toEqual([
      'The person in the field Accountable.',
      'Once it is approved, also whoever created the ticket.',
    ]);
    expect(peopleWhoMay('Access request', 'Provision')).toBeNull();
  });

  it('has a sentence for each gate', () => {
    expect(checksOf('Cloud account request', 'Submit')).toEqual([
      expect.stringContaining('Remit alone writes'),
      expect.stringContaining('asked for'),
      expect.stringContaining('owner of the account'),
      expect.stringContaining('responsibility matrix in force'),
    ]);
  });

  it('is nothing for what is not ours', () => {
    expect(checksOf('Bug', 'Close')).toBeNull();
    expect(checksOf('Access request', 'Withdraw')).toBeNull();
  });
});
