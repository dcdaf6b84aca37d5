import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** How long the process waits for a further manifest: it is ready then, which takes it seconds at first. */
const WAITS_MS = 15_000;

const verdict = z.object({ success: z.boolean(), errors: z.array(z.string()) });
export type Verdict = z.infer<typeof verdict>;

interface Validator {
  process: ChildProcessByStdio<Writable, Readable, null>;
  /** Of the manifests that it was given, in their order. */
  asked: PromiseWithResolvers<Verdict>[];
  ending?: NodeJS.Timeout;
}

let ready: Validator | undefined;

/**
 * What Forge's validator finds in a manifest, with the app's folder as working directory.
 * @param manifest - absolute path
 */
export async function forgeVerdict(folder: string, manifest: string): Promise<Verdict> {
  const validator = (ready ??= start());
  clearTimeout(validator.ending);
  const answer = Promise.withResolvers<Verdict>();
  validator.asked.push(answer);
  hold(validator, true);
  validator.process.stdin.write(`${JSON.stringify({ folder, manifest })}\n`);
  try {
    return await answer.promise;
  } finally {
    if (validator.asked.length === 0) endLater(validator);
  }
}

function start(): Validator {
  const file = fileURLToPath(new URL('./manifest-validation.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const validator: Validator = { process: child, asked: [] };
  createInterface({ input: child.stdout }).on('line', line => {
    // Forge's package may have words of its own to say there.
    if (line.startsWith('{"success":')) validator.asked.shift()?.resolve(verdict.parse(JSON.parse(line)));
  });
  child.once('exit', code => {
    if (ready === validator) ready = undefined;
    const fault = new Error(`Forge's validator ended with code ${String(code)}.`);
    for (const each of validator.asked.splice(0)) each.reject(fault);
  });
  return validator;
}

/** No process waits for its end: it ends with the person who started it. */
function endLater(validator: Validator): void {
  hold(validator, false);
  validator.ending = setTimeout(() => {
    if (ready === validator) ready = undefined;
    validator.process.stdin.end();
  }, WAITS_MS).unref();
}

function hold({ process: child }: Validator, held: boolean): void {
  for (const each of [child, child.stdin, child.stdout] as { ref?(): void; unref?(): void }[]) {
    if (held) each.ref?.();
    else each.unref?.();
  }
}
