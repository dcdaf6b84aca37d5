import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Governance } from '../../test/acceptance/site/governance.ts';
import { TestSandbox } from '../../test/support/sandbox-client.ts';
import { bundle, inTemporaryFolder } from '../bundle.ts';
import type { DecisionCalls } from '../gate/same-calls.ts';
import type * as MeasuredApp from './measured-app.ts';

export type Taken = MeasuredApp.Taken;

const taken = z.object({
  invocation: z.string(),
  handler: z.string(),
  who: z.enum(['app', 'same calls']),
  wallMs: z.number(),
  cpuMs: z.number(),
  logBytes: z.number(),
});

/** Aurora's site in a sandbox, whose app takes the time of each of its handlers. */
export interface MeasuredSite {
  sandbox: TestSandbox;
  /** The space, with the transitions of a workflow. */
  governance(workflow?: string): Promise<Governance>;
  /** What the handlers have taken since this was last asked. */
  taken(): Taken[];
  /** Where the sandbox keeps its data. */
  dataFolder(): string;
  /** From now on every gate has one beside it that makes these calls and decides nothing; null for no more of that. */
  imitate(calls: DecisionCalls | null): void;
}

export function onMeasuredSite<T>(measure: (site: MeasuredSite) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async folder => {
    const measured = await bundle('bench/site/measured-app.ts', join(folder, 'measured-app.cjs'));
    const [log, calls, place] = ['taken.jsonl', 'calls.json', 'place.txt'].map(name =>
      join(folder, name),
    ) as [string, string, string];
    const options = `{ app: module.exports, folder: __dirname, ...${JSON.stringify({ log, calls, place })} }`;
    const sandbox = await TestSandbox.start({
      app: built =>
        `${built}\nmodule.exports = require(${JSON.stringify(measured)}).measuredApp(${options});\n`,
    });
    let read = 0;
    try {
      return await measure({
        sandbox,
        governance: workflow => Governance.of(sandbox, workflow),
        taken: () => {
          const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
          const fresh = lines.slice(read).map(line => taken.parse(JSON.parse(line)));
          read = lines.length;
          return fresh;
        },
        dataFolder: () => readFileSync(place, 'utf8'),
        imitate: decision => {
          if (decision) writeFileSync(calls, JSON.stringify(decision));
          else rmSync(calls, { force: true });
        },
      });
    } finally {
      await sandbox.stop();
    }
  });
}
