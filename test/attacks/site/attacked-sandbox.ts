import { join } from 'node:path';
import { z } from 'zod';
import { CloudAccountRequest } from '../../acceptance/site/cloud-account-request.ts';
import { Governance, type Values } from '../../acceptance/site/governance.ts';
import { run, type RunningProcess } from '../../support/sandbox/running-sandbox.ts';
import { TestSandbox, type Person, type TestSandboxOptions } from '../../support/sandbox-client.ts';
import type { Command } from './attacked-process.ts';

const PROCESS = join(import.meta.dirname, 'attacked-process.ts');

const imported = z.object({ id: z.string(), key: z.string() });
const delivered = z.object({ held: z.array(z.string()) });

interface Import {
  values: Values;
  creator: Person;
  history?: Past[];
  /** What REST would refuse. */
  unchecked?: Values;
  created?: string;
  updated?: string;
}

/** An entry of the ledger, as it is stored. */
export interface Filled {
  id: string;
  at: string;
  kind: string;
  facts: Record<string, unknown>;
}

const ROWS_AT_ONCE = 200;

/** A status that a file says a work item had, and who moved it on, and when. */
export interface Past {
  by: Person;
  at: string;
  from: string;
  to: string;
}

/** A sandbox of its own with the sample company, and what reaches a site by other ways than HTTP. */
export class AttackedSandbox {
  readonly sandbox: TestSandbox;
  private readonly running: () => RunningProcess;

  private constructor(sandbox: TestSandbox, running: () => RunningProcess) {
    this.sandbox = sandbox;
    this.running = running;
  }

  static async start(options: TestSandboxOptions = {}): Promise<AttackedSandbox> {
    let running: RunningProcess | undefined;
    const begin: TestSandboxOptions['begin'] = async asked => (running = await run(asked, PROCESS));
    const sandbox = await TestSandbox.start({ ...options, begin });
    return new AttackedSandbox(sandbox, () => {
      if (!running) throw new Error('The sandbox is not running.');
      return running;
    });
  }

  /** Imports a work item from a file, as an administrator does, into a status of the workflow. */
  async import(
    site: Governance,
    workType: string,
    status: string,
    { values, creator, history = [], unchecked = {}, ...dates }: Import,
  ): Promise<CloudAccountRequest> {
    const issue = {
      project: 'GOV',
      workType,
      status,
      creator: site.accountId(creator),
      ...dates,
      fields: { summary: 'Brought along from elsewhere', ...site.asFields(values) },
      unchecked: site.asFields(unchecked),
      history: history.map(({ by, ...past }) => ({ ...past, by: site.accountId(by) })),
    };
    const { id, key } = imported.parse(await this.tell({ do: 'import', issue }));
    return new CloudAccountRequest(site, id, key);
  }

  /** Fills the ledger with entries about a ticket, as it was filled by releases that set no bounds. */
  async fill(ticket: { id: string }, entries: readonly Filled[]): Promise<void> {
    const columns = ['id', 'at', 'kind', 'version', 'actor', 'subject', 'facts'];
    for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
      const rows = entries.slice(start, start + ROWS_AT_ONCE);
      const places = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
      const names = columns.map(name => `\`${name}\``).join(', ');
      await this.tell({
        do: 'write',
        query: `INSERT INTO \`evidence_entry\` (${names}) VALUES ${places}`,
        parameters: rows.flatMap(({ id, at, kind, facts }) => {
          const text = JSON.stringify({ ...facts, ticket: ticket.id });
          return [id, at, kind, 1, null, `ticket:${ticket.id}`, text];
        }),
      });
    }
  }

  /** From now on events wait, as on their way. */
  async holdEvents(): Promise<void> {
    await this.tell({ do: 'hold events' });
  }

  /**
   * Delivers of the events that waited those that are named, by their number from 0, in this order, and has what
   * follows done; the others are lost.
   * @returns the types of all that waited
   */
  async deliverEvents(order: readonly number[]): Promise<string[]> {
    const { held } = delivered.parse(await this.tell({ do: 'deliver events', order: [...order] }));
    await this.sandbox.settle();
    return held;
  }

  private tell(command: Command): Promise<unknown> {
    return this.running().tell(command);
  }
}
