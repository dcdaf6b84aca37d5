import { describe, expect, it } from '@jest/globals';
import { KINDS_IN_USE } from '../../../src/application/work-types/kinds-in-use';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';

describe('the kinds in use', () => {
  it('finds every work type of ours, and no other', () => {
    for (const workType of WORK_TYPES) expect(KINDS_IN_USE.named(workType.name).workType).toBe(workType);
    expect(() => KINDS_IN_USE.named('Bug')).toThrow(new RangeError('Bug is no work type of ours.'));
  });
});

describe('every work type', () => {
  it.each(WORK_TYPES)('$name has no two transitions between the same statuses', type => {
    const targets = type.transitions.map(({ from, to }) => `${from} → ${to}`);
    expect(new Set(targets).size).toBe(targets.length);
  });
  it.each(WORK_TYPES)(
    '$name has transitions of one meaning to each status: a status tells what was meant',
    type => {
      const targets = new Set(type.transitions.map(({ to }) => to));
      const meanings = new Set(type.transitions.map(({ to, means }) => `${to}: ${means}`));
      expect(meanings.size).toBe(targets.size);
    },
  );

  it('has gates that each say in a sentence what they check', () => {
    const gates = new Set(WORK_TYPES.flatMap(({ transitions }) => transitions.flatMap(one => one.gates)));
    const sentences = [...gates].map(({ checks }) => checks);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{30,}\.$/);
    expect(new Set(sentences).size).toBe(gates.size);
  });
});
