/**
 * Runs as its own process, with the app's folder as working directory: @forge/lint's linters on the manifest and the
 * sources named as arguments. Prints the findings as its last line.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import type * as Lint from '@forge/lint';
import type { LintFinding } from '../lint.ts';

type LintArguments = Parameters<typeof Lint.lint>;

const { lint, getClientSideLintersOnly, PermissionLinter } = createRequire(import.meta.url)(
  '@forge/lint',
) as typeof Lint;

compileEachSchemaOnce();

const manifest = parse(readFileSync('manifest.yml', 'utf8')) as LintArguments[1];
const logger: LintArguments[3] = { info: () => undefined };
/** Atlassian's feature flags: none is on. */
const flags = new Proxy({}, { get: () => () => false }) as unknown as LintArguments[4];

const all = await getClientSideLintersOnly(manifest, 'development', logger, flags);
// The permission linter downloads the APIs' descriptions.
const linters = all.filter(linter => !(linter instanceof PermissionLinter));
const results = await lint(process.argv.slice(2), manifest, 'development', logger, flags, {
  linter: { mode: 'client-side' },
  linters,
});

const findings: LintFinding[] = results.flatMap(({ file, errors, warnings, approvals }) =>
  [...errors, ...warnings, ...approvals].map(({ class: level, message, line }) => ({
    level,
    file,
    line,
    message,
  })),
);
process.stdout.write(`${JSON.stringify(findings)}\n`);

/** Several linters compile the schema of manifests, for seconds each; each has a copy of what its file exports. */
function compileEachSchemaOnce(): void {
  const compiled = new Map<unknown, ValidateFunction>();
  const compile = Reflect.get(Ajv.prototype, 'compile');
  Ajv.prototype.compile = function (this: Ajv, schema: AnySchema) {
    const file: unknown = typeof schema === 'object' && 'default' in schema ? schema['default'] : schema;
    const known = compiled.get(file) ?? compile.call(this, schema);
    compiled.set(file, known);
    return known;
  } as typeof compile;
}
