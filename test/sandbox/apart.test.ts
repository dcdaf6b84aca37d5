import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { scenario } from '../../sandbox/company/scenario.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const SANDBOX = join(ROOT, 'sandbox');
const SCENARIO = join(SANDBOX, 'company');

/** By the public contract. */
const WORDS_OF_THE_APP = [
  'Cloud account request',
  'Access request',
  'Responsibility change',
  'Policy exception',
  'Governance',
  'GOV',
  'Account owner',
  'Security contact',
  'Billing owner',
  'Data classification',
  'Entitlement',
  'Beneficiary',
  'Responsibility matrix',
  'setup.run',
  'register.import',
];

const rows = z.array(z.object({ key: z.string(), name: z.string() }));
const named = z.object({ name: z.string() });
const declared = z.object({
  app: z.object({ id: z.string() }),
  modules: z.record(z.string(), z.array(z.object({ key: z.string(), name: z.string().optional() }))),
});

function read(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}

function wordsOfTheApp(): string[] {
  const { app, modules } = declared.parse(parseYaml(read(ROOT, 'manifest.yml')));
  const declaredModules = Object.values(modules).flat();
  // A key of one plain word, such as `resolver`, may well be a word of any app.
  const keys = declaredModules.map(({ key }) => key).filter(key => key.includes('-'));
  const roles = rows.parse(parse(read(SCENARIO, 'roles.csv'), { columns: true }));
  const people = scenario.accounts.flatMap(({ accountId, displayName, email }) => [
    accountId,
    displayName,
    email.slice(email.indexOf('@') + 1),
  ]);
  return [
    named.parse(JSON.parse(read(ROOT, 'package.json'))).name,
    app.id,
    ...keys,
    ...declaredModules.flatMap(({ name }) => name ?? []),
    ...roles.flatMap(({ key, name }) => [key, name]),
    ...people,
    ...globSync('*.csv', { cwd: SCENARIO }),
    ...WORDS_OF_THE_APP,
  ];
}

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the sandbox', () => {
  it('names nothing of the app that it runs, except in its scenario', () => {
    const words = [...new Set(wordsOfTheApp())];
    expect(words.length).toBeGreaterThan(50);
    const word = new RegExp(`\\b(${words.map(escaped).join('|')})\\b`, 'gi');
    const files = globSync('**/*.{ts,tsx,md,css,html,json,js}', { cwd: SANDBOX, exclude: ['company/**'] });
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap(file =>
      [...read(SANDBOX, file).matchAll(word)].map(([found]) => `${file}: ${found}`),
    );
    expect(found).toEqual([]);
  });
});
