import { readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { build, type BuildOptions, type Loader, type Plugin } from 'esbuild';
import { appEntry } from './app-entry.ts';

const OWN = 'app';
const LOADERS: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.tsx': 'tsx',
  '.js': 'js',
  '.jsx': 'jsx',
  '.json': 'json',
};

/**
 * Bundles `src/index` of the app into one CommonJS file, @forge packages included, as Forge's own bundler does.
 * `outFile` must end in `.cjs`: the repository's packages are ES modules.
 */
export async function bundleApp(appFolder: string, outFile: string): Promise<void> {
  if (!outFile.endsWith('.cjs')) throw new RangeError('The bundle must be a .cjs file.');
  await build({ ...optionsFor(resolve(appFolder)), outfile: resolve(outFile) });
}

/** The paths of every file of a package that goes into that bundle. */
export async function packagedFiles(appFolder: string): Promise<string[]> {
  const folder = resolve(appFolder);
  const { metafile } = await build({ ...optionsFor(folder), write: false, metafile: true });
  const packaged = Object.keys(metafile.inputs).filter(path => !path.startsWith(`${OWN}:`));
  return packaged.map(path => join(folder, path));
}

function optionsFor(folder: string): BuildOptions {
  return {
    entryPoints: [appEntry(folder)],
    absWorkingDir: folder,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: false,
    sourcemap: false,
    logLevel: 'silent',
    plugins: [defaultImportsAsInWebpack],
  };
}

/**
 * webpack gives our TypeScript the `default` that a CommonJS package exports. esbuild does so too, except below a
 * package.json with "type": "module", where it gives the whole package as Node would. In a namespace of their own our
 * files have no package.json.
 */
const defaultImportsAsInWebpack: Plugin = {
  name: 'default imports as in webpack',
  setup(bundler) {
    bundler.onResolve({ filter: /.*/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      if (pluginData === OWN || resolveDir.includes(`${sep}node_modules${sep}`)) return undefined;
      const found = await bundler.resolve(path, { kind, resolveDir, importer, pluginData: OWN });
      const own =
        found.errors.length === 0 && !found.external && !found.path.includes(`${sep}node_modules${sep}`);
      return own ? { path: found.path, namespace: OWN } : found;
    });
    bundler.onLoad({ filter: /.*/, namespace: OWN }, async ({ path }) => {
      const contents = await readFile(path);
      return { contents, loader: LOADERS[extname(path)] ?? 'ts', resolveDir: dirname(path) };
    });
  },
};
