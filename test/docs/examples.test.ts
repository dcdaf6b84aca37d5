import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The examples of a page, each with the file that its first line names. */
function examplesOf(page: string) {
  return [...read(page).matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)].map(([, path = '', code = '']) => ({
    path,
    code,
  }));
}

/** Layout aside: formatting may break a line elsewhere in a document. */
const inOneLine = (code: string) => code.replaceAll(/\s+/g, ' ').trim();

describe.each([
  ['docs/adding-a-gate.md', 4],
  ['docs/adding-a-work-type.md', 4],
])('the page %s', (page, places) => {
  const examples = examplesOf(page);

  it('has an example for each place that is touched', () => {
    expect([...new Set(examples.map(({ path }) => path))]).toHaveLength(places);
  });

  it.each(examples)('shows $path as it is', ({ path, code }) => {
    expect(inOneLine(read(path))).toContain(inOneLine(code));
  });
});
