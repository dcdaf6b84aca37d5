import { describe, expect, it } from '@jest/globals';
import { explainRule } from '../../../src/application/rules/explain-rule';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';

const STANDING = { condition: 'as set up', gates: 'unknown' } as const;
const RULES = { standingOf: () => Promise.resolve(STANDING) };

describe('explainRule', () => {
  it.each(
    WORK_TYPES.flatMap(({ name, transitions }) => transitions.map(transition => [name, transition] as const)),
  )(
    'says of %s who may make each transition, and what each of its gates checks',
    async (name, transition) => {
      const { who, checks } = (await explainRule(RULES, name, transition)) ?? { who: '', checks: [] };
      expect(who).toMatch(/^\S.*\.$/);
      expect(checks).toHaveLength(transition.gates.length);
      for (const sentence of checks) expect(sentence).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('says what the owner gate of a cloud account checks, after the fields that are asked for', async () => {
    const submit = { from: 'Requested', to: 'Awaiting approval' };
    expect(await explainRule(RULES, 'Cloud account request', submit)).toEqual({
      standing: STANDING,
      who: 'Everyone who can edit the ticket.',
      checks: [
        expect.stringContaining('only Remit sets'),
        expect.stringContaining('required field'),
        expect.stringContaining('active owner'),
        expect.stringContaining('responsibility matrix in force'),
      ],
    });
  });

  it('is silent on what is not ours', async () => {
    expect(await explainRule(RULES, 'Bug', { from: 'Open', to: 'Closed' })).toBeUndefined();
    const none = { from: 'Approved', to: 'Provisioned' };
    expect(await explainRule(RULES, 'Access request', none)).toBeUndefined();
  });
});
