import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { ProductEvent } from '../../seams.ts';
import type { Installation } from '../installation.ts';
import type { AppManifest } from '../manifest.ts';

/** What a start of the host means to the installed app. */
export interface Installed {
  /** `1.0.0` at first; the major number rises with each new bundle or manifest. */
  version: string;
  /** The life-cycle event to publish, if this start installs or upgrades the app. */
  event?: ProductEvent;
}

/** Compares what is about to run with what ran before, and remembers it. Source: Forge, "Life cycle events". */
export function recordInstallation(
  database: DatabaseSync,
  manifest: AppManifest,
  bundle: string,
  installation: Installation,
): Installed {
  const hash = createHash('sha256')
    .update(readFileSync(bundle))
    .update(JSON.stringify(manifest.modules))
    .digest('hex');
  const before = { hash: read(database, 'hash'), major: Number(read(database, 'major') ?? 0) };
  if (before.hash === hash) return { version: `${String(before.major)}.0.0` };
  const major = before.major + 1;
  const version = `${String(major)}.0.0`;
  write(database, 'hash', hash);
  write(database, 'major', String(major));
  const app = { id: manifest.appId, version, name: manifest.name };
  const payload = { id: installation.installationId, app, environment: { id: installation.environmentId } };
  if (before.hash === undefined) return { version, event: { eventType: 'avi:forge:installed:app', payload } };
  const permissions = { scopes: manifest.scopes.all };
  return { version, event: { eventType: 'avi:forge:upgraded:app', payload: { ...payload, permissions } } };
}

function read(database: DatabaseSync, name: string): string | undefined {
  const found = database.prepare('SELECT value FROM installed WHERE name = ?').get(name);
  return found === undefined ? undefined : z.object({ value: z.string() }).parse(found).value;
}

function write(database: DatabaseSync, name: string, value: string): void {
  database.prepare('INSERT OR REPLACE INTO installed (name, value) VALUES (?, ?)').run(name, value);
}
