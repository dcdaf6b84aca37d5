/** The space GOV of a running sandbox, as its people and its auditors see it. */
import { z } from 'zod';
import {
  PEOPLE,
  TestSandbox,
  type Answer,
  type Person,
  type TestSandboxOptions,
} from '../../support/sandbox-client.ts';
import { CloudAccountRequest } from './cloud-account-request.ts';

const named = z.object({ id: z.string(), name: z.string() });
const transition = named.extend({
  links: z.array(z.object({ fromStatusReference: z.string().nullish() })).default([]),
});
const workflows = z.object({ workflows: z.array(z.object({ transitions: z.array(transition) })) });
const account = z.object({ accountId: z.string(), displayName: z.string() });
const created = z.object({ id: z.string(), key: z.string() });
const registered = z.object({
  accounts: z.array(
    z.object({ provider: z.string(), accountId: z.string(), ticket: z.string(), owner: z.string() }),
  ),
});
const evidencePage = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      kind: z.string(),
      actor: z.string().nullable(),
      subject: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  people: z.array(z.object({ pseudonym: z.string(), accountId: z.string(), name: z.string().nullable() })),
  cursor: z.string().optional(),
});

export type Evidence = z.infer<typeof evidencePage>['entries'][number];

/** Values by the names of fields; people by the names of `PEOPLE` or their account id; null empties. */
export type Values = Readonly<Record<string, string | null>>;

/** Everything that Submit asks for. */
export const COMPLETE: Values = {
  'Cloud service': 'AWS',
  Environment: 'Production',
  'Data classification': 'Confidential',
  'Account owner': 'engineer2',
  'Security contact': 'secops',
};

/** An event is delivered, and then again four times when the app asks for it. Source: Forge, "Retry Atlassian app events". */
const DELIVERIES_OF_AN_EVENT = 5;

const USER_FIELDS = new Set([
  'Account owner',
  'Security contact',
  'Billing owner',
  'Beneficiary',
  'Accountable',
  'Performer',
  'reporter',
]);
const TEXT_FIELDS = new Set([
  'Account ID',
  'Entitlement',
  'Access until',
  'Accountable role',
  'Responsibility',
  'Content hash',
  'Effective date',
  'summary',
]);

export class Governance {
  readonly sandbox: TestSandbox;
  /** Of the requests that it raises and whose transitions it knows. */
  private readonly workType: string;
  /** Field ids by name. */
  private readonly fieldIds: ReadonlyMap<string, string>;
  private readonly transitions: readonly z.infer<typeof transition>[];
  private readonly people: ReadonlyMap<string, z.infer<typeof account>>;

  private constructor(
    sandbox: TestSandbox,
    workType: string,
    fieldIds: Governance['fieldIds'],
    transitions: Governance['transitions'],
    people: Governance['people'],
  ) {
    this.sandbox = sandbox;
    this.workType = workType;
    this.fieldIds = fieldIds;
    this.transitions = transitions;
    this.people = people;
  }

  /** A sandbox of its own, with the sample company set up in it. */
  static async open(options?: TestSandboxOptions): Promise<Governance> {
    return Governance.of(await TestSandbox.start(options));
  }

  /** @param sandbox - on which set-up has ended; @param workflowName - the workflow whose transitions are meant */
  static async of(sandbox: TestSandbox, workflowName = 'Remit: Cloud account request'): Promise<Governance> {
    const admin = sandbox.as('admin');
    const fields = z.array(named).parse((await admin.get('/rest/api/3/field')).body);
    const workflow = { workflowNames: [workflowName] };
    const [found] = workflows.parse((await admin.post('/rest/api/3/workflows', workflow)).body).workflows;
    const people = await Promise.all(
      PEOPLE.map(async person => {
        const { body } = await sandbox.as(person).get('/rest/api/3/myself');
        return [person, account.parse(body)] as const;
      }),
    );
    return new Governance(
      sandbox,
      workflowName.replace('Remit: ', ''),
      new Map(fields.map(({ id, name }) => [name, id])),
      found?.transitions ?? [],
      new Map(people),
    );
  }

  accountId(person: Person): string {
    return this.known(this.people.get(person)?.accountId, person);
  }

  nameOf(person: Person): string {
    return this.known(this.people.get(person)?.displayName, person);
  }

  fieldId(name: string): string {
    return this.known(this.fieldIds.get(name), name);
  }

  /** The transitions of that name, each with the ids of the statuses that it leads from. */
  transitionsCalled(name: string): { id: string; from: string[] }[] {
    return this.transitions
      .filter(one => one.name === name)
      .map(({ id, links }) => ({
        id,
        from: links.flatMap(({ fromStatusReference }) => fromStatusReference ?? []),
      }));
  }

