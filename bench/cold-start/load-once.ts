/** A fresh process that loads one bundle: `node load-once.ts FILE`. Prints the milliseconds that the loading took. */
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const [, , file] = process.argv;
if (file === undefined) throw new Error('usage: load-once.ts FILE');
const require = createRequire(import.meta.url);
const began = performance.now();
require(file);
process.stdout.write(`${performance.now() - began}\n`);
