import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  EVERYWHERE,
  FOR_THE_COMPILER,
  IN_COMMONJS,
  IN_JAVASCRIPT,
  IN_REACT,
  IN_TYPESCRIPT,
} from './violations';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Each violation by itself in a file, as `folder/rule.ext`, where the configuration has the rule on. */
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [IN_TYPESCRIPT, 'src', 'ts'],
      [FOR_THE_COMPILER, 'src', 'ts'],
      [EVERYWHERE, 'everywhere', 'mjs'],
      [IN_JAVASCRIPT, 'everywhere', 'mjs'],
      [IN_COMMONJS, 'everywhere', 'cjs'],
      [IN_REACT, 'static', 'tsx'],
    ] as const
  ).flatMap(([violations, folder, ending]) =>
    Object.entries(violations).map(([rule, code]) => [`${folder}/${nameOf(rule)}.${ending}`, code]),
  ),
);

const configuration = z.object({
  rules: z.record(z.string(), z.unknown()),
  overrides: z.array(z.object({ rules: z.record(z.string(), z.unknown()).default({}) })),
});

const report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string() })),
});

let folder: string;
/** What was found in each file: `eslint(no-var)`, `typescript(TS2322)`. */
let codes: Map<string, string[]>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'remit-lint-'));
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  const compiler = { rootDir: folder, noEmit: true, jsx: 'react-jsx', types: [] };
  const project = { extends: join(ROOT, 'tsconfig.json'), compilerOptions: compiler, include: ['**/*'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  for (const [file, code] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
  const oxlint = join(ROOT, 'node_modules', '.bin', 'oxlint');
  const { stdout } = spawnSync(oxlint, ['--format', 'json'], { cwd: folder, encoding: 'utf8' });
  codes = new Map();
  for (const { code = '', filename } of report.parse(JSON.parse(stdout)).diagnostics)
    codes.set(filename, [...(codes.get(filename) ?? []), code]);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the linter', () => {
  it.each(Object.keys(FILES))('finds what it must in %s', file => {
    const found = codes.get(file) ?? [];
    expect(found.filter(code => code.endsWith(`(${ruleOf(file)})`))).not.toEqual([]);
  });

  it('has a violation here for each of its rules', () => {
    const text = readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8').replaceAll(/^\s*\/\/.*$/gm, '');
    const { rules, overrides } = configuration.parse(JSON.parse(text));
    const configured = [rules, ...overrides.map(one => one.rules)].flatMap(Object.keys);
    const proven = Object.keys(FILES).map(ruleOf);
    expect(configured.filter(rule => !proven.includes(nameOf(rule)))).toEqual([]);
  });
});

/** Without its plugin, as reports have it in brackets. */
function nameOf(rule: string): string {
  return rule.slice(rule.lastIndexOf('/') + 1);
}

/** What a file here is named for. */
function ruleOf(file: string): string {
  return file.slice(file.indexOf('/') + 1, file.lastIndexOf('.'));
}
