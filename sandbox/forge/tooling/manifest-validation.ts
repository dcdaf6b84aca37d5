/**
 * Runs as its own process, with the app's folder as working directory: `@forge/manifest` resolves
 * resources and handlers from there. Prints `{success, errors}` as one JSON line.
 */
import { validate } from '@forge/manifest';

const [manifest] = process.argv.slice(2);
if (manifest === undefined) throw new Error('usage: manifest-validation.ts <absolute path of manifest.yml>');

const result = await validate(false, manifest);
const errors = (result.errors ?? [])
  .filter(problem => problem.level === 'error')
  .map(problem => `${String(problem.line)}:${String(problem.column)} ${problem.message}`);
process.stdout.write(`${JSON.stringify({ success: result.success, errors })}\n`);
