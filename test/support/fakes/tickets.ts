import { hash } from 'node:crypto';
import type { Account, AccountId } from '../../../src/domain/shared/account';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import type { CommentParagraph } from '../../../src/domain/ticket/comment';
import { markLabel } from '../../../src/domain/ticket/new-ticket';
import type { Change, ScreenChanges, Ticket } from '../../../src/domain/ticket/ticket';
import {
  APP_FIELD_NAMES,
  FIELD_NAMES,
  PEOPLE_FIELDS,
  type AppFieldName,
  type FieldName,
} from '../../../src/domain/work-type/fields';
import type { Clock } from '../../../src/ports/clock';
import type { Tickets } from '../../../src/ports/tickets';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { type Who, type WorkType } from '../../../src/domain/work-type/work-type';
import { ENGINEER } from '../builders/company';
import { aTicket, EMPTY, workTypeNamed as ofProduct } from '../builders/ticket';
import type { Faults } from './faults';

/** The account that the app writes as. */
export const THE_APP = 'acc-remit';

export interface Comment {
  mark: string;
  text: string;
  mentions: AccountId[];
}

/** The values that an edit or a transition's screen sets, by field name, with `reporter` among them. */
export type Edit = Partial<Record<FieldName | AppFieldName | 'reporter', string | null>>;

export interface MemoryTickets extends Tickets {
  create(
    creator: AccountId,
    fields: Partial<Ticket['fields']>,
    workType?: WorkType,
    said?: Pick<Ticket, 'summary'>,
  ): Ticket;
  /** Changes fields as someone, outside any transition; with a status, past every gate. */
  edit(actor: AccountId, id: string, edit: Edit, status?: string): void;
  /** Changes summary or description as someone. */
  write(actor: AccountId, id: string, text: Partial<Pick<Ticket, 'summary' | 'description'>>): void;
  /** Attaches a file as someone. @returns the id of the attachment */
  attach(actor: AccountId, id: string, filename: string, text: string): string;
  /** Removes an attachment as someone. */
  detach(actor: AccountId, id: string, attachment: string): void;
  /** Attachments that Jira doesn't give. */
  readonly lostFiles: Set<string>;
  /** The attachments that were read, in order. */
  readonly filesRead: string[];
  /** As Jira has it now. */
  get(idOrKey: string): Ticket;
  comments(id: string): readonly Comment[];
  remove(id: string): void;
  /** People Jira does not let tickets be assigned to. */
  readonly notAssignable: Set<AccountId>;
  /** How many comments of the app a ticket takes. */
  readonly limits: { comments: number };
  /** Tickets that a search does not show whole. */
  readonly unshown: Set<string>;
  /** Those that were moved out of the space, by id, with the key that they have there. */
  readonly elsewhere: Map<string, string>;
}

type Known = Omit<Ticket, 'accounts'> & { comments: Comment[]; updated: string };

const PAGE_SIZE = 2;

