import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that a browser gets for a page, gzipped: the HTML and every file that it, or a file of it, loads at once. */
export function pageWeight(folder: string, page: string): number {
  const html = readFileSync(join(folder, page), 'utf8');
  const files = new Set([...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file = '']) => file));
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|^import|;import)\s*["']\.\/([^"']+)["']/g)) {
      files.add(`assets/${name}`);
    }
  }
  const weigh = (file: string) => gzipSync(readFileSync(join(folder, file))).length;
  return gzipSync(html).length + [...files].reduce((sum, file) => sum + weigh(file), 0);
}
