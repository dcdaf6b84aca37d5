import { ExpressionError } from './errors.ts';
import type { SourceText } from './source-text.ts';

const escapes: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' },
  ...{ "'": "'", '"': '"', '`': '`', '\\': '\\', $: '$' },
};

/**
 * Reads a quoted text, or a piece of a template: from its opening quote, or from the brace that ended a `${…}`,
 * to its closing quote (read too) or to the next `${` (not read). Escapes are JavaScript's.
 */
export function readString(text: SourceText): string {
  const opened = text.position();
  const quote = text.next === '}' ? '`' : text.next;
  text.skip(1);
  for (let value = ''; ;) {
    if (text.done || (quote !== '`' && text.starts('\n'))) {
      throw new ExpressionError('SYNTAX', `${quote} expected, end of text encountered.`, opened);
    }
    if (text.starts(quote)) {
      text.skip(1);
      return value;
    }
    if (quote === '`' && text.starts('${')) return value;
    value += text.starts('\\') ? readEscape(text) : takeOne(text);
  }
}

function takeOne(text: SourceText): string {
  const character = text.next;
  text.skip(character.length);
  return character;
}

function readEscape(text: SourceText): string {
  const at = text.position();
  text.skip(1);
  const unicode = text.take(/u[0-9a-fA-F]{4}/y);
  if (unicode !== '') return String.fromCharCode(Number.parseInt(unicode.slice(1), 16));
  const letter = takeOne(text);
  const meant = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (meant === undefined) throw new ExpressionError('SYNTAX', `Unknown escape \\${letter}.`, at);
  return meant;
}
