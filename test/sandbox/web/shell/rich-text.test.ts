import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../../../../sandbox/web/shell/adf/nodes.ts';
import { losesFormatting, toDocument, toPlainText } from '../../../../sandbox/web/shell/adf/plain-text.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const inline = fc.oneof(
  word,
  word.map(each => `**${each}**`),
  word.map(each => `*${each}*`),
  word.map(each => `\`${each}\``),
  word.map(each => `[${each}](https://example.org/${each})`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map(each => each.join(' '));
const lines = fc.array(line, { minLength: 1, maxLength: 3 });
const block = fc.oneof(
  lines.map(each => each.join('\n')),
  lines.map(each => each.map(item => `- ${item}`).join('\n')),
  lines.map(each => each.map((item, index) => `${String(index + 1)}. ${item}`).join('\n')),
  line.map(each => `## ${each}`),
);

describe('rich text in a text area', () => {
  it('reads back as it was typed', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), blocks => {
        const typed = blocks.join('\n\n');
        const document = toDocument(typed);
        expect(toPlainText(document)).toBe(typed);
        expect(losesFormatting(document)).toBe(false);
      }),
    );
  });

  it('keeps any text, whatever marks it seems to have', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        const words = toPlainText(toDocument(typed)).replace(/\s+/g, '');
        expect(words).toBe(typed.replace(/\s+/g, ''));
      }),
    );
  });

  it('is a document with its marks', () => {
    expect(toDocument('One **owner**.')).toEqual({
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'One ' },
            { type: 'text', text: 'owner', marks: [{ type: 'strong' }] },
            { type: 'text', text: '.' },
          ],
        },
      ],
    });
  });

  it('empties the field when it is blank', () => {
    expect(toDocument(' \n ')).toBeNull();
  });

  it.each(['table', 'panel', 'codeBlock', 'mediaSingle'])('says when it cannot show a %s', type => {
    expect(losesFormatting({ type: 'doc', content: [{ type, content: [] }] })).toBe(true);
  });
});

describe('a date in a text', () => {
  it.each([
    ['1798675200000', '2026-12-31'],
    ['', ''],
    ['tomorrow', 'tomorrow'],
    ['1e300', '1e300'],
  ])('of the timestamp %j is shown as %j', (timestamp, shown) => {
    expect(dayOf(timestamp)).toBe(shown);
  });
});
