/**
 * Runs as its own process and validates manifests, one for each line of its input: `{"folder": …, "manifest": …}`, the
 * app's folder and the absolute path of its manifest.yml. `@forge/manifest` takes seconds to get ready, and resolves
 * resources and handlers from the working directory. Answers each with `{"success": …, "errors": […]}` on a line.
 */
import { createInterface } from 'node:readline';
import { validate } from '@forge/manifest';

interface Asked {
  folder: string;
  manifest: string;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { folder, manifest } = JSON.parse(line) as Asked;
  process.chdir(folder);
  const result = await validate(false, manifest);
  const errors = (result.errors ?? [])
    .filter(problem => problem.level === 'error')
    .map(problem => `${String(problem.line)}:${String(problem.column)} ${problem.message}`);
  process.stdout.write(`${JSON.stringify({ success: result.success, errors })}\n`);
}
