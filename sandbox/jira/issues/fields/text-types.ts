/** Fields that hold text, numbers and addresses. */
import { richTextObject } from '../../expressions/jira-types.ts';
import { isBlank, isDocument, plainText } from './adf.ts';
import { FieldRefusal, type FieldType } from './field-type.ts';

const SINGLE_LINE_LIMIT = 255;
const PARAGRAPH_LIMIT = 32_767;

function single(read: FieldType['read']): FieldType {
  return {
    list: false,
    operations: ['set'],
    read,
    show: stored => stored,
    describe: stored => ({ id: null, text: String(stored) }),
    express: stored => stored,
    modified: stored => stored,
    searchKind: 'text',
    search: stored => [{ kind: 'text', text: String(stored) }],
  };
}

/** Single-line text: custom text fields and app fields of type string. */
export const text: FieldType = single(input => {
  if (typeof input !== 'string') throw new FieldRefusal('Operation value must be a string');
  if (input.length > SINGLE_LINE_LIMIT) {
    throw new FieldRefusal(
      `The entered text is too long. It exceeds the allowed limit of ${String(SINGLE_LINE_LIMIT)} characters.`,
    );
  }
  return input;
});

export const summary: FieldType = single(input => {
  if (typeof input !== 'string') throw new FieldRefusal('Operation value must be a string');
  if (input.trim() === '') throw new FieldRefusal('You must specify a summary of the issue.');
  if (/[\r\n]/.test(input)) {
    throw new FieldRefusal('The summary is invalid because it contains newline characters.');
  }
  if (input.length > SINGLE_LINE_LIMIT) {
    throw new FieldRefusal(`Summary can't exceed ${String(SINGLE_LINE_LIMIT)} characters.`);
  }
  return input;
});

export const url: FieldType = single(input => {
  if (typeof input !== 'string' || !URL.canParse(input)) throw new FieldRefusal('Not a valid URL');
  return input;
});

export const number: FieldType = {
  ...single(input => {
    if (typeof input !== 'number' || !Number.isFinite(input)) {
      throw new FieldRefusal('Operation value must be a number');
    }
    return input;
  }),
  searchKind: 'number',
  search: stored => (typeof stored === 'number' ? [{ kind: 'number', number: stored }] : []),
};

/** Rich text: descriptions and text areas, kept as Atlassian documents. */
export const paragraph: FieldType = {
  ...single(input => {
    if (!isDocument(input)) {
      throw new FieldRefusal(
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    }
    if (plainText(input).length > PARAGRAPH_LIMIT) {
      throw new FieldRefusal(
        `The entered text is too long. It exceeds the allowed limit of ${String(PARAGRAPH_LIMIT)} characters.`,
      );
    }
    return isBlank(input) ? '' : input;
  }),
  describe: stored => ({ id: null, text: plainText(stored) }),
  express: stored => richTextObject(plainText(stored)),
  search: stored => [{ kind: 'text', text: plainText(stored) }],
};
