import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { auditOfWhatShips, registryThatKnows } from './npm-audit.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** The packages whose code is in the bundles: the rows of the document that is made from them. */
const shipped = [
  ...readFileSync(join(ROOT, 'docs', 'licences.md'), 'utf8').matchAll(/^\| (\S+) +\| (\d\S*) /gm),
].map(([, name = '', version = '']) => ({ name, version }));

const answer = await auditOfWhatShips(ROOT);

describe('known weaknesses of what ships', () => {
  if (answer.verdict === 'unanswered') {
    it.skip(`need a registry that answers for advisories: ${answer.reason}`, () => undefined);
  } else {
    it('there are none', () => {
      expect(answer.weaknesses).toEqual([]);
    });
  }

  it('are asked for, for every package whose code ships, in the version that ships', async () => {
    await using registry = await registryThatKnows({});
    await auditOfWhatShips(ROOT, registry.url);
    expect(shipped.length).toBeGreaterThan(50);
    const asked = registry.asked();
    expect(shipped.filter(({ name, version }) => !asked[name]?.includes(version))).toEqual([]);
  });

  it('would be told', async () => {
    await using registry = await registryThatKnows({ zod: 'high' });
    expect(await auditOfWhatShips(ROOT, registry.url)).toEqual({
      verdict: 'answered',
      weaknesses: ['zod: high'],
    });
  });

  it('of what only builds and tests are not asked for', async () => {
    await using registry = await registryThatKnows({ prettier: 'critical' });
    expect(await auditOfWhatShips(ROOT, registry.url)).toEqual({ verdict: 'answered', weaknesses: [] });
    expect(registry.asked()).not.toHaveProperty('prettier');
  });
});
