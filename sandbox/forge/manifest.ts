import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { timeoutProblems } from './function-timeouts.ts';
import { manifestSchema, type ParsedManifest } from './manifest-schema.ts';
import { forgeVerdict } from './tooling/manifest-validator.ts';
import { isKnownValid, rememberValid, subjectOf } from './valid-manifests.ts';

/** The manifest can't be run; `problems` says why, one sentence each. */
export class ManifestRefused extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`manifest.yml is refused:\n  ${problems.join('\n  ')}`);
    this.name = 'ManifestRefused';
    this.problems = problems;
  }
}

export interface AppScopes {
  /** Granted to every call of the app. */
  all: readonly string[];
  /** Those that also allow `asUser(accountId)` without that person being there. */
  impersonation: readonly string[];
}

export interface AppManifest {
  folder: string;
  /** The UUID at the end of `app.id`. */
  appId: string;
  name: string;
  memoryMb: number | undefined;
  scopes: AppScopes;
  contentPermissions: { scripts?: string[]; styles?: string[] };
  modules: ParsedManifest['modules'];
  resources: ParsedManifest['resources'];
}

/**
 * Reads `manifest.yml` in `appFolder`. Rejects with {@link ManifestRefused} when Forge's own validator refuses it,
 * when it declares something the sandbox doesn't run, or when a module names a function that isn't there.
 */
export async function loadManifest(appFolder: string): Promise<AppManifest> {
  const folder = resolve(appFolder);
  const file = join(folder, 'manifest.yml');
  const text = await readFile(file, 'utf8');
  await refuseInvalid(folder, file, text);
  const parsed = manifestSchema.safeParse(parse(text));
  if (!parsed.success)
    throw new ManifestRefused(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`));
  const { app, modules, resources, permissions } = parsed.data;
  refuseDanglingFunctions(modules);
  const timeouts = timeoutProblems(modules);
  if (timeouts.length > 0) throw new ManifestRefused(timeouts);
  return {
    folder,
    appId: app.id.slice(app.id.lastIndexOf('/') + 1),
    name: app.name ?? (await nameOfPackage(folder)),
    memoryMb: app.runtime.memoryMB,
    scopes: readScopes(permissions.scopes),
    contentPermissions: contentPermissions(permissions.content),
    modules,
    resources,
  };
}

const appPackage = z.object({ name: z.string().min(1) });

/** The name that an app was registered under is not in its manifest: that of its package stands in for it. */
async function nameOfPackage(folder: string): Promise<string> {
  const { name } = appPackage.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

async function refuseInvalid(folder: string, file: string, text: string): Promise<void> {
  const subject = subjectOf(folder, text);
  if (subject !== null && isKnownValid(subject)) return;
  const { success, errors } = await forgeVerdict(folder, file);
  if (!success)
    throw new ManifestRefused(errors.length > 0 ? errors : ['@forge/manifest refuses it without saying why']);
  if (subject !== null) rememberValid(subject, text);
}

function readScopes(scopes: ParsedManifest['permissions']['scopes']): AppScopes {
  if (Array.isArray(scopes)) return { all: scopes, impersonation: [] };
  const entries = Object.entries(scopes);
  return {
    all: entries.map(([scope]) => scope),
    impersonation: entries
      .filter(([, options]) => options?.allowImpersonation === true)
      .map(([scope]) => scope),
  };
}

function contentPermissions(
  content: ParsedManifest['permissions']['content'],
): AppManifest['contentPermissions'] {
  return {
    ...(content.scripts === undefined ? {} : { scripts: content.scripts }),
    ...(content.styles === undefined ? {} : { styles: content.styles }),
  };
}

function refuseDanglingFunctions(modules: ParsedManifest['modules']): void {
  const known = new Set(modules.function.map(declared => declared.key));
  const named = [...modules.trigger, ...modules.consumer, ...modules.scheduledTrigger].map(
    module => module.function,
  );
  const missing = named.filter(name => !known.has(name));
  if (missing.length > 0)
    throw new ManifestRefused(missing.map(name => `modules.function: there is no function ${name}`));
}
