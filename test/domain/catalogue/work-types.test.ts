import { describe, expect, it } from '@jest/globals';
import { WORK_TYPES, workTypeNamed } from '../../../src/domain/catalogue/work-types';

describe('workTypeNamed', () => {
  it('finds every work type of ours, and no other', () => {
    for (const workType of WORK_TYPES) expect(workTypeNamed(workType.name)).toBe(workType);
    expect(() => workTypeNamed('Bug')).toThrow(new RangeError('Bug is no work type of ours.'));
  });
});

describe('every work type', () => {
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
