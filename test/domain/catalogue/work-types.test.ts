import { describe, expect, it } from '@jest/globals';
import { WORK_TYPES, workTypeNamed } from '../../../src/domain/catalogue/work-types';

describe('workTypeNamed', () => {
  it('finds every work type of ours, and no other', () => {
    for (const workType of WORK_TYPES) expect(workTypeNamed(workType.name)).toBe(workType);
    expect(() => workTypeNamed('Bug')).toThrow(new RangeError('Bug is no work type of ours.'));
  });
});
