import { describe, expect, it } from '@jest/globals';
import { resolve } from '../../../src/domain/responsibility/resolve';
import {
  aDeputy,
  aHolder,
  APP,
  APP_ROLE,
  CLOUD,
  everybodyBut,
  HOLDERS,
  NOW,
  PROVIDER_ROLE,
  SECOPS,
} from '../../support/builders/company';
import { aResponsibility, anAllocation, ASSETS, PROVISIONING } from '../../support/builders/matrix';

type Excluded = readonly string[];

const question = (excluded: Excluded = [], overrides: Partial<Parameters<typeof resolve>[0]> = {}) => ({
  domain: ASSETS,
  activity: PROVISIONING,
  service: 'AWS',
  at: NOW,
  excluded: new Set(excluded),
  ...overrides,
});

describe('the performer of a route', () => {
  const performerOf = (responsible: string[], overrides: Parameters<typeof anAllocation>[0] = {}) => {
    const rows = [aResponsibility({ responsible })];
    const route = resolve(question(), anAllocation({ rows, ...overrides }));
    return route.ok ? route.value.performer : undefined;
  };

  it.each([
    ['the holder of the first role that performs', [APP_ROLE, 'ciso'], APP],
    ['of the first internal one: a provider has no account here', [PROVIDER_ROLE, APP_ROLE], APP],
    ['the accountable person when only the provider performs', [PROVIDER_ROLE], CLOUD],
    ['the accountable person when no one performs', [], CLOUD],
  ])('is %s', (_, responsible, expected) => {
    expect(performerOf(responsible)).toBe(expected);
  });

  it('is the accountable person while the performing role is vacant, and not the person who comes second', () => {
    expect(performerOf([APP_ROLE, 'ciso'], { accounts: everybodyBut(APP) })).toBe(CLOUD);
  });

  it('is the next of its role, or the accountable person, where someone may not carry it out', () => {
    const deputy = aDeputy({ role: APP_ROLE, accountId: SECOPS });
    const performer = (holders: readonly ReturnType<typeof aHolder>[]) =>
      resolve(question([], { mayNotPerform: new Set([APP]) }), anAllocation({ holders }));
    expect(performer([...HOLDERS, deputy])).toMatchObject({ value: { performer: SECOPS } });
    expect(performer(HOLDERS)).toMatchObject({ value: { performer: CLOUD } });
  });

  it('may be someone who is excluded from deciding: carrying out is not deciding', () => {
    const route = resolve(question([APP]), anAllocation());
    expect(route).toMatchObject({ value: { accountable: CLOUD, performer: APP } });
  });
});
