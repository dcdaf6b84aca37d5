/** A handful of work items for queries, and what a site knows of their fields. */
import type { JqlField, JqlSubject, JqlValue } from '../../../../sandbox/jira/jql/index.ts';

export type Ticket = Readonly<Record<string, readonly JqlValue[]>>;

const at = (iso: string): JqlValue => ({ kind: 'instant', at: Date.parse(iso) });
const text = (words: string): JqlValue => ({ kind: 'text', text: words });
const label = (name: string): JqlValue => ({ kind: 'named', id: name, names: [name] });
const number = (value: number): JqlValue => ({ kind: 'number', number: value });
const date = (day: string): JqlValue => ({ kind: 'date', date: day });

export const statuses = {
  requested: { kind: 'named', id: '10001', names: ['Requested'] },
  awaiting: { kind: 'named', id: '10012', names: ['Awaiting approval'] },
  approved: { kind: 'named', id: '10013', names: ['Approved'] },
} as const satisfies Record<string, JqlValue>;

export const categories = {
  toDo: { kind: 'named', id: '2', names: ['To Do', 'new'] },
  inProgress: { kind: 'named', id: '4', names: ['In Progress', 'indeterminate'] },
} as const satisfies Record<string, JqlValue>;

export const people = {
  engineer: {
    kind: 'user',
    accountId: 'acc:engineer-1',
    displayName: 'An Engineer',
    emailAddress: 'engineer@aurora.example',
  },
  owner: { kind: 'user', accountId: 'acc-owner', displayName: 'Cloud Owner' },
} as const satisfies Record<string, JqlValue>;

export const priorities = {
  high: { kind: 'named', id: '2', names: ['High'], order: 1 },
  medium: { kind: 'named', id: '3', names: ['Medium'], order: 2 },
  low: { kind: 'named', id: '4', names: ['Low'], order: 3 },
} as const satisfies Record<string, JqlValue>;

const project: JqlValue = { kind: 'named', id: '10000', names: ['GOV', 'Governance'] };

function ticket(n: number, created: string, more: Ticket): Ticket {
  return {
    key: [{ kind: 'key', key: `GOV-${String(n)}`, id: String(10_000 + n) }],
    project: [project],
    created: [at(created)],
    labels: [],
    assignee: [],
    priority: [priorities.medium],
    summary: [text('')],
    description: [],
    statusCategory: [categories.inProgress],
    'account owner': [],
    customfield_10050: [],
    customfield_10060: [],
    customfield_10061: [],
    ...more,
  };
}

export const tickets: readonly Ticket[] = [
  ticket(2, '2026-11-01T00:00:00Z', {
    summary: [text('Cloud account for the data team')],
    status: [statuses.requested],
    statusCategory: [categories.toDo],
    labels: [label('routed'), label('urgent')],
    customfield_10060: [number(3)],
  }),
  ticket(10, '2026-11-19T12:00:00Z', {
    summary: [text('Provision an AWS account (production)')],
    description: [text('The data team moves its pipelines.')],
    status: [statuses.awaiting],
    assignee: [people.owner],
    priority: [priorities.high],
    labels: [label('routed')],
    'account owner': [people.engineer],
    customfield_10050: [people.owner],
    customfield_10061: [date('2026-11-21')],
  }),
  ticket(11, '2026-11-20T22:30:00Z', {
    summary: [text('Accounts, in general')],
    status: [statuses.approved],
    assignee: [people.engineer],
    priority: [priorities.low],
    customfield_10050: [people.engineer],
    customfield_10060: [number(12.5)],
    customfield_10061: [date('2026-12-01')],
  }),
];

export function subjectOf(ticket: Ticket): JqlSubject {
  return { values: field => ticket[field] ?? ticket[field.toLowerCase()] };
}

const kinds: Readonly<Record<string, JqlValue['kind']>> = {
  ...{ key: 'key', created: 'instant', assignee: 'user', customfield_10050: 'user', 'account owner': 'user' },
  ...{ summary: 'text', description: 'text', customfield_10060: 'number', customfield_10061: 'date' },
  ...{ project: 'named', status: 'named', statusCategory: 'named', labels: 'named', priority: 'named' },
};

const closedSets: Readonly<Record<string, readonly JqlValue[]>> = {
  status: Object.values(statuses),
  statusCategory: Object.values(categories),
  priority: Object.values(priorities),
  project: [project],
};

/** What a site knows of a field. */
export function fieldOf(name: string): JqlField | undefined {
  const id = Object.keys(kinds).find(each => each.toLowerCase() === name.toLowerCase());
  const kind = id === undefined ? undefined : kinds[id];
  if (id === undefined || !kind) return undefined;
  const values = closedSets[id];
  return { id, kind, ...(values && { allowed: () => values }) };
}
