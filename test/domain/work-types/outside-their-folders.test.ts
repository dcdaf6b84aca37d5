import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const SRC = join(ROOT, 'src');
const RULES = join(SRC, 'domain', 'work-types');
const READINGS = join(SRC, 'application', 'work-types');

/**
 * All that a work type with a subject of its own may touch outside its folders: the list of kinds, how their subjects are
 * read, and what its gates refuse, with the words for it. What it puts on record, what its register is told and what it
 * asks of the statement that decisions read are its own; the throw-away house rule adds these without any file of `src`.
 */
const LISTS = ['src/application/work-types/kinds-in-use.ts', 'src/domain/work-types/work-types.ts'];
const REFUSALS = ['src/domain/decision/refusal-facts.ts', 'src/domain/decision/refusal.ts'];

/** What people do with the register of a subject, on pages of their own. */
const USE_CASES = ['src/application/cloud-accounts/', 'src/application/matrix/'];

const TYPES = readdirSync(RULES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

const SOURCES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => join(SRC, path));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => resolve(dirname(file), path ?? ''));
}

const isIn = (file: string, folder: string) => file.startsWith(`${folder}/`);

/** The files outside of a work type's folders that know something in them. */
function knowing(type: string): string[] {
  const folders = [join(RULES, type), join(READINGS, type)];
  const isOwn = (file: string) => folders.some(folder => isIn(file, folder));
  return SOURCES.filter(file => !isOwn(file) && importsOf(file).some(isOwn))
    .map(file => relative(ROOT, file))
    .filter(file => !USE_CASES.some(folder => file.startsWith(folder)))
    .sort();
}

describe('a work type touches at most four files outside its folders', () => {
  it('which are lists, and what gates refuse', () => {
    expect([...LISTS, ...REFUSALS]).toHaveLength(4);
    expect(TYPES).toContain('cloud-account-request');
  });

  it.each(TYPES)('%s is known to nothing but the lists', type => {
    expect(LISTS).toEqual(expect.arrayContaining(knowing(type)));
    expect(knowing(type)).toContain('src/domain/work-types/work-types.ts');
  });

  it('and nothing of it knows another', () => {
    const others = TYPES.flatMap(type => knowing(type).filter(file => /work-types\/[^/]+\//.test(file)));
    expect(others).toEqual([]);
  });
});
