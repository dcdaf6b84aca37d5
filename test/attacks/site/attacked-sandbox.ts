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
