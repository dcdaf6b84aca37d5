import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The examples of the page, each with the file that its first line names. */
const EXAMPLES = [...read('docs/adding-a-gate.md').matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)].map(
  ([, path = '', code = '']) => ({ path, code }),
);

/** Layout aside: formatting may break a line elsewhere in a document. */
const inOneLine = (code: string) => code.replaceAll(/\s+/g, ' ').trim();

describe('the page that shows how a gate is added', () => {
  it('has an example of the code, its words, the gate and its place', () => {
    expect([...new Set(EXAMPLES.map(({ path }) => path))]).toHaveLength(4);
  });

  it.each(EXAMPLES)('shows $path as it is', ({ path, code }) => {
    expect(inOneLine(read(path))).toContain(inOneLine(code));
  });
});
