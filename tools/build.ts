import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Builds what the sandbox and the tests run, and leaves alone what has not changed since it was built. */

const ROOT = resolve(import.meta.dirname, '..');

interface Part {
  name: string;
  /** Files and folders it is made from. */
  inputs: string[];
  /** What it makes: if that is gone, it is built again. */
  output: string;
  build(): Promise<void>;
}

const PARTS: Part[] = [
  {
    name: 'the functions of the app',
    inputs: ['src', 'sandbox/forge/app-entry.ts', 'sandbox/forge/bundle.ts', 'package-lock.json'],
    output: '.build/app.cjs',
    build: async () => {
      const { bundleApp } = await import('../sandbox/forge/bundle.ts');
      await bundleApp(ROOT, join(ROOT, '.build', 'app.cjs'));
    },
  },
  {
    name: 'the pages of the app',
    inputs: [
      'static/src',
      'static/public',
      'static/build.ts',
      'static/design-tokens.ts',
      'static/vite.config.ts',
      'static/responsibility.html',
      'static/set-up.html',
      'static/remit.html',
      'static/gate.html',
      'src/contract',
      'package-lock.json',
    ],
    output: 'static/dist/responsibility.html',
    build: async () => {
      const { buildPages } = await import('../static/build.ts');
      await buildPages();
    },
  },
  {
    name: 'the web shell of the sandbox',
    inputs: ['sandbox/web/shell', 'sandbox/web/build-shell.ts', 'package-lock.json'],
    output: '.build/shell/index.html',
    build: async () => {
      const { buildShell } = await import('../sandbox/web/build-shell.ts');
      await buildShell(join(ROOT, '.build', 'shell'));
    },
  },
];

for (const part of PARTS) {
  const stamp = join(ROOT, '.build', 'stamps', part.name.replaceAll(' ', '-'));
  const hash = hashOf(part.inputs.map(input => join(ROOT, input)));
  const isCurrent =
    existsSync(join(ROOT, part.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (isCurrent) continue;
  console.log(`Building ${part.name} …`);
  await part.build();
  mkdirSync(join(ROOT, '.build', 'stamps'), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow).sort())
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => filesBelow(join(path, entry.name)));
}
