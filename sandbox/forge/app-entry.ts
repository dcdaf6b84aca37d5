import { existsSync } from 'node:fs';
import { join } from 'node:path';

const EXTENSIONS = ['ts', 'tsx', 'js', 'jsx'];

/** The file that `index.<export>` in the manifest means: `src/index` of the app, in whichever language it is written. */
export function appEntry(appFolder: string): string {
  const files = EXTENSIONS.map(extension => join(appFolder, 'src', `index.${extension}`));
  const found = files.find(file => existsSync(file));
  if (found === undefined) throw new Error(`The app has none of ${files.join(', ')}.`);
  return found;
}
