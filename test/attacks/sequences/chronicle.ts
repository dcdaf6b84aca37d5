/** What happened to the tickets of a sequence, by Jira's own records: what the app says of it is held against this. */
import { PEOPLE, type Person } from '../../support/sandbox-client.ts';
import type { Issue } from '../../../sandbox/jira/model.ts';
import type { LocalSandbox } from '../../support/sandbox/local-sandbox.ts';
import type { Governance } from '../../acceptance/site/governance.ts';
import type { ServiceName } from './acts.ts';
import type { Offices } from './offices.ts';

/** What a person reads to decide, as text. */
export type Content = string;

/** A ticket as it stood after a commit. */
export interface Look {
  workType: string;
  /** The key of its space. */
  space: string;
  status: string;
  content: Content;
  service: ServiceName;
  /** Creator, reporter and whoever benefits. */
  involved: Person[];
  beneficiary: Person | undefined;
  lastDay: string | undefined;
}

/** A move from one status to another, or the way into the first one that was seen. */
export interface Step {
  at: string;
  /** No one: it was there when it was first seen, or stood elsewhere without a transition. */
  by: Person | 'the app' | null;
  from: string | null;
  to: string;
  look: Look;
  /** Who was to decide it when it happened, by matrix and offices; null when no one could. */
  decider: Person | null;
}

export interface Chronicle {
  id: string;
  key: string;
  steps: Step[];
  /** As last seen. */
  look: Look;
  /** How many of its steps a sweep has seen: it stood in the space when one ran. */
  swept: number;
  /** Its status at the last of these sweeps, and when it was last seen in the space. */
  sweptIn: string;
  stoodIn: string;
  /** When it was no longer there. */
  goneAt: string | null;
  submitters: Set<Person>;
  /** Those who stood in a beneficiary field at a transition. */
  beneficiaries: Set<Person>;
}

/** Who decides, by work type and service: rows of the matrix in force. */
const ACCOUNTABLE: Readonly<Record<string, Readonly<Record<ServiceName, string>>>> = {
  'Cloud account request': { AWS: 'cloud-platform-owner', GitHub: 'application-owner' },
  'Access request': { AWS: 'iam-lead', GitHub: 'iam-lead' },
};

const BENEFICIARY: Readonly<Record<string, string>> = {
  'Cloud account request': 'Account owner',
  'Access request': 'Beneficiary',
};

const READ_TO_DECIDE: Readonly<Record<string, readonly string[]>> = {
  'Cloud account request': [
    'Cloud service',
    'Environment',
    'Data classification',
    'Account owner',
    'Security contact',
    'Billing owner',
  ],
  'Access request': ['Cloud service', 'Beneficiary', 'Entitlement', 'Privileged', 'Access until'],
};

/** Whether it is still in the space that Remit governs. */
export function isThere({ goneAt, look }: Chronicle): boolean {
  return goneAt === null && look.space === 'GOV';
}

/** Follows the tickets of one sequence. */
export class Chronicler {
  private readonly sandbox: LocalSandbox;
  private readonly site: Governance;
  private readonly offices: Offices;
  private readonly seen = new Set<string>();
  private readonly people: ReadonlyMap<string, Person>;
  readonly tickets: Chronicle[] = [];

  constructor(sandbox: LocalSandbox, site: Governance, offices: Offices) {
    this.sandbox = sandbox;
    this.site = site;
    this.offices = offices;
    this.people = new Map(PEOPLE.map(person => [site.accountId(person), person]));
  }

  /** From now on this ticket is followed. What a file says of its past is no history of Jira's. */
  begin(id: string, how: 'created' | 'imported'): void {
    const issue = this.records.issues.get(id);
    if (!issue) throw new RangeError(`There is no ticket ${id}.`);
    for (const history of this.records.histories.filter(({ issueId }) => issueId === id))
      this.seen.add(history.id);
    const look = this.lookAt(issue);
    const ticket: Chronicle = {
      id,
      key: issue.key,
      steps: [],
      look,
      swept: 0,
      sweptIn: '',
      stoodIn: look.status,
      goneAt: null,
      submitters: new Set(),
      beneficiaries: new Set(),
    };
    this.tickets.push(ticket);
    if (how === 'imported')
      ticket.steps.push({ at: this.now(), by: null, from: null, to: look.status, look, decider: null });
  }

  /** Writes down what has happened since, after each act. */
  lookAround(): void {
    for (const ticket of this.tickets) {
      const issue = this.records.issues.get(ticket.id);
      if (issue) this.follow(ticket, issue);
      else ticket.goneAt ??= this.now();
    }
  }

  /** A sweep has just looked at everything in the space. */
  sweptNow(): void {
    for (const ticket of this.tickets.filter(isThere)) {
      ticket.swept = ticket.steps.length;
      ticket.sweptIn = ticket.look.status;
    }
  }

  private follow(ticket: Chronicle, issue: Issue): void {
    const look = this.lookAt(issue);
    const news = this.records.histories
      .filter(({ id, issueId }) => issueId === ticket.id && !this.seen.has(id))
      .sort((a, b) => Number(a.id) - Number(b.id));
    for (const { id, author, created, items } of news) {
      this.seen.add(id);
      const moved = items.find(({ fieldId }) => fieldId === 'status');
      if (!moved) continue;
      const by = this.people.get(author) ?? 'the app';
      this.note(ticket, { at: created, by, from: moved.fromString, to: moved['toString'] ?? '', look });
    }
    ticket.look = look;
    if (isThere(ticket)) ticket.stoodIn = look.status;
  }

  private note(ticket: Chronicle, step: Omit<Step, 'decider'>): void {
    if (step.look.beneficiary) ticket.beneficiaries.add(step.look.beneficiary);
    const excluded = new Set([...step.look.involved, ...ticket.submitters, ...ticket.beneficiaries]);
    const role = ACCOUNTABLE[step.look.workType]?.[step.look.service];
    ticket.steps.push({ ...step, decider: role === undefined ? null : this.offices.decider(role, excluded) });
    if (step.to === 'Awaiting approval' && step.by !== null && step.by !== 'the app')
      ticket.submitters.add(step.by);
  }

  private lookAt(issue: Issue): Look {
    const { projects, issueTypes, statuses, fieldOptions } = this.records;
    const workType = issueTypes.get(issue.issueTypeId)?.name ?? '';
    const value = (name: string) => issue.fields[this.site.fieldId(name)];
    const person = (account: unknown) => this.people.get(String(account));
    const beneficiary = person(value(BENEFICIARY[workType] ?? 'Beneficiary'));
    const option = fieldOptions.get(String(value('Cloud service')));
    const content = [
      ['summary', issue.fields['summary']],
      ['description', issue.fields['description']],
      ...(READ_TO_DECIDE[workType] ?? []).map(name => [name, value(name)]),
    ];
    const people = [person(issue.creator), person(issue.fields['reporter']), beneficiary];
    return {
      workType,
      space: projects.get(issue.projectId)?.key ?? '',
      status: statuses.get(issue.statusId)?.name ?? '',
      content: JSON.stringify(content.map(([name, of]) => [name, of ?? null])),
      service: option?.value === 'GitHub' ? 'GitHub' : 'AWS',
      involved: people.filter(one => one !== undefined),
      beneficiary,
      lastDay: value('Access until') === undefined ? undefined : String(value('Access until')),
    };
  }

  private now(): string {
    return this.sandbox.inside.clock.iso();
  }

  private get records() {
    return this.sandbox.inside.jira.context.records;
  }
}
