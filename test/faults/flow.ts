import type { Person } from '../support/sandbox-client.ts';
import { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance, type Values } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { z } from 'zod';
import type { LocalSandbox } from '../support/sandbox/local-sandbox.ts';

/** What people do one after another; every step is tried with every fault, from the state that the one before left. */
export interface Flow {
  name: string;
  beginning: 'empty site' | 'company';
  steps: Step[];
}

export interface Step {
  does: string;
  /** Throws when the person who does it is told that it failed. */
  act: (world: World) => Promise<unknown>;
  /** Whether someone who looks, after they were told that it failed, finds it done. Absent: they just repeat it. */
  isDone?: (world: World) => Promise<boolean>;
  /** Done before, without faults. */
  before?: (world: World) => Promise<unknown>;
}

const issue = z.object({ id: z.string(), fields: z.object({ status: z.object({ name: z.string() }) }) });

/** The site as the people of a flow reach it. */
export class World {
  readonly sandbox: LocalSandbox;
  private readonly sites = new Map<string, Promise<Governance>>();

  constructor(sandbox: LocalSandbox) {
    this.sandbox = sandbox;
  }

  /** The space, whose tickets move as those of a work type do. */
  site(workType = 'Cloud account request'): Promise<Governance> {
    const known = this.sites.get(workType) ?? Governance.of(this.sandbox, `Remit: ${workType}`);
    this.sites.set(workType, known);
    return known;
  }

  async office(): Promise<MatrixOffice> {
    return MatrixOffice.of(await this.site());
  }

  async ticket(key: string, workType?: string): Promise<CloudAccountRequest> {
    const { body } = await this.sandbox.as('admin').get(`/rest/api/3/issue/${key}`);
    return new CloudAccountRequest(await this.site(workType), issue.parse(body).id, key);
  }

  async statusOf(key: string): Promise<string | undefined> {
    const { body } = await this.sandbox.as('admin').get(`/rest/api/3/issue/${key}`);
    return issue.safeParse(body).data?.fields.status.name;
  }

  /** Calls a function of the pages as the administrator; throws when it says no. */
  async invoke(functionKey: string, payload: unknown = {}): Promise<unknown> {
    const reply = await this.sandbox.as('admin').invoke(functionKey, payload);
    if (!reply.ok) throw new Error(`${functionKey} was refused: ${reply.code}: ${reply.message}`);
    return reply.data;
  }
}

/** Someone raises the ticket that gets this key. */
export function raises(
  key: string,
  values: (site: Governance) => Promise<Values> | Values,
  workType?: string,
): Step {
  return {
    does: 'raise',
    act: async world => {
      const site = await world.site(workType);
      const { status, body } = await site.create(await values(site), 'engineer');
      if (status !== 201) throw new Error(`Creating answered ${String(status)}: ${JSON.stringify(body)}`);
    },
    isDone: async world => (await world.statusOf(key)) !== undefined,
  };
}

export interface Movement {
  key: string;
  by: Person;
  name: string;
  /** The status that the transition leads to. */
  to: string;
  values?: Values;
  workType?: string;
}

/** Someone makes a transition. */
export function moves({ key, by, name, to, values = {}, workType }: Movement): Step {
  return {
    does: name,
    act: async world => {
      const { status, messages } = await (await world.ticket(key, workType)).moveAtOnce(by, name, values);
      if (status !== 204)
        throw new Error(`${name} was refused with ${String(status)}: ${messages.join(' ')}`);
    },
    isDone: async world => (await world.statusOf(key)) === to,
  };
}
