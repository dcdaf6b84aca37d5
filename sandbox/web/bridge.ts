/** What the platform adds to every page of the app: the bridge, and the design tokens that theming switches on. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';

const PAGE_SCRIPT = new URL('./shell/bridge/page-script.ts', import.meta.url);
const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape'] as const;
const Theme = z.object({ default: z.string() });

/** The script that defines `window.__bridge`, ready to be served. */
export async function bridgeScript(): Promise<string> {
  const { transform } = await import('esbuild');
  const { code } = await transform(await readFile(PAGE_SCRIPT, 'utf8'), { loader: 'ts', target: 'es2022' });
  return code;
}

/** The style sheet of Atlassian's design tokens: every theme, chosen by the attributes of the root element. */
export function themeStyles(): string {
  const require = createRequire(import.meta.url);
  return THEMES.map(
    theme => Theme.parse(require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`)).default,
  ).join('\n');
}