/** Tickets that behave as Jira's: what changes is in the history, by the person who did it. Ids of statuses are their names. */
export function memoryTickets(
  clock: Clock,
  faults: Faults,
  accountOf: (id: AccountId) => Account | undefined,
  {
    caller = ENGINEER,
    workTypeNamed = ofProduct,
  }: { caller?: AccountId; workTypeNamed?: typeof ofProduct } = {},
): MemoryTickets {
  const tickets = new Map<string, Known>();
  const notAssignable = new Set<AccountId>();
  const unshown = new Set<string>();
  const elsewhere = new Map<string, string>();
  const lostFiles = new Set<string>();
  const filesRead: string[] = [];
  const files = new Map<string, string>();
  const limits = { comments: Infinity };
  let changes = 0;
  const known = (idOrKey: string) =>
    tickets.get(idOrKey) ?? [...tickets.values()].find(({ key }) => key === idOrKey);
  const here = (idOrKey: string) => {
    const ticket = known(idOrKey);
    return ticket && elsewhere.has(ticket.id) ? undefined : ticket;
  };
  const must = (idOrKey: string): Known => {
    const ticket = known(idOrKey);
    if (!ticket) throw new RangeError(`There is no ticket ${idOrKey}.`);
    return ticket;
  };
  const read = (ticket: Known): Ticket => {
    const { comments: _comments, updated: _updated, ...rest } = structuredClone(ticket);
    const people = peopleOn(ticket).flatMap(id => accountOf(id) ?? []);
    return { ...rest, accounts: new Map(people.map(account => [account.accountId, account])) };
  };
  const change = (id: string, actor: AccountId, by: Partial<Known>, entries: Change[]) => {
    const before = must(id);
    changes += 1;
    const entry = { id: String(changes), at: clock.now(), actor, changes: entries };
    tickets.set(before.id, { ...before, ...by, updated: clock.now(), history: [...before.history, entry] });
  };
  const edit = (actor: AccountId, id: string, values: Edit, status?: string) => {
    const ticket = must(id);
    const { reporter, ...fields } = values;
    const now = { ...ticket.fields, ...ticket.appFields, reporter: ticket.reporter };
    const entries: Change[] = (Object.entries(values) as [keyof typeof now, string | null][])
      .filter(([field, to]) => now[field] !== to)
      .map(([field, to]) => ({ field, from: now[field], to }));
    if (status !== undefined) entries.push({ field: 'status', from: ticket.status, to: status });
    if (entries.length === 0) return;
    change(
      id,
      actor,
      {
        ...(status === undefined ? {} : { status }),
        ...(reporter === undefined ? {} : { reporter }),
        fields: { ...ticket.fields, ...pick(fields, FIELD_NAMES) },
        appFields: { ...ticket.appFields, ...pick(fields, APP_FIELD_NAMES) },
      },
      entries,
    );
  };
  const add = (creator: AccountId, ticket: Partial<Ticket> & { workType: string }): Known => {
    const number = tickets.size + 1;
    const [id, key] = [String(10_000 + number), `GOV-${String(number)}`];
    const { initialStatus } = workTypeNamed(ticket.workType);
    const made = { id, key, status: initialStatus, creator, reporter: creator, created: clock.now() };
    const { accounts: _accounts, ...rest } = aTicket({ fields: EMPTY, ...made, ...ticket });
    const known = { ...rest, comments: [], updated: clock.now() };
    tickets.set(id, known);
    return known;
  };
  const named = ({ id, key }: Known) => ({ id, key });
  const categoryOf = (workType: string, status: string) =>
    workTypeNamed(workType).statuses.find(({ name }) => name === status)?.category;
  const other: Change[] = [{ field: 'other', from: null, to: null }];
  return {
    notAssignable,
    limits,
    unshown,
    elsewhere,
    edit,
    lostFiles,
    filesRead,
    write: (actor, id, text) => {
      const fields = (['summary', 'description'] as const).filter(field => text[field] !== undefined);
      change(
        id,
        actor,
        text,
        fields.map(field => ({ field, from: null, to: null })),
      );
    },
    attach: (actor, id, filename, text) => {
      const attachment = String(20_000 + files.size);
      files.set(attachment, text);
      const attachments = [...must(id).attachments, { id: attachment, filename, size: text.length }];
      change(id, actor, { attachments }, [{ field: 'attachment', from: null, to: attachment }]);
      return attachment;
    },
    detach: (actor, id, attachment) => {
      const attachments = must(id).attachments.filter(there => there.id !== attachment);
      change(id, actor, { attachments }, [{ field: 'attachment', from: attachment, to: null }]);
    },
    fileHash: attachment =>
      faults.read('file', () => {
        filesRead.push(attachment);
        const text = lostFiles.has(attachment) ? undefined : files.get(attachment);
        return text === undefined ? undefined : hash('sha256', text);
      }),
    get: idOrKey => read(must(idOrKey)),
    comments: id => must(id).comments,
    remove: id => {
      tickets.delete(id);
    },
    create: (creator, fields, workType = CLOUD_ACCOUNT_REQUEST, said) =>
      read(add(creator, { ...said, workType: workType.name, fields: { ...EMPTY, ...fields } })),
    createAsCaller: (workType, summary) =>
      faults.write('create ticket', () => {
        const alike = (one: Known) =>
          one.creator === caller && one.workType === workType && one.summary === summary;
        const isUnmoved = ({ status }: Known) => categoryOf(workType, status) === 'to do';
        const before = [...tickets.values()].find(one => alike(one) && isUnmoved(one));
        return named(before ?? add(caller, { workType, summary }));
      }),
    createOnce: ({ mark, workType, summary, description = null, fields = {} }) =>
      faults.write('create ticket', () => {
        const asked: readonly string[] = workTypeNamed(workType).createFields;
        if (Object.keys(fields).some(name => !asked.includes(name))) return 'refused';
        const label = markLabel(mark);
        const before = [...tickets.values()].find(
          ({ creator, labels }) => creator === THE_APP && labels.includes(label),
        );
        const made = { workType, summary, description, labels: [label], fields: { ...EMPTY, ...fields } };
        return named(before ?? add(THE_APP, made));
      }),
    read: idOrKey => faults.read('read ticket', () => optional(here(idOrKey), read)),
    readToWrite: idOrKey =>
      faults.read('read ticket', () =>
        optional(here(idOrKey), ticket => ({
          ticket: read(ticket),
          writeAppFields: values =>
            faults.write('write app fields', () => {
              edit(THE_APP, ticket.id, values);
            }),
        })),
      ),
    readForTransition: (key, toStatusId, modifiedFields) =>
      faults.read('read ticket', () =>
        optional(known(key), ticket => ({
          ticket: read(ticket),
          screen: screenOf(modifiedFields),
          unreadable: [],
          to: toStatusId,
        })),
      ),
    pageToReconcile: ({ cursor, changedWithinHours, lookBackHours, labels, statuses }) =>
      faults.read('search', () => {
        const isChanged = ({ status, workType, updated }: Known) =>
          changedWithinHours === undefined
            ? categoryOf(workType, status) !== 'done' ||
              statuses.includes(status) ||
              updated >= plus(clock.now(), -lookBackHours * HOUR)
            : updated >= plus(clock.now(), -changedWithinHours * HOUR);
        const found = [...tickets.values()]
          .filter(({ id }) => !elsewhere.has(id))
          .filter(ticket => isChanged(ticket) || ticket.labels.some(label => labels.includes(label)));
        const start = Number(cursor ?? 0);
        const shown = found.slice(start, start + PAGE_SIZE);
        return {
          tickets: shown.filter(({ id }) => !unshown.has(id)).map(read),
          unread: shown.filter(({ id }) => unshown.has(id)).map(({ id }) => id),
          ...(start + PAGE_SIZE < found.length ? { cursor: String(start + PAGE_SIZE) } : {}),
        };
      }),
    sightOf: ids =>
      faults.read('fetch tickets', () => ({
        tickets: ids.flatMap(id =>
          elsewhere.has(id) || unshown.has(id) ? [] : (optional(known(id), read) ?? []),
        ),
        elsewhere: ids.flatMap(id => {
          const key = elsewhere.get(id);
          return key === undefined ? [] : [{ id, key }];
        }),
        unreadable: ids.filter(id => unshown.has(id)),
      })),
    assign: ({ id }, assignee) =>
      faults.write('assign', () => {
        if (assignee !== null && notAssignable.has(assignee)) return 'not assignable';
        if (must(id).assignee !== assignee) change(id, THE_APP, { assignee }, other);
        return 'assigned';
      }),
    move: ({ id }, to) =>
      faults.write('move', () => {
        const { workType, status, creator } = must(id);
        if (status === to) return 'moved';
        const may: readonly Who[] = creator === THE_APP ? ['app', 'editor', 'creator'] : ['app', 'editor'];
        const offered = workTypeNamed(workType).transitions.some(
          one => one.from === status && one.to === to && may.includes(one.who),
        );
        if (!offered) return 'not offered';
        edit(THE_APP, id, {}, to);
        return 'moved';
      }),
    setLabel: ({ id }, label, present) =>
      faults.write('set label', () => {
        const labels = must(id).labels.filter(there => there !== label);
        change(id, THE_APP, { labels: present ? [...labels, label] : labels }, other);
      }),
    commentOnce: ({ id }, mark, paragraphs) =>
      faults.write('comment', () => {
        const ticket = must(id);
        if (ticket.comments.some(comment => comment.mark === mark)) return 'said';
        if (ticket.comments.length >= limits.comments) return 'refused';
        tickets.set(ticket.id, { ...ticket, comments: [...ticket.comments, commentOf(mark, paragraphs)] });
        return 'said';
      }),
  };
}

