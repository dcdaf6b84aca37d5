import { resolve } from 'node:path';
import type { UiModule } from '../seams.ts';
import { ManifestRefused, type AppManifest } from './manifest.ts';
import { PAGE_TYPES, RULE_TYPES } from './manifest-schema.ts';

/** The app's pages with the folder and HTML file each is served from. Refuses a page whose resource isn't declared. */
export function uiModulesOf(manifest: AppManifest): UiModule[] {
  const pages = PAGE_TYPES.flatMap(type =>
    manifest.modules[type].map(page => ({
      type,
      key: page.key,
      title: page.title,
      ...servedFrom(manifest, page.resource),
      ...iconOf(page.icon),
    })),
  );
  const views = RULE_TYPES.flatMap(type =>
    manifest.modules[type].flatMap(({ key, name, view }) =>
      view ? [{ type, key, title: name, ...servedFrom(manifest, view.resource) }] : [],
    ),
  );
  return [...pages, ...views];
}

/** The function that answers `invoke` from the page `moduleKey`, or undefined when the page has no resolver. */
export function resolverFunctionOf(manifest: AppManifest, moduleKey: string): string | undefined {
  for (const type of [...PAGE_TYPES, ...RULE_TYPES]) {
    const page = manifest.modules[type].find(candidate => candidate.key === moduleKey);
    if (page) return page.resolver?.function;
  }
  return undefined;
}

/** A reference is `key` or, for a resource with several pages, `key/entry`. */
function servedFrom(manifest: AppManifest, reference: string): { folder: string; entry: string } {
  const [key, entry] = reference.split('/');
  const resource = manifest.resources.find(candidate => candidate.key === key);
  if (!resource) throw new ManifestRefused([`resources: there is no resource ${reference}`]);
  const file = entry === undefined ? 'index.html' : resource.entry?.[entry];
  if (file === undefined)
    throw new ManifestRefused([`resources: ${String(key)} has no entry ${String(entry)}`]);
  return { folder: resolve(manifest.folder, resource.path), entry: file };
}

/** An icon of the app's own is written `resource:KEY;FILE`; others are addresses outside, which nothing here fetches. */
function iconOf(reference: string | undefined): { icon?: string } {
  const [, file] = /^resource:[^;]+;(.+)$/.exec(reference ?? '') ?? [];
  return file === undefined ? {} : { icon: file };
}
