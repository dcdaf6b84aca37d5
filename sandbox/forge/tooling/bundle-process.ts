/**
 * Runs as its own process, with the app's folder as working directory: bundles `src/index` with Forge's own bundler,
 * offline. Prints `{"folder": …}` as its last line.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import type * as Bundler from '@forge/bundler';
import { appEntry } from '../app-entry.ts';

type BundlerParts = Parameters<typeof Bundler.getNodeBundler>;

// The bundler asks for `require.main`, which a process started from an ES module doesn't have.
Object.defineProperty(process, 'mainModule', { value: {}, configurable: true });
const { getNodeBundler } = createRequire(import.meta.url)('@forge/bundler') as typeof Bundler;

const silent = (): void => undefined;
const logger: BundlerParts[0] = {
  traceEnabled: false,
  debugEnabled: false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: message => process.stderr.write(`${message}\n`),
  error: error => process.stderr.write(`${error.message}\n`),
};
/** What Forge wraps around a bundle in its own cloud. The bundler would download it; the sandbox has its own. */
const wrapper = { script: '// none', source: 'sandbox', version: 'sandbox' };
const wrapperProvider: BundlerParts[1] = {
  getNodeRuntimeWrapper: () => Promise.resolve(wrapper),
  getNodeRuntimeLoader: () => Promise.resolve(wrapper),
};
const configReader: BundlerParts[2] = {
  readConfig: () => Promise.resolve(parse(readFileSync('manifest.yml', 'utf8')) as never),
};

const { outputDir } = await getNodeBundler(logger, wrapperProvider, configReader).bundle({
  appDirectory: process.cwd(),
  entryPoints: [{ name: 'index', path: appEntry(process.cwd()) }],
});
process.stdout.write(`${JSON.stringify({ folder: outputDir })}\n`);
