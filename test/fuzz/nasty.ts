/** Values that no page would send and anyone can. */
import fc from 'fast-check';

/** Texts that have broken parsers, databases, spreadsheets and screens before. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDFFFy',
  '\uFFFD',
  '\uFEFFname',
  '\u202Eevil\u202C',
  '\u200Fمرحبا',
  'e\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  'ſtraße İıİ',
  '=HYPERLINK("http://example.invalid";"x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '@SUM(A1)',
  '-2+3',
  '\t=1',
  "'; DROP TABLE roles; --",
  '" OR 1=1 --',
  '%',
  '_',
  '\\',
  '\\0',
  '`',
  '<script>alert(1)</script>',
  '${7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  'GOV-1?fields=*all',
  'GOV-1/../GOV-2',
  'GOV-1 OR project = GOV',
  'null',
  'undefined',
  'NaN',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  '0',
  '-0',
  '1e309',
  '9007199254740993',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '2026-06-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z',
  'a;b;c',
  ';;;',
  '\r\n',
  '"',
  '""',
  'x'.repeat(65),
  'ä'.repeat(256),
  '𝒳'.repeat(4_001),
];

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  '',
  'id',
  'edit',
  'text',
];
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.1,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
];

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 100_000 }).map(length => 'Z'.repeat(length)) },
);

const leaf = fc.oneof(
  nastyText,
  fc.constantFrom(...NUMBERS),
  fc.constantFrom<unknown>(null, true, false, undefined, [], {}),
);

const deep = fc.integer({ min: 50, max: 2_000 }).map(depth => {
  let nested: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) nested = level % 2 === 0 ? [nested] : { id: nested };
  return nested;
});

/** Anything that travels as JSON. */
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 2, arbitrary: fc.array(leaf, { maxLength: 5 }) },
  { weight: 3, arbitrary: objectOf(leaf) },
  { weight: 2, arbitrary: objectOf(fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), objectOf(leaf))) },
  { weight: 1, arbitrary: deep },
);

/** `Object.fromEntries` makes `__proto__` a property like any other, as `JSON.parse` does. */
function objectOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const key = fc.oneof(fc.constantFrom(...KEYS), nastyText);
  return fc.array(fc.tuple(key, value), { maxLength: 5 }).map(entries => Object.fromEntries(entries));
}

/** A value with one thing in it replaced, left out, added or wrapped. */
export function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const way = fc.constantFrom('replace', 'leave out', 'add', 'wrap', 'as text');
  const path = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(value, way, path, wild, fc.constantFrom(...KEYS))
    .map(([whole, how, at, other, key]) => spoil(whole, how, at, other, key));
}

function spoil(whole: unknown, how: string, at: readonly number[], other: unknown, key: string): unknown {
  const [first = 0, ...rest] = at;
  const entries = isObject(whole) ? Object.entries(whole) : [];
  const chosen = entries[first % Math.max(1, entries.length)];
  if (!chosen) return other;
  if (how === 'add') return Object.fromEntries([...entries, [key, other]]);
  const changed = entries.flatMap(([name, value]): [string, unknown][] => {
    if (name !== chosen[0]) return [[name, value]];
    if (how === 'leave out') return [];
    if (rest.length > 0 && isObject(value)) return [[name, spoil(value, how, rest, other, key)]];
    if (how === 'wrap') return [[name, [value]]];
    return [[name, how === 'as text' ? JSON.stringify(value) : other]];
  });
  return Array.isArray(whole) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
