import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { madeOnce, ROOT, stateOf } from './made-once.ts';

/** What few sandboxes load, or what looks for files beside its own code. */
const LEFT_ALONE = [
  'esbuild',
  'cheerio',
  'mysql2',
  'prettier',
  'typescript',
  'vite',
  '@forge/*',
  '@atlaskit/*',
];

/** The thread that runs the app's functions is a file of its own, which the pool of workers starts. */
const WORKER = 'sandbox/forge/workers/entry.ts';
const STARTS_WORKER = `new URL('./entry.ts', ${ownPlace('url')})`;
const STARTS_BUNDLED_WORKER = `new URL('./worker.js', ${ownPlace('url')})`;

/**
 * A script with all that it loads, as JavaScript in few files: to read the sandbox's three hundred files as they are
 * written costs each process more than a second, and each thread of the app's functions a third of one.
 * @param from - what else it loads, as globs below the repository
 */
export async function bundledProcess(script: string, from: readonly string[] = []): Promise<string> {
  const name = basename(script, '.ts');
  const own = ['package-lock.json', 'sandbox/**/*.ts', 'test/support/sandbox/*.ts', relative(ROOT, script)];
  const code = [...own, ...from];
  const state = stateOf(code, ['sandbox/web/shell/**']);
  const folder = await madeOnce(name, state, making => bundle(name, script, making));
  return join(folder, `${name}.js`);
}

/** The environment of a process that runs a bundle: what Node compiled of it for one serves the next. */
export function compiledOnce(bundle: string): NodeJS.ProcessEnv {
  return { ...process.env, NODE_COMPILE_CACHE: join(dirname(bundle), 'compiled') };
}

/**
 * Starts a bundled script that talks to this process by messages. What the sandbox says in it of functions that fail is
 * of interest to anyone who looks into one case: SANDBOX_LOGS shows it.
 * @param said - what becomes of what it prints
 */
export function forkBundle(
  bundle: string,
  words: readonly string[],
  said: 'ignore' | 'inherit',
): ChildProcess {
  const logged = process.env['SANDBOX_LOGS'] === undefined ? 'ignore' : 'inherit';
  return fork(bundle, [...words], {
    execArgv: ['--no-warnings'],
    env: compiledOnce(bundle),
    stdio: ['ignore', said, logged, 'ipc'],
  });
}

async function bundle(name: string, script: string, outdir: string): Promise<void> {
  const { build } = await import('esbuild');
  const url = JSON.stringify(pathToFileURL(script).href);
  await build({
    entryPoints: { [name]: script, worker: join(ROOT, WORKER) },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: LEFT_ALONE,
    logLevel: 'error',
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(${url});`,
    },
    plugins: [filesStayWhereTheyAre],
  });
}

/** What a file says of its own place stays true: from there it reads other files. */
const filesStayWhereTheyAre: Plugin = {
  name: 'files stay where they are',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const placed = text.split(STARTS_WORKER).map(part =>
        part
          .replaceAll(ownPlace('dirname'), JSON.stringify(dirname(path)))
          .replaceAll(ownPlace('url'), JSON.stringify(pathToFileURL(path).href))
          .replaceAll(ownPlace('main'), 'false'),
      );
      return { contents: placed.join(STARTS_BUNDLED_WORKER), loader: 'ts' };
    });
  },
};

/** In words that are no such words themselves: this file is bundled with others, too. */
function ownPlace(what: 'dirname' | 'url' | 'main'): string {
  return ['import', 'meta', what].join('.');
}
