import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { format } from 'prettier';
import { build } from 'vite';
import { packagedFiles } from '../sandbox/forge/bundle.ts';

/**
 * Lists the packages whose code ships, in the functions or in the pages, with version and licence: `docs/licences.md`.
 * With `--check` it writes nothing, and fails when the list is not up to date or a licence is none of those we take.
 */

const ROOT = resolve(import.meta.dirname, '..');
const DOCUMENT = join(ROOT, 'docs', 'licences.md');

/** Permissive ones; and Atlassian's own terms, which its Forge packages come under. */
const TAKEN = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'SEE LICENSE IN LICENSE.txt',
]);

interface Shipped {
  name: string;
  version: string;
  licence: string;
  parts: string[];
}

async function modulesOfPages(): Promise<string[]> {
  process.env.NODE_ENV = 'production'; // React's development version does not ship
  const output = await build({
    configFile: join(ROOT, 'static', 'vite.config.ts'),
    configLoader: 'runner',
    mode: 'production',
    logLevel: 'warn',
    build: { write: false },
  });
  if (!('output' in output)) throw new Error('The pages were not built at once.');
  return output.output.flatMap(part => (part.type === 'chunk' ? part.moduleIds : []));
}

/** The package's folder of a module that is not ours: the innermost `node_modules/name` on its path. */
function packageOf(module: string): string | undefined {
  const inner = module.lastIndexOf(`node_modules${sep}`);
  if (inner === -1) return undefined;
  const [scope = '', name = ''] = module.slice(inner + `node_modules${sep}`.length).split(sep);
  // Vite marks what it made of a module with a leading zero byte.
  const above = module.slice(0, inner).replace('\0', '');
  return join(above, 'node_modules', scope.startsWith('@') ? join(scope, name) : scope);
}

function shipped(modules: Readonly<Record<string, readonly string[]>>): Shipped[] {
  const found = new Map<string, Shipped>();
  for (const [part, paths] of Object.entries(modules)) {
    for (const folder of new Set(paths.map(packageOf).filter(path => path !== undefined))) {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
        license?: string;
      };
      const key = `${name}@${version}`;
      const known = found.get(key) ?? { name, version, licence: license ?? 'none named', parts: [] };
      found.set(key, { ...known, parts: [...known.parts, part] });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function documentOf(packages: readonly Shipped[]): Promise<string> {
  const rows = packages.map(
    ({ name, version, licence, parts }) => `| ${name} | ${version} | ${licence} | ${parts.join(', ')} |`,
  );
  return format(
    [
      '# Licences of what ships',
      '',
      'The packages whose code is in what `forge deploy` uploads: the functions, and the pages. Made by `npm run licences` from the bundles themselves; `npm test` fails when it is not up to date, or when a licence is neither permissive nor Atlassian’s own for its Forge packages. What is under `devDependencies` in `package.json` is for building and testing, and ships nothing.',
      '',
      '| package | version | licence | in |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n'),
    { parser: 'markdown', proseWrap: 'preserve' },
  );
}

const packages = shipped({ functions: await packagedFiles(ROOT), pages: await modulesOfPages() });
const refused = packages.filter(({ licence }) => !TAKEN.has(licence));
for (const { name, licence } of refused)
  console.error(`${name} has a licence that we do not take: ${licence}`);
const text = await documentOf(packages);
const isCurrent = process.argv.includes('--check') ? readFileSync(DOCUMENT, 'utf8') === text : true;
if (!isCurrent) console.error('docs/licences.md is not up to date: npm run licences');
if (!process.argv.includes('--check')) writeFileSync(DOCUMENT, text);
process.exitCode = refused.length > 0 || !isCurrent ? 1 : 0;
