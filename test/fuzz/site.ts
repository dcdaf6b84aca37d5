import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { SAMPLE_ACCOUNTS } from '../../sandbox/company/accounts.ts';
import { scenario } from '../../sandbox/company/scenario.ts';
import type { LoggedLine } from '../../sandbox/forge/invocations.ts';
import type { RecordedCall } from '../../sandbox/seams.ts';
import { switchAccount } from '../support/sandbox/open-sandbox.ts';
import {
  BUNDLE,
  fillWithCompany,
  morningAfter,
  setClock,
  setUpCompany,
} from '../support/sandbox/prepared-company.ts';
import { access } from '../acceptance/site/access.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { TestSandbox } from '../support/sandbox-client.ts';
import { openTestStorage, type TestStorage } from '../support/test-storage.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const idOf = z.array(z.object({ id: z.string() }));

/** The real app in the sample company, with tickets in several statuses, in this process: what it logs and calls is seen. */
export class FuzzedSite extends TestSandbox {
  readonly sandbox: Sandbox;
  /** Texts that mean something here, so that not every case ends at the first question. */
  known: Known = { issueKeys: [], issueIds: [], fieldIds: [], statusIds: [], texts: [] };
  private readonly errors: LoggedLine[];

  private constructor(dataFolder: string, sandbox: Sandbox, errors: LoggedLine[], served?: TestStorage) {
    const running = {
      url: sandbox.url,
      setActive: (accountId: string, active: boolean) => {
        switchAccount(sandbox, accountId, active);
        return Promise.resolve();
      },
      end: () => sandbox.stop(),
    };
    super(dataFolder, {}, running, undefined, served);
    this.sandbox = sandbox;
    this.errors = errors;
  }

  static async open(): Promise<FuzzedSite> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'fuzz-'));
    const company = await setUpCompany();
    cpSync(company, dataFolder, { recursive: true });
    setClock(dataFolder, morningAfter(dataFolder));
    const served = await openTestStorage();
    if (served) await fillWithCompany(served, company);
    const errors: LoggedLine[] = [];
    const sandbox = await startSandbox({
      appFolder: ROOT,
      bundle: join(dataFolder, BUNDLE),
      shellFolder: join(ROOT, '.build', 'shell'),
      dataFolder,
      scenario,
      empty: true,
      port: 0,
      log: line => {
        if (line.level === 'error' || line.level === 'warn') errors.push(line);
      },
      ...(served && { storage: served.address }),
    });
    const site = new FuzzedSite(dataFolder, sandbox, errors, served);
    await site.settle();
    await site.populate();
    return site;
  }

  /** A second passes, so that a limit per second is met only by one case that breaks it alone. */
  tick(): void {
    this.sandbox.clock.advance(1_000);
    this.sandbox.host.clockMoved();
  }

  lastCall(): number {
    return this.sandbox.host.calls(this.counted).at(-1)?.n ?? this.counted;
  }

  /** What the app called since `lastCall` answered `since`. */
  callsSince(since: number): RecordedCall[] {
    this.counted = since;
    return this.sandbox.host.calls(since);
  }

  private counted = 0;

  /** What the app said of errors, and the host of functions that failed, since this was asked last. */
  errorsLogged(): LoggedLine[] {
    return this.errors.splice(0);
  }

  private async populate(): Promise<void> {
    const accounts = await Governance.of(this);
    const requests = await Governance.of(this, 'Remit: Access request');
    const tickets = [
      await accounts.raise({}),
      await accounts.raise(),
      await accounts.submitted(),
      await accounts.approved(),
      await requests.raise(await access(requests)),
      await requests.submitted(await access(requests)),
    ];
    const admin = this.as('admin');
    const ids = async (path: string) => idOf.parse((await admin.get(path)).body).map(({ id }) => id);
    const issueKeys = tickets.map(({ key }) => key);
    const people = SAMPLE_ACCOUNTS.flatMap(({ accountId, email, displayName }) => [
      accountId,
      email,
      displayName,
    ]);
    this.known = {
      issueKeys,
      issueIds: tickets.map(({ id }) => id),
      fieldIds: await ids('/rest/api/3/field'),
      statusIds: await ids('/rest/api/3/status'),
      texts: [...issueKeys, ...people, ...WORDS],
    };
    this.errorsLogged();
  }
}

export interface Known {
  issueKeys: string[];
  issueIds: string[];
  fieldIds: string[];
  statusIds: string[];
  /** Of all kinds. */
  texts: string[];
}

const WORDS = [
  'ciso',
  'executive-owner',
  'cloud-platform-owner',
  'IAM Lead',
  'aws',
  'AWS',
  'GitHub',
  '*',
  'Governance',
  'Identity and access management',
  'Asset and configuration management',
  'Cloud account provisioning',
  'Access approval',
  'Cloud account request',
  'Responsibility change',
  'Approve',
  'Submit',
  'gate-decided',
  'matrix:1',
  'who owns cloud account provisioning on AWS?',
];
