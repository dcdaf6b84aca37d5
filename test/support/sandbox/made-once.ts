import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Of the repository. */
export const ROOT = resolve(import.meta.dirname, '..', '..', '..');

const KEPT = join(ROOT, '.build', 'for-tests');
const DAY_MS = 24 * 3_600_000;

/**
 * A folder that is made once for each state of what it is made from, and then kept. The person who makes it at the same time
 * makes the same: the first one in place stays.
 * @param state - what {@link stateOf} says of that
 */
export async function madeOnce(
  what: string,
  state: string,
  make: (folder: string) => void | Promise<void>,
): Promise<string> {
  const kept = join(KEPT, `${what}-${state}`);
  if (existsSync(kept)) return kept;
  mkdirSync(KEPT, { recursive: true });
  removeOutdated();
  const folder = mkdtempSync(join(KEPT, 'making-'));
  try {
    await make(folder);
    if (!existsSync(kept)) renameSync(folder, kept);
  } catch (fault) {
    if (!existsSync(kept)) throw fault;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}

/**
 * One hash of the names and contents of files, worked out once: what changes while tests run is for the next run.
 * @param patterns - below the root of the repository
 */
export function stateOf(patterns: readonly string[], exclude: readonly string[] = []): string {
  const asked = JSON.stringify([patterns, exclude]);
  const known = states.get(asked) ?? hashOf(patterns, exclude);
  states.set(asked, known);
  return known;
}

const states = new Map<string, string>();

function hashOf(patterns: readonly string[], exclude: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(patterns, { cwd: ROOT, exclude }).sort())
    hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

function removeOutdated(): void {
  const outdated = readdirSync(KEPT)
    .map(name => join(KEPT, name))
    .filter(path => statSync(path).mtimeMs < Date.now() - DAY_MS);
  for (const path of outdated) rmSync(path, { recursive: true, force: true });
}
