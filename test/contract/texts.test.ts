import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { evidenceCursor } from '../../src/contract/evidence';
import { FUNCTIONS } from '../../src/contract/functions';
import { requiredText, typedText } from '../../src/contract/text';
import { holderLine, roleLine, serviceLine } from '../../src/application/registers/register-lines';

describe('typedText', () => {
  it.each([
    ['as it was typed, less what can’t be seen', 'a\u200Bb\u00A0C', 'ab\u00A0C'],
    ['without white space around it', '\u00A0\u200B a\u2003', 'a'],
    ['though the characters it leaves out are many', `${'\u200B'.repeat(100)}abc`, 'abc'],
    ['at its longest', 'x'.repeat(20), 'x'.repeat(20)],
  ])('takes text %s', (_, typed, kept) => {
    expect(typedText(20).parse(typed)).toBe(kept);
  });

  it.each(['x'.repeat(21), 'ﷺ'.repeat(2), 'e\u0301'.repeat(20), 'ﬃ'.repeat(7)])(
    'refuses what is longer, as it is kept or as it is compared, and says so once (%s)',
    typed => {
      const { error } = typedText(20).safeParse(typed);
      expect(error?.issues.map(({ message }) => message)).toEqual(['Longer than 20 characters.']);
    },
  );
});

describe('requiredText', () => {
  it.each(['', ' ', '\u200B', '\u3164', '\u2800', '\u202E\u202C'])(
    'refuses what says nothing (%j)',
    typed => {
      expect(requiredText(20).safeParse(typed).success).toBe(false);
    },
  );

  it.each(['a', '\u200Ba', '-', '中'])('takes what says something (%j)', typed => {
    expect(requiredText(20).safeParse(typed).success).toBe(true);
  });
});

/** Every text of a request, with where it stands. */
function textsIn(schema: z.core.$ZodType, path: string): [string, z.ZodString][] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return textsIn(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return textsIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => textsIn(option, path));
  if (schema instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, inner]) =>
      textsIn(inner, `${path}.${name}`),
    );
  return schema instanceof z.ZodString && schema !== evidenceCursor ? [[path, schema]] : [];
}

const REQUESTS = Object.entries(FUNCTIONS).flatMap(([name, { request }]) => textsIn(request, name));
const LINES = Object.entries({ roles: roleLine, services: serviceLine, holders: holderLine }).flatMap(
  ([name, line]) => textsIn(line, name),
);

/** A file, each of whose cells is a text of its own; and a key of Jira’s, in which no other character is taken. */
const OTHERS = ['register.import.csv', 'route.explain.issueKey'];

describe('every text that comes in', () => {
  const texts = [...REQUESTS, ...LINES].filter(([path]) => !OTHERS.includes(path));

  it('is found by this test', () => {
    expect(texts.length).toBeGreaterThan(40);
  });

  it.each(texts)(
    '%s is one of this family: what can’t be seen is taken off before anything is checked',
    (_, schema) => {
      const accepted = ['a', '1', 'GOV-1'].find(text => schema.safeParse(text).success) ?? '';
      expect(schema.parse(`\u200B${accepted}\u202E`)).toBe(accepted);
      expect(schema.safeParse('ﷺ'.repeat(schema.maxLength ?? 1)).success).toBe(false);
      expect(schema.maxLength).not.toBeNull();
    },
  );
});
