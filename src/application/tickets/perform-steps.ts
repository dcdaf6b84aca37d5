import type { Effect, Step } from '../../domain/effects/effect';
import { after, differing, withRecords, type Standing } from '../../domain/effects/pending';
import type { RegisterCommand } from '../../domain/effects/register-command';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { accountIn } from '../../domain/evidence/person-on-record';
import { nameIn, type Accounts } from '../../domain/shared/account';
import { isPseudonym } from '../../domain/shared/pseudonym';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import type { Tickets, WriteAppFields } from '../../ports/tickets';
import { QuotaExceeded } from '../../ports/quota-exceeded';
import { withAccounts } from './allocation';
import { peopleIn, withNames } from './names-in-plans';
import type { Advanced } from './registers';

export interface Performing {
  ticket: Ticket;
  writeAppFields: WriteAppFields;
  /** Those that are known already: the others are looked up when a comment names them. */
  accounts: Accounts;
  tickets: Tickets;
  ledger: Pick<Ledger, 'appendAll'>;
  /** Says who someone is when only the record names them. */
  people: Pick<People, 'called'>;
  directory: Pick<Directory, 'accounts'>;
  advance(command: RegisterCommand): Promise<Advanced>;
}

export interface Performed {
  /** How the ticket stands now. */
  standing: Standing;
  recorded: readonly EvidenceEntry[];
  /** What registers have done, in order. */
  advanced: readonly { command: RegisterCommand; answer: unknown }[];
  /** What went wrong: each stopped the step that it happened in, and no other. */
  faults: readonly unknown[];
  /** The steps that were stopped, in the same order. */
  failed: readonly Step[];
}

/**
 * Carries steps out, in order: first those that tell no one anything, whose records are written in one statement before
 * any comment or label is tried; then the others. A fault stops its step and no other; past Jira's quota everything
 * stops. What was done is put on record also when something else failed.
 * Source: domain rules, "Record first, tell second".
 */
export async function performSteps(
  performing: Performing,
  steps: readonly Step[],
  standing: Standing,
): Promise<Performed> {
  const done = new Doing(performing, standing);
  await done.all(steps.filter(step => !tells(step)));
  await done.all([...steps.filter(tells), ...done.deferred]);
  const { recorded, advanced, faults, failed } = done;
  const ids = recorded.map(({ id }) => id);
  return { standing: withRecords(done.standing, ids), recorded, advanced, faults, failed };
}

/** Whether it says something on the ticket: what there is to record is on record by then. */
function tells({ effects }: Step): boolean {
  return effects.some(effect => effect.do === 'comment once' || effect.do === 'label');
}

class Doing {
  standing: Standing;
  readonly recorded: EvidenceEntry[] = [];
  /** What tells in place of a step that was refused. */
  readonly deferred: Step[] = [];
  readonly failed: Step[] = [];
  readonly advanced: { command: RegisterCommand; answer: unknown }[] = [];
  readonly faults: unknown[] = [];
  private records: EvidenceEntry[] = [];
  private isOver = false;
  private readonly performing: Performing;

  constructor(performing: Performing, standing: Standing) {
    this.performing = performing;
    this.standing = standing;
  }

  /** Carries them out, and puts on record what was done. */
  async all(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if (this.isOver) break;
      try {
        await this.step(step);
      } catch (fault) {
        this.faults.push(fault);
        this.failed.push(step);
        this.isOver = fault instanceof QuotaExceeded;
      }
    }
    if (this.records.length > 0) await this.performing.ledger.appendAll(this.records);
    this.recorded.push(...this.records);
    this.records = [];
  }

  private async step({ effects, records, otherwise = [] }: Step): Promise<void> {
    for (const effect of effects) {
      if ((await this.effect(effect)) === 'done') {
        this.standing = after(this.standing, effect);
        continue;
      }
      for (const instead of otherwise) {
        if (tells(instead)) this.deferred.push(instead);
        else await this.step(instead);
      }
      return;
    }
    this.records.push(...records);
  }

  private async effect(effect: Effect): Promise<'done' | 'refused'> {
    const { ticket, tickets, writeAppFields } = this.performing;
    switch (effect.do) {
      case 'assign':
        return (await tickets.assign(ticket, effect.to)) === 'assigned' ? 'done' : 'refused';
      case 'write fields':
        await writeAppFields(differing(effect.values, this.standing.appFields));
        return 'done';
      case 'label':
        await tickets.setLabel(ticket, effect.label, effect.present);
        return 'done';
      case 'comment once':
        return this.comment(effect);
      case 'move':
        return (await tickets.move(ticket, effect.to)) === 'moved' ? 'done' : 'refused';
      case 'create ticket':
        return (await tickets.createOnce(effect.ticket)) === 'refused' ? 'refused' : 'done';
      case 'advance':
        return this.advance(effect.command);
    }
  }

  private async comment({
    mark,
    paragraphs,
  }: Extract<Effect, { do: 'comment once' }>): Promise<'done' | 'refused'> {
    const { ticket, tickets, people, directory, accounts } = this.performing;
    const named = peopleIn(paragraphs);
    const pseudonyms = named.filter(isPseudonym);
    const accountOf = accountIn(pseudonyms.length > 0 ? await people.called(pseudonyms) : []);
    const known = await withAccounts(
      directory,
      accounts,
      named.map(accountOf).filter(account => !isPseudonym(account)),
    );
    const nameOf = nameIn(known);
    const said = withNames(paragraphs, account => nameOf(accountOf(account)));
    return (await tickets.commentOnce(ticket, mark, said)) === 'refused' ? 'refused' : 'done';
  }

  private async advance(command: RegisterCommand): Promise<'done' | 'refused'> {
    const advanced = await this.performing.advance(command);
    if (advanced.outcome === 'done') this.advanced.push({ command, answer: advanced.answer });
    return advanced.outcome;
  }
}
