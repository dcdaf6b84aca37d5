/** The responsibility matrix of a running sandbox, as administrators and readers reach it. */
import { z } from 'zod';
import type { Person, Reply } from '../../support/sandbox-client.ts';
import { CloudAccountRequest } from './cloud-account-request.ts';
import { Governance } from './governance.ts';

export const row = z.object({
  id: z.string(),
  domain: z.string(),
  activity: z.string(),
  service: z.string(),
  party: z.string(),
  accountable: z.array(z.string()),
  responsible: z.array(z.string()),
  consulted: z.array(z.string()),
  informed: z.array(z.string()),
  customerTasks: z.string(),
  providerTasks: z.string(),
  policy: z.string(),
  procedure: z.string(),
  systemOfRecord: z.string(),
  evidence: z.string(),
  contractClause: z.string(),
  frequency: z.string(),
});

export type Row = z.infer<typeof row>;

const exported = z.object({ fileName: z.string(), csv: z.string(), cursor: z.string().optional() });
const draft = z.object({
  draft: z
    .object({
      number: z.number(),
      base: z.number().nullable(),
      authors: z.array(z.object({ accountId: z.string() })),
      state: z.string(),
      ticket: z.string().nullable(),
      revision: z.number(),
      rows: z.array(row),
      cursor: z.string().optional(),
    })
    .nullable(),
});
const version = z.object({
  number: z.number(),
  changeTicket: z.string().nullable(),
  effectiveFrom: z.string(),
  approvedBy: z.object({ accountId: z.string() }),
  inForce: z.boolean(),
});
const view = z.object({
  version,
  versions: z.array(version),
  rows: z.array(row),
  cursor: z.string().optional(),
  roles: z.array(
    z.object({
      key: z.string(),
      holder: z.object({ accountId: z.string() }).nullable(),
      viaDeputy: z.boolean(),
    }),
  ),
  youMayEdit: z.boolean(),
});
const issue = z.object({ id: z.string() });
const submitted = z.object({ ticket: z.string() });

export class MatrixOffice {
  readonly site: Governance;
  /** The same site, whose tickets move as Responsibility changes do. */
  private readonly changes: Governance;

  private constructor(site: Governance, changes: Governance) {
    this.site = site;
    this.changes = changes;
  }

  static async of(site: Governance): Promise<MatrixOffice> {
    return new MatrixOffice(site, await Governance.of(site.sandbox, 'Remit: Responsibility change'));
  }

  /** The whole file, all pages of it. */
  async exported(payload: object = {}, as: Person = 'admin'): Promise<string> {
    let csv = '';
    for (let cursor: string | undefined; ;) {
      const page = await this.site.sandbox.as(as).ask('register.export', exported, {
        dataset: 'responsibilities',
        ...payload,
        ...(cursor ? { cursor } : {}),
      });
      csv += page.csv;
      if (page.cursor === undefined) return csv;
      cursor = page.cursor;
    }
  }

  import(csv: string, more: object = {}): Promise<Reply> {
    return this.site.sandbox
      .as('admin')
      .invoke('register.import', { dataset: 'responsibilities', csv, ...more });
  }

  /** The draft that is there; its first page of rows. */
  async draft(): Promise<NonNullable<z.infer<typeof draft>['draft']>> {
    const found = (await this.site.sandbox.as('admin').ask('matrix.draft', draft)).draft;
    if (!found) throw new Error('There is no draft.');
    return found;
  }

  edit(payload: object): Promise<Reply> {
    return this.site.sandbox.as('admin').invoke('matrix.edit', payload);
  }

  /** Changes one row of the draft, which is begun when there is none. */
  async put(id: string, change: Partial<Row>): Promise<void> {
    await this.edit({ edit: 'begin' });
    const { revision, rows } = await this.draft();
    const known = rows.find(one => one.id === id);
    if (!known) throw new RangeError(`The draft has no row ${id}.`);
    const reply = await this.edit({ edit: 'put row', revision, row: { ...known, ...change } });
    if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  }

  view(payload: object = {}, as: Person = 'engineer'): Promise<z.infer<typeof view>> {
    return this.site.sandbox.as(as).ask('matrix.view', view, payload);
  }

  /** Opens the Responsibility change of the draft, and waits until it is routed. */
  async opened(): Promise<CloudAccountRequest> {
    const { ticket } = await this.site.sandbox.as('admin').ask('matrix.submit', submitted);
    await this.site.sandbox.settle();
    const { body } = await this.site.sandbox.as('admin').get(`/rest/api/3/issue/${ticket}`);
    return new CloudAccountRequest(this.changes, issue.parse(body).id, ticket);
  }
}
