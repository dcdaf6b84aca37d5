/** The site of one sequence: its people, its tickets, and everything that is written down of them. */
import { CloudAccountRequest } from '../../acceptance/site/cloud-account-request.ts';
import { Governance } from '../../acceptance/site/governance.ts';
import { PEOPLE, type Person } from '../../support/sandbox-client.ts';
import type { LocalSandbox } from '../../support/sandbox/local-sandbox.ts';
import { placesOf, type Places } from '../site/elsewhere.ts';
import { WORK_TYPES } from './acts.ts';
import { Chronicler, type Chronicle } from './chronicle.ts';
import { Offices } from './offices.ts';

/** A ticket as people reach it, the site of its work type, and what was written down of it. */
export interface Ticket {
  request: CloudAccountRequest;
  site: Governance;
  chronicle: Chronicle;
}

export class Stage {
  readonly sandbox: LocalSandbox;
  readonly offices = new Offices();
  readonly chronicler: Chronicler;
  readonly places: Places;
  private readonly sites: ReadonlyMap<string, Governance>;
  private accounts = 0;
  private hears = true;

  private constructor(sandbox: LocalSandbox, sites: ReadonlyMap<string, Governance>, places: Places) {
    this.sandbox = sandbox;
    this.sites = sites;
    this.places = places;
    this.chronicler = new Chronicler(sandbox, this.site('Cloud account request'), this.offices);
    const app = sandbox.inside.jira.context.app();
    if (!app) throw new Error('The app is not installed.');
    const publish = app.publish.bind(app);
    app.publish = event => {
      if (this.hears) publish(event);
    };
  }

  static async on(sandbox: LocalSandbox): Promise<Stage> {
    const sites = new Map<string, Governance>();
    for (const name of WORK_TYPES) sites.set(name, await Governance.of(sandbox, `Remit: ${name}`));
    const [site] = sites.values();
    if (!site) throw new Error('There is no work type.');
    return new Stage(sandbox, sites, await placesOf(site));
  }

  site(workType: string): Governance {
    const found = this.sites.get(workType);
    if (!found) throw new RangeError(`There is no work type ${workType}.`);
    return found;
  }

  /** The ticket of that number, counted from the beginning again when there are fewer; undefined when there is none left. */
  ticket(number: number): Ticket | undefined {
    const there = this.chronicler.tickets.filter(({ goneAt }) => goneAt === null);
    const chronicle = there[number % Math.max(1, there.length)];
    if (!chronicle) return undefined;
    const site = this.site(chronicle.look.workType);
    return { request: new CloudAccountRequest(site, chronicle.id, chronicle.key), site, chronicle };
  }

  /** Whose account it is; undefined for an app, or no one of the sample company. */
  personOf(accountId: string | undefined): Person | undefined {
    const site = this.site('Access request');
    return PEOPLE.find(person => site.accountId(person) === accountId);
  }

  /** An account id that no ticket had. */
  nextAccountId(): string {
    this.accounts += 1;
    return String(100_000_000_000 + this.accounts);
  }

  /** Of what follows, the app hears nothing until the next sweep. */
  loseEvents(): void {
    this.hears = false;
  }

  async sweep(): Promise<void> {
    this.hears = true;
    await this.sandbox.run('sweep');
  }
}
