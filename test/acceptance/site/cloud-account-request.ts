import { z } from 'zod';
import type { Answer, Person } from '../../support/sandbox-client.ts';
import type { Evidence, Governance, Values } from './governance.ts';

const user = z.object({ accountId: z.string() }).nullish();
const issue = z.object({
  fields: z
    .object({
      status: z.object({ id: z.string(), name: z.string() }),
      assignee: user,
      labels: z.array(z.string()),
    })
    .catchall(z.unknown()),
});
const transitions = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });
const attached = z.array(z.object({ id: z.string() }));
const refusal = z.object({ errorMessages: z.array(z.string()), errors: z.record(z.string(), z.string()) });
const inline = z.object({
  text: z.string().optional(),
  attrs: z.object({ text: z.string() }).optional(),
});
const comments = z.object({
  comments: z.array(
    z.object({
      author: z.object({ accountId: z.string(), accountType: z.string() }),
      body: z.object({ content: z.array(z.object({ content: z.array(inline) })) }),
    }),
  ),
});

/** How a move ended: `codes` are those at the ends of the messages, in order. */
export interface Move {
  status: number;
  codes: string[];
  messages: string[];
}

/** What stands on a request. */
export interface Standing {
  status: string;
  assignee: string | null;
  accountable: string | null;
  performer: string | null;
  accountableRole: string | null;
  responsibility: string | null;
  contentHash: string | null;
  labels: string[];
}

/** One cloud account request, followed from outside. */
export class CloudAccountRequest {
  private readonly site: Governance;
  readonly id: string;
  readonly key: string;

  constructor(site: Governance, id: string, key: string) {
    this.site = site;
    this.id = id;
    this.key = key;
  }

  /** The names of the transitions that Jira offers a person. */
  async offered(person: Person): Promise<string[]> {
    const { body } = await this.site.sandbox.as(person).get(this.path('/transitions'));
    return transitions.parse(body).transitions.map(({ name }) => name);
  }

  /** Makes a transition as a person, offered or not, and waits for what follows. */
  async move(person: Person, name: string, values: Values = {}): Promise<Move> {
    const answer = await this.moveAtOnce(person, name, values);
    await this.site.sandbox.settle();
    return answer;
  }

  /** The same without waiting for what follows. */
  async moveAtOnce(person: Person, name: string, values: Values = {}): Promise<Move> {
    const fields = this.site.asFields(values);
    const body = {
      transition: { id: await this.transitionId(name) },
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
    };
    return moveOf(await this.site.sandbox.as(person).post(this.path('/transitions'), body));
  }

  /** Of those of that name the one that leads on from where the ticket stands, or else any. */
  private async transitionId(name: string): Promise<string> {
    const [first, ...others] = this.site.transitionsCalled(name);
    if (!first || others.length === 0) return this.site.transitionId(name);
    const { status } = (await this.read()).fields;
    return ([first, ...others].find(({ from }) => from.includes(status.id)) ?? first).id;
  }

  private async read(): Promise<z.infer<typeof issue>> {
    return issue.parse((await this.site.sandbox.as('admin').get(this.path())).body);
  }

  /** A move that has to succeed, for a test that is about something else. */
  async mustMove(person: Person, name: string, values: Values = {}): Promise<void> {
    const { status, messages } = await this.move(person, name, values);
    if (status !== 204) throw new Error(`${name} of ${this.key} was refused: ${messages.join('\n')}`);
  }

  /** Edits fields as a person who may, and waits for what follows. */
  async edit(person: Person, values: Values): Promise<void> {
    const { status, body } = await this.tryToEdit(person, values);
    if (status !== 204) throw new Error(`${person} can’t edit ${this.key}: ${JSON.stringify(body)}`);
  }

  /** The same for a person who may be refused. */
  async tryToEdit(person: Person, values: Values): Promise<Answer> {
    const answer = await this.editAtOnce(person, values);
    await this.site.sandbox.settle();
    return answer;
  }

  /** The same without waiting for what follows. */
  editAtOnce(person: Person, values: Values): Promise<Answer> {
    return this.site.sandbox.as(person).put(this.path(), { fields: this.site.asFields(values) });
  }

  /** Attaches a file as a person, and waits for what follows. @returns the id of the attachment; undefined when refused */
  async attach(person: Person, filename: string, content: string | Uint8Array): Promise<string | undefined> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { status, body } = await this.site.sandbox
      .as(person)
      .upload(this.path('/attachments'), filename, bytes);
    await this.site.sandbox.settle();
    return status === 200 ? attached.parse(body)[0]?.id : undefined;
  }

  /** Takes an attachment off as a person, and waits for what follows. */
  async detach(person: Person, attachment: string): Promise<Answer> {
    const answer = await this.site.sandbox.as(person).delete(`/rest/api/3/attachment/${attachment}`);
    await this.site.sandbox.settle();
    return answer;
  }

  async now(): Promise<Standing> {
    const { fields } = await this.read();
    const field = (name: string) => fields[this.site.fieldId(name)];
    const person = (name: string) => user.parse(field(name))?.accountId ?? null;
    const text = (name: string) => z.string().nullish().parse(field(name)) ?? null;
    return {
      status: fields.status.name,
      assignee: fields.assignee?.accountId ?? null,
      accountable: person('Accountable'),
      performer: person('Performer'),
      accountableRole: text('Accountable role'),
      responsibility: text('Responsibility'),
      contentHash: text('Content hash'),
      labels: fields.labels,
    };
  }

  /** What the app has said on the ticket, oldest first, as plain text. */
  async comments(): Promise<string[]> {
    const { body } = await this.site.sandbox.as('admin').get(this.path('/comment'));
    return comments
      .parse(body)
      .comments.filter(({ author }) => author.accountType === 'app')
      .map(comment =>
        comment.body.content
          .map(({ content }) => content.map(({ text, attrs }) => text ?? attrs?.text ?? '').join(''))
          .join('\n'),
      );
  }

  /** The entries of the ledger about this request, oldest first. */
  async evidence(kind?: string): Promise<Evidence[]> {
    const entries = (await this.site.evidence(`ticket:${this.id}`)).reverse();
    return kind === undefined ? entries : entries.filter(entry => entry.kind === kind);
  }

  path(rest = ''): string {
    return `/rest/api/3/issue/${this.key}${rest}`;
  }
}

function moveOf({ status, body }: Answer): Move {
  if (status === 204) return { status, codes: [], messages: [] };
  const { errorMessages, errors } = refusal.parse(body);
  const messages = [...errorMessages.flatMap(message => message.split('\n')), ...Object.values(errors)];
  const codes = messages.flatMap(message => /\(([A-Z_]+)\)$/.exec(message)?.[1] ?? []);
  return { status, codes, messages };
}
