import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs one of the scripts beside this file with the app's folder as working directory, which Forge's packages take for
 * granted. Resolves to its last line, parsed; rejects with its error output.
 * @param env - on top of this process's own
 */
export async function inAppFolder(
  script: 'bundle-process' | 'lint-process',
  appFolder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<unknown> {
  const file = fileURLToPath(new URL(`./${script}.ts`, import.meta.url));
  const { stdout } = await run(process.execPath, ['--no-warnings', file, ...args], {
    cwd: appFolder,
    env: { ...process.env, ...env },
    maxBuffer: OUTPUT_BYTES,
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as unknown;
}
