import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  anythingWithPeople,
  fieldsWithPeople,
  person,
  withPeople,
} from '../../../src/domain/evidence/person';

const facts = z.strictObject({
  owner: person(),
  to: person().nullable(),
  others: z.array(person()).readonly(),
  fields: fieldsWithPeople(field => field === 'accountOwner'),
  why: z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('STALE'), now: person() }),
    z.strictObject({ code: z.literal('OTHER'), now: z.string() }),
  ]),
  found: anythingWithPeople(),
});
const [APP, UUID, OLD] = [
  '712020:6f1d0c3e-94b7-4d52-a8e1-0b7c5d2f9a41',
  '6f1d0c3e-94b7-4d52-a8e1-0b7c5d2f9a41',
  '5b10a2844c20165700ede21g',
];
const told = {
  owner: 'hanna',
  to: null,
  others: ['ravi', 'hanna'],
  fields: { accountOwner: 'ravi', environment: 'ravi', billingOwner: null },
  why: { code: 'STALE' as const, now: 'noor' },
  found: {
    rules: [
      { id: UUID, expression: `user.accountId == "${APP}"`, people: `${APP},5b10a2844c20165700ede21a` },
    ],
    nothing: null,
    times: 3,
  },
};

describe('facts that name people', () => {
  const recorded = withPeople(facts.parse(told), account => `<${account}>`);

  it('name them by pseudonyms wherever they are named, and change nothing else', () => {
    expect(recorded).toEqual({
      owner: '<hanna>',
      to: null,
      others: ['<ravi>', '<hanna>'],
      fields: { accountOwner: '<ravi>', environment: 'ravi', billingOwner: null },
      why: { code: 'STALE', now: '<noor>' },
      found: {
        rules: [
          {
            id: UUID,
            expression: `user.accountId == "<${APP}>"`,
            people: `<${APP}>,<5b10a2844c20165700ede21a>`,
          },
        ],
        nothing: null,
        times: 3,
      },
    });
  });

  it('leave a text alone in another variant, and what only looks like an account', () => {
    const other = { ...told, why: { code: 'OTHER' as const, now: 'noor' }, found: OLD };
    expect(withPeople(facts.parse(other), account => `<${account}>`)).toMatchObject({
      why: { now: 'noor' },
      found: OLD,
    });
  });

  it('come back as they were told', () => {
    const back = withPeople(facts.parse(recorded), pseudonym => pseudonym.replaceAll(/[<>]/g, ''));
    expect({ ...back, found: null }).toEqual({ ...told, found: null });
  });

  it('are refused where someone is no one', () => {
    expect(facts.safeParse({ ...told, owner: '' }).success).toBe(false);
    expect(facts.safeParse({ ...told, owner: 7 }).success).toBe(false);
  });
});
