/** `node test/static/preview/main.ts [port]`: builds the pages and shows every state of them in a browser of yours. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from '../../../static/build.ts';
import { SCENARIOS } from './scenarios.ts';
import { startPreview } from './server.ts';

const folder = await buildPages(await mkdtemp(join(tmpdir(), 'remit-pages-')));
const port = Number(process.argv[2] ?? 8099);
await startPreview(folder, SCENARIOS, port);
process.stdout.write(`Preview of the pages on http://127.0.0.1:${port}/\n`);
