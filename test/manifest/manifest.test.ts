import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { forgeBundle } from '../../sandbox/forge/forge-bundler.ts';
import { forgeLint } from '../../sandbox/forge/lint.ts';
import { loadManifest } from '../../sandbox/forge/manifest.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('manifest.yml', () => {
  it(
    'is valid for Forge, and names nothing that is not there',
    async () => {
      const { modules } = await loadManifest(ROOT);
      const handlers = modules.function.map(({ handler }) => handler.slice('index.'.length));
      expect(new Set(handlers).size).toBe(handlers.length);
      expect(modules['jira:customField'].map(({ readOnly }) => readOnly)).not.toContain(false);
    },
    STARTS_WITHIN_MS,
  );

  it('says of each workflow rule where it stands, from what set-up writes into its configuration', () => {
    const rules = z.array(z.object({ configurationDescription: z.object({ expression: z.string() }) }));
    const { modules } = z
      .object({ modules: z.object({ 'jira:workflowCondition': rules, 'jira:workflowValidator': rules }) })
      .parse(parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')));
    const described = [...modules['jira:workflowCondition'], ...modules['jira:workflowValidator']];
    for (const { configurationDescription } of described) {
      const names = [...configurationDescription.expression.matchAll(/config\.(\w+)/g)].map(
        ([, name]) => name,
      );
      expect(names).toEqual(['workType', 'from', 'to']);
    }
  });

  it(
    'leaves Forge’s linters nothing to find',
    async () => {
      expect(await forgeLint(ROOT)).toEqual([]);
    },
    STARTS_WITHIN_MS,
  );
});

describe('the bundle that Forge makes', () => {
  let folder: string;
  let bundle: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forge-bundle-test-'));
    bundle = await forgeBundle(ROOT, folder);
  }, STARTS_WITHIN_MS);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const functionsOf = (file: string): string[] => {
    const exported = createRequire(import.meta.url)(file) as Record<string, unknown>;
    return Object.keys(exported)
      .filter(name => typeof exported[name] === 'function')
      .sort();
  };

  it('exports what the sandbox’s bundle exports: the handlers of the manifest', async () => {
    const { modules } = await loadManifest(ROOT);
    const handlers = modules.function.map(({ handler }) => handler.slice('index.'.length)).sort();
    expect(functionsOf(bundle)).toEqual(handlers);
    expect(functionsOf(join(ROOT, '.build', 'app.cjs'))).toEqual(handlers);
  });
});

describe('the app’s sources', () => {
  const sources = globSync('src/**/*.ts', { cwd: ROOT }).map(file => ({
    file,
    text: readFileSync(join(ROOT, file), 'utf8'),
  }));
  const containing = (pattern: RegExp) =>
    sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  it('are there', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each([
    [
      'know nothing of a sandbox',
      /['"`/]sandbox|\bsandbox[A-Z]|[a-z]Sandbox\b|localhost|127\.0\.0\.1|aurora/,
    ],
    ['ask for no environment', /\bprocess\s*\.\s*env\b|\bprocess\s*\[|\bimport\.meta\.env\b|NODE_ENV/],
    ['reach nothing but through Forge', /\bfetch\s*\(|from 'node:(?!crypto')|\brequire\s*\(/],
    ['run no text as code', /\beval\s*\(|new Function\b/],
  ])('%s', (_, pattern) => {
    expect(containing(pattern)).toEqual([]);
  });

  it('know nothing of a sandbox by their names either', () => {
    expect(sources.filter(({ file }) => /sandbox/i.test(file))).toEqual([]);
  });
});
