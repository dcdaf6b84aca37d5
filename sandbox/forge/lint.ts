import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { inAppFolder } from './tooling/app-process.ts';

const finding = z.object({ level: z.string(), file: z.string(), line: z.number(), message: z.string() });
/** `level` is `error`, `warning` or `approval`. */
export type LintFinding = z.infer<typeof finding>;

/**
 * What `forge lint` has to say about the manifest and `src`, without a network and a login. Left out is the linter that
 * compares REST calls with scopes, because it downloads the descriptions of the APIs.
 */
export async function forgeLint(appFolder: string): Promise<LintFinding[]> {
  const folder = resolve(appFolder);
  const sources = globSync('src/**/*.{ts,tsx,js,jsx}', { cwd: folder });
  return z.array(finding).parse(await inAppFolder('lint-process', folder, sources.sort()));
}
