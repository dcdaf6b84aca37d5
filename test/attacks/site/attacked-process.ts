/**
 * A process of its own that runs one sandbox for a test of attacks: `node attacked-process.ts '{"dataFolder": …}'`.
 * Beside HTTP it takes commands, a line of JSON each, for what reaches a real site by other ways: an import from a
 * file, and a delivery of events that loses, repeats and reorders them. It answers each with a line, and ends when its
 * input does.
 */
import { createInterface } from 'node:readline';
import { importIssue, type ImportedIssue } from '../../../sandbox/jira/issues/import-issue.ts';
import type { ProductEvent } from '../../../sandbox/seams.ts';
import { openSandbox, switchAccount } from '../../support/sandbox/open-sandbox.ts';
import type { SandboxProcessOptions } from '../../support/sandbox/open-sandbox.ts';

export type Command =
  | { do?: never; accountId: string; active: boolean }
  | { do: 'import'; issue: ImportedIssue }
  /** From now on events wait, as on their way. */
  | { do: 'hold events' }
  /** Delivers those of the waiting events, by their number from 0, in this order; the others are lost. */
  | { do: 'deliver events'; order: number[] };

const sandbox = await openSandbox(JSON.parse(process.argv[2] ?? '') as SandboxProcessOptions);
process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);

const app = sandbox.jira.context.app();
if (!app) throw new Error('The app is not installed.');
const publish = app.publish.bind(app);
let waiting: ProductEvent[] | undefined;
app.publish = event => {
  if (waiting) waiting.push(event);
  else publish(event);
};

function obey(command: Command): unknown {
  switch (command.do) {
    case undefined:
      switchAccount(sandbox, command.accountId, command.active);
      return {};
    case 'import': {
      const { id, key } = importIssue(sandbox.jira.context, command.issue);
      return { id, key };
    }
    case 'hold events':
      waiting = [];
      return {};
    case 'deliver events': {
      const events = waiting ?? [];
      waiting = undefined;
      for (const number of command.order) {
        const event = events[number];
        if (event) publish(event);
      }
      return { held: events.map(({ eventType }) => eventType) };
    }
  }
}

createInterface({ input: process.stdin })
  .on('line', line => {
    process.stdout.write(`${JSON.stringify(obey(JSON.parse(line) as Command))}\n`);
  })
  .once('close', () => {
    void sandbox.stop().then(() => process.exit(0));
  });
