/** A process of its own that plays sequences: `node play-in-process.ts FOLDER RUNS SEED [PATH]`. */
import { playMany } from './sequence.ts';

const [folder = '', runs, seed = '', path] = process.argv.slice(2);
const asked = { runs: Number(runs), seed: Number(seed), ...(path === undefined ? {} : { path }) };
const found = await playMany(folder, asked, () => process.send?.('played'));
if (found !== undefined) {
  process.stdout.write(
    `✗ ${found}\n  again: npm run attacks -- --only sequences --seed ${seed} --path, and the path above\n`,
  );
  process.exitCode = 1;
}
process.disconnect();
