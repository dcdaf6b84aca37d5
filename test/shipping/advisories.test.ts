import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { auditOfDependencies, registryThatKnows, type AuditAnswer, type Weakness } from './npm-audit.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** The packages whose code is in the bundles: the rows of the document that is made from them. */
const shipped = [
  ...readFileSync(join(ROOT, 'docs', 'licences.md'), 'utf8').matchAll(/^\| (\S+) +\| (\d\S*) /gm),
].map(([, name = '', version = '']) => ({ name, version }));

/** Packages that are needed to install, and whose code is in no bundle, are someone else's to fix. */
function ofWhatShips(answer: AuditAnswer): Weakness[] {
  if (answer.verdict === 'unanswered') throw new Error(`No answer: ${answer.reason}`);
  return answer.weaknesses.filter(({ name }) => shipped.some(each => each.name === name));
}

const answer = await auditOfDependencies(ROOT);

describe('known weaknesses of what ships', () => {
  if (answer.verdict === 'unanswered') {
    it.skip(`need a registry that answers for advisories: ${answer.reason}`, () => undefined);
  } else {
    it('there are none', () => {
      expect(ofWhatShips(answer)).toEqual([]);
    });
  }

  it('are asked for, for every package whose code ships, in the version that ships', async () => {
    await using registry = await registryThatKnows({});
    await auditOfDependencies(ROOT, registry.url);
    expect(shipped.length).toBeGreaterThan(50);
    const asked = registry.asked();
    expect(shipped.filter(({ name, version }) => !asked[name]?.includes(version))).toEqual([]);
  });

  it('would be told', async () => {
    await using registry = await registryThatKnows({ zod: 'high' });
    const told = await auditOfDependencies(ROOT, registry.url);
    expect(ofWhatShips(told)).toEqual([{ name: 'zod', severity: 'high' }]);
  });

  it('are not those of what is installed with it, and is in no bundle', async () => {
    await using everything = await registryThatKnows({});
    await auditOfDependencies(ROOT, everything.url);
    const name =
      Object.keys(everything.asked()).find(each => shipped.every(other => other.name !== each)) ?? '';
    await using registry = await registryThatKnows({ [name]: 'critical' });
    const told = await auditOfDependencies(ROOT, registry.url);
    expect(told).toMatchObject({ weaknesses: [{ name }] });
    expect(ofWhatShips(told)).toEqual([]);
  });

  it('are not asked for where it only builds and tests', async () => {
    await using registry = await registryThatKnows({ prettier: 'critical' });
    expect(await auditOfDependencies(ROOT, registry.url)).toMatchObject({ weaknesses: [] });
    expect(registry.asked()).not.toHaveProperty('prettier');
  });
});
