/** A process of its own that does what `npm run faults` asks for: `node worker-process.ts FOLDER`. */
import { work } from './workers.ts';

work(process.argv[2] ?? '');
