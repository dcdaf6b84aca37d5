/** Writes ROUTES.md again: `node sandbox/listing/write-routes.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { routesDocument } from './routes-document.ts';

const FILE = fileURLToPath(new URL('../ROUTES.md', import.meta.url));

writeFileSync(FILE, await format(routesDocument(), { ...(await resolveConfig(FILE)), filepath: FILE }));
