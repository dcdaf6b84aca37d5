import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox.ts';

const ROOT = resolve(import.meta.dirname, '..');

const USAGE = `npm start -- [--empty] [--fresh] [--data DIR] [--storage mysql://…]
  --empty     no set-up and no sample data
  --fresh     discard what an earlier run left
  --data DIR  where the state is kept (default .sandbox)
  --storage   a MySQL-compatible database in place of the embedded one
  PORT=8080   the port, from the environment`;

const { values } = parseArgs({
  options: {
    empty: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    data: { type: 'string', default: join(ROOT, '.sandbox') },
    storage: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(USAGE);
} else {
  const sandbox = await startSandbox({
    appFolder: ROOT,
    bundle: join(ROOT, '.build', 'app.cjs'),
    shellFolder: join(ROOT, '.build', 'shell'),
    dataFolder: resolve(values.data),
    fresh: values.fresh,
    empty: values.empty,
    port: Number(process.env['PORT'] ?? 8080),
    ...(values.storage === undefined ? {} : { storage: values.storage }),
    report: line => {
      console.log(`  ${line}`);
    },
  });
  console.log(`Remit sandbox ready on ${sandbox.url}`);
  const stop = () => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
