/**
 * A process of its own that runs one sandbox for a test of attacks: `node attacked-process.ts '{"dataFolder": …}'`.
 * Beside HTTP it takes commands, a line of JSON each, for what reaches a real site by other ways: an import from a
 * file, and a delivery of events that loses, repeats and reorders them. It answers each with a line, and ends when its
 * input does.
 */
import { createInterface } from 'node:readline';
import { importIssue, type ImportedIssue } from '../../../sandbox/jira/issues/import-issue.ts';
import { SqliteStorage } from '../../../sandbox/forge/sql/sqlite-storage.ts';
import type { SqlStorage } from '../../../sandbox/forge/sql/sql-storage.ts';
import type { ProductEvent } from '../../../sandbox/seams.ts';
import { openSandbox, switchAccount } from '../../support/sandbox/open-sandbox.ts';
import type { SandboxProcessOptions } from '../../support/sandbox/open-sandbox.ts';

export type Command =
  | { do?: never; accountId: string; active: boolean }
  | { do: 'import'; issue: ImportedIssue }
  /** From now on events wait, as on their way. */
  | { do: 'hold events' }
  /** Writes into the database of the app, whose volume no test could bring about by HTTP. */
  | { do: 'write'; query: string; parameters: (string | number | null)[] }
  /** Delivers those of the waiting events, by their number from 0, in this order; the others are lost. */
  | { do: 'deliver events'; order: number[] };

const options = JSON.parse(process.argv[2] ?? '') as SandboxProcessOptions;
const sandbox = await openSandbox(options);
process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);

const app = sandbox.jira.context.app();
if (!app) throw new Error('The app is not installed.');
const publish = app.publish.bind(app);
let waiting: ProductEvent[] | undefined;
app.publish = event => {
  if (waiting) waiting.push(event);
  else publish(event);
};

let written: Promise<SqlStorage> | undefined;

function openStorage(): Promise<SqlStorage> {
  const { storage, dataFolder } = options;
  return storage === undefined
    ? Promise.resolve(new SqliteStorage(dataFolder))
    : import('../../../sandbox/forge/sql/mysql-storage.ts').then(({ MysqlStorage }) =>
        MysqlStorage.connect(storage),
      );
}

async function obey(command: Command): Promise<unknown> {
  switch (command.do) {
    case undefined:
      switchAccount(sandbox, command.accountId, command.active);
      return {};
    case 'import': {
      const { id, key } = importIssue(sandbox.jira.context, command.issue);
      return { id, key };
    }
    case 'write': {
      const storage = await (written ??= openStorage());
      await storage.execute(command.query, command.parameters, 'dml');
      return {};
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
    void obey(JSON.parse(line) as Command).then(answer => {
      process.stdout.write(`${JSON.stringify(answer)}\n`);
    });
  })
  .once('close', () => {
    void sandbox.stop().then(() => process.exit(0));
  });
