import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { gateRefusalFacts } from '../../src/domain/decision/refusal-facts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const REQUIREMENTS = read('docs/requirements.md');

/** Files and folders of the repository that a document names as code. */
function pathsIn(document: string): string[] {
  const named = document.matchAll(/`((?:src|static|sandbox|test|tools|docs|bench)\/[^`\s]+)`/g);
  return [...new Set([...named].map(([, path = '']) => path))];
}

/** The cells of a row that begins with a code of a gate. */
function rowOf(code: string): string[] | undefined {
  const row = REQUIREMENTS.split('\n').find(line => line.startsWith(`| \`${code}\` `));
  return row?.split('|').map(cell => cell.trim());
}

/** Every code in the closed sets of refusals that a gate can answer with. */
const CODES = gateRefusalFacts.options.map(({ shape }) => shape.code.value);

describe('the table of requirements', () => {
  it('names files that exist', () => {
    const paths = pathsIn(REQUIREMENTS);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(CODES)('says what refuses with %s, and which test proves it or that none does yet', code => {
    const [, , servedBy = '', provedBy = ''] = rowOf(code) ?? [];
    const speaking = (cell: string) => pathsIn(cell).filter(path => read(path).includes(code));
    expect(speaking(servedBy)).not.toEqual([]);
    if (provedBy !== 'not yet') expect(speaking(provedBy)).toEqual([expect.stringMatching(/\.test\.ts$/)]);
  });

  it('lists no refusal that no gate answers with', () => {
    const listed = [...REQUIREMENTS.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code = '']) => code);
    expect([...listed].sort()).toEqual([...CODES].sort());
  });
});

/** Every page that people read. */
const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs')).flatMap(name => (name.endsWith('.md') ? `docs/${name}` : [])),
];

describe.each(DOCUMENTS)('%s', document => {
  it('links to files that exist', () => {
    const folder = join(ROOT, document, '..');
    const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter(link => !existsSync(join(folder, link)))).toEqual([]);
  });

  it('names files and folders that exist', () => {
    expect(pathsIn(read(document)).filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
