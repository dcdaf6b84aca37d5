import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';

/** Forge's validator takes two seconds: what it found valid is remembered here, also for the next process. */
const REMEMBERED = resolve(import.meta.dirname, '..', '..', '.build', 'valid-manifests');

/** The parts of a manifest whose files are known; the modules that the sandbox runs name none. */
const understood = z.strictObject({
  app: z.unknown(),
  permissions: z.unknown().optional(),
  modules: z.unknown().optional(),
  resources: z.array(z.object({ path: z.string() })).default([]),
});

/**
 * What Forge's validator looks at, in one hash: its own version, the manifest, and which files there are in `src` and
 * below the resources. Null for a manifest with parts that may name further files: that is validated each time.
 */
export function subjectOf(appFolder: string, manifest: string): string | null {
  const parsed = understood.safeParse(parseDocument(manifest).toJS());
  if (!parsed.success) return null;
  const folders = ['src', ...parsed.data.resources.map(({ path }) => path)];
  const files = folders.map(folder => [folder, namesBelow(join(appFolder, folder))]);
  return createHash('sha256')
    .update(JSON.stringify([validatorPackage(), manifest, files]))
    .digest('hex');
}

/** With its version. */
function validatorPackage(): string {
  const entry = createRequire(import.meta.url).resolve('@forge/manifest');
  return readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
}

export function isKnownValid(subject: string): boolean {
  return existsSync(join(REMEMBERED, subject));
}

/** Only what was found valid: a refusal is worked out, and explained, again each time. */
export function rememberValid(subject: string, manifest: string): void {
  mkdirSync(REMEMBERED, { recursive: true });
  writeFileSync(join(REMEMBERED, subject), manifest);
}

function namesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) return ['.'];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(entry => `${relative(folder, join(entry.parentPath, entry.name))}${entry.isDirectory() ? '/' : ''}`)
    .sort();
}