  /** @throws when several have that name: which one is meant is then a matter of where a ticket stands */
  transitionId(name: string): string {
    const [found, ...others] = this.transitionsCalled(name);
    if (others.length > 0) throw new Error(`There are several transitions ${name}.`);
    return this.known(found?.id, name);
  }

  /** Values in the shapes of Jira's REST API, by field id. */
  asFields(values: Values): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        this.fieldIds.get(name) ?? name,
        this.asJira(name, value),
      ]),
    );
  }

  /** Raises a request and waits until it is routed. Only what is given is filled in. */
  async raise(values: Values = COMPLETE, as: Person = 'engineer'): Promise<CloudAccountRequest> {
    const answer = await this.create(values, as);
    if (answer.status !== 201) throw new Error(`Creating answered ${JSON.stringify(answer)}`);
    await this.sandbox.settle();
    const { id, key } = created.parse(answer.body);
    return new CloudAccountRequest(this, id, key);
  }

  create(values: Values, as: Person): Promise<Answer> {
    const place = { project: { key: 'GOV' }, issuetype: { name: this.workType } };
    const fields = { ...place, summary: 'Account for the data platform', ...this.asFields(values) };
    return this.sandbox.as(as).post('/rest/api/3/issue', { fields });
  }

  /** Raises a request and submits it. */
  async submitted(values: Values = COMPLETE, as: Person = 'engineer'): Promise<CloudAccountRequest> {
    const request = await this.raise(values, as);
    await request.mustMove(as, 'Submit');
    return request;
  }

  /** Raises, submits and has it approved by the Cloud Platform Owner. */
  async approved(values: Values = COMPLETE): Promise<CloudAccountRequest> {
    const request = await this.submitted(values);
    await request.mustMove('cloud', 'Approve');
    return request;
  }

  /** Does something of which the app never hears: its event fails as often as Forge delivers it. */
  async unheard<T>(act: () => Promise<T>): Promise<T> {
    const match = { function: 'on-ticket-event' };
    await this.sandbox.fault({ match, status: 500, times: DELIVERIES_OF_AN_EVENT });
    const result = await act();
    for (let delivery = 1; delivery < DELIVERIES_OF_AN_EVENT; delivery += 1)
      await this.sandbox.advance('PT30S');
    await this.sandbox.clearFaults();
    return result;
  }

  /** Everything in the ledger about a subject, newest first, with accounts in the place of pseudonyms. */
  async evidence(subject: string): Promise<Evidence[]> {
    const entries: Evidence[] = [];
    for (const page of await this.evidencePages({ subject })) {
      const accounts = new Map(page.people.map(({ pseudonym, accountId }) => [pseudonym, accountId]));
      const text = JSON.stringify(page.entries);
      const told = text.replaceAll(/p-[a-z2-7]{26}/g, pseudonym => accounts.get(pseudonym) ?? pseudonym);
      entries.push(...evidencePage.shape.entries.parse(JSON.parse(told)));
    }
    return entries;
  }

  /** The ledger as it is stored, page by page. */
  async evidencePages(asked: { subject?: string } = {}): Promise<z.infer<typeof evidencePage>[]> {
    const pages: z.infer<typeof evidencePage>[] = [];
    for (let cursor: string | undefined; ;) {
      const payload = { ...asked, ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.sandbox.as('auditor').ask('evidence.list', evidencePage, payload);
      pages.push(page);
      if (page.cursor === undefined) return pages;
      cursor = page.cursor;
    }
  }

  async registeredAccounts(): Promise<z.infer<typeof registered>['accounts']> {
    return (await this.sandbox.as('auditor').ask('account.list', registered)).accounts;
  }

  /** Imports holders, given as lines `role,email,capacity,from,to`, as the administrator, and waits for what follows. */
  async appoint(...lines: string[]): Promise<void> {
    await this.import('holders', ['role,email,capacity,from,to', ...lines]);
    await this.sandbox.settle();
  }

  async import(dataset: string, lines: readonly string[]): Promise<void> {
    const csv = `${lines.join('\n')}\n`;
    const answer = await this.sandbox.as('admin').invoke('register.import', { dataset, csv });
    if (!answer.ok) throw new Error(`register.import refused: ${JSON.stringify(answer)}`);
  }

  /** The day on the sandbox's clock. @param days - from today */
  async day(days = 0): Promise<string> {
    const now = Date.parse(await this.sandbox.now());
    return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  }

  private asJira(name: string, value: string | null): unknown {
    if (value === null || TEXT_FIELDS.has(name)) return value;
    if (!USER_FIELDS.has(name)) return { value };
    return { accountId: this.people.get(value)?.accountId ?? value };
  }

  private known(found: string | undefined, name: string): string {
    if (found === undefined) throw new RangeError(`The site has no ${name}.`);
    return found;
  }
}
