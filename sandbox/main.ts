import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ManifestRefused } from './forge/manifest.ts';
import { startSandbox } from './sandbox.ts';
import { loadScenario, ScenarioRefused } from './scenario/load-scenario.ts';

/** This repository's own app, and what is built of it and of the web shell. */
const ROOT = resolve(import.meta.dirname, '..');

const USAGE = `npm start -- [--app DIR] [--scenario DIR] [--empty] [--fresh] [--data DIR] [--storage mysql://…]
  --app DIR       the app to run: manifest.yml, src/index and built pages (default: this repository)
  --scenario DIR  the site's people, and how it is set up (default: sandbox/company, or with --app a plain one)
  --empty         the app is only installed: people, but no set-up
  --data DIR      where the state is kept (default: .sandbox in the folder of the app)
  --fresh         discard what an earlier run left
  --storage       a MySQL-compatible database in place of the embedded one
  PORT=8080       the port, from the environment`;

const { values } = parseArgs({
  options: {
    app: { type: 'string' },
    scenario: { type: 'string' },
    empty: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    data: { type: 'string' },
    storage: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else await run().catch(explain);

/** What is wrong with an app or a scenario is for its author to read; anything else is a fault of the sandbox. */
function explain(error: unknown): void {
  if (!(error instanceof ManifestRefused || error instanceof ScenarioRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const appFolder = resolve(values.app ?? ROOT);
  const scenario = values.app === undefined ? 'company' : join('scenario', 'plain');
  const sandbox = await startSandbox({
    appFolder,
    shellFolder: join(ROOT, '.build', 'shell'),
    dataFolder: resolve(values.data ?? join(appFolder, '.sandbox')),
    scenario: await loadScenario(resolve(values.scenario ?? join(import.meta.dirname, scenario))),
    fresh: values.fresh,
    empty: values.empty,
    port: Number(process.env['PORT'] ?? 8080),
    ...(values.storage === undefined ? {} : { storage: values.storage }),
    report: line => {
      console.log(`  ${line}`);
    },
  });
  console.log(`${sandbox.host.app.name} sandbox ready on ${sandbox.url}`);
  const stop = () => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