function optional<T, U>(value: T | undefined, to: (value: T) => U): U | undefined {
  return value === undefined ? undefined : to(value);
}

function pick(values: Edit, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function screenOf(modified: Record<string, unknown>): ScreenChanges {
  const values = modified as Edit;
  return {
    fields: pick(values, FIELD_NAMES),
    ...(values.reporter === undefined ? {} : { reporter: values.reporter }),
    appFields: APP_FIELD_NAMES.filter(name => name in modified),
  };
}

/** Whom Jira names with a ticket: those on it, and the person who changed it. Earlier values are ids only. */
function peopleOn({ creator, reporter, assignee, fields, appFields, history }: Known): AccountId[] {
  const inFields = FIELD_NAMES.filter(name => PEOPLE_FIELDS[name].type === 'user').map(name => fields[name]);
  const people = [creator, reporter, assignee, ...inFields, appFields.accountable, appFields.performer];
  return [...people, ...history.map(({ actor }) => actor)].filter(person => person !== null);
}

function commentOf(mark: string, paragraphs: readonly CommentParagraph[]): Comment {
  const parts = paragraphs.flat();
  const said = parts.map(part =>
    typeof part === 'string' ? part : 'strong' in part ? part.strong : part.name,
  );
  const mentions = parts.flatMap(part =>
    typeof part !== 'string' && 'mention' in part ? [part.mention] : [],
  );
  return { mark, text: said.join(''), mentions };
}
