import type { GateRefusal } from '../../domain/decision/refusal';
import type { RegisterCommand } from '../../domain/effects/register-command';
import type { GateFacts } from '../../domain/gate/gate';
import type { TicketKind } from '../../domain/plan/rules';
import type { Accounts } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Result } from '../../domain/shared/result';
import type { TicketStory } from '../../domain/ticket/story';
import type { ScreenChanges, Ticket } from '../../domain/ticket/ticket';
import { NO_SUBJECT, type Subject } from '../../domain/work-type/subject';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { DecisionRecords } from '../../ports/decisions';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { LookPorts } from './look-ports';
import type { Register } from './registers';

/** A ticket whose subject is asked for, with all that was read of it so far. */
export interface AskedSubject {
  /** Without authors: these come with the subject. */
  story: TicketStory;
  screen: ScreenChanges;
  records: DecisionRecords;
  at: Instant;
}

/** What a subject is read for: to see what is left to do, or to decide on it, which takes all of it. */
export type Purpose = 'plan' | 'decision';

/** How the subject of a work type is read, and what is done with it. */
export interface WorkTypeReading<S extends Subject = Subject> {
  /** @returns a subject for each ticket, in their order */
  read(look: LookPorts, asked: readonly AskedSubject[], purpose: Purpose): Promise<S[]>;
  /** Reserves what a permission needs, together with it; or refuses it. */
  claim?(
    ports: { cloudAccounts: Pick<CloudAccounts, 'reserve'> },
    facts: GateFacts<S>,
  ): Promise<Result<null, GateRefusal>>;
  /**
   * What the subject asks of the statement that decisions read, by names that its part of the statement knows; absent
   * where the ticket's own id says all. Nothing is found for an empty value.
   */
  asks?(ticket: Ticket, screen: ScreenChanges): Readonly<Record<string, string>>;
  /** Where what its steps tell a register to do is done. */
  register?: Register;
  /** The subject once a register has done what it was told, without reading it again. */
  advanced?(subject: S, command: RegisterCommand, answer: unknown, accounts: Accounts): S;
  /** What is done when the ticket is gone. */
  gone?(ports: { drafts: MatrixDrafts }, ticketId: string): Promise<void>;
}

/** A kind of ticket with how its subject is read. */
export interface KindInUse<S extends Subject = Subject> extends TicketKind<S> {
  reading: WorkTypeReading<S>;
}

/** The kinds of ticket that are in use. */
export interface TicketKinds {
  all: readonly KindInUse[];
  /** @throws RangeError when it is none of ours: tickets are checked when they are read */
  named(workType: string): KindInUse;
}

/** For tickets that are about nothing beside their own fields. */
export const NOTHING_TO_READ: WorkTypeReading = {
  read: (_, asked) => Promise.resolve(asked.map(() => NO_SUBJECT)),
};

/** The registers that tickets of these kinds keep. */
export function registersOf({ all }: TicketKinds): Register[] {
  return all.flatMap(({ reading }) => reading.register ?? []);
}

export function kindsInUse(all: readonly KindInUse[]): TicketKinds {
  return {
    all,
    named: name => {
      const kind = all.find(({ workType }) => workType.name === name);
      if (!kind) throw new RangeError(`${name} is no work type of ours.`);
      return kind;
    },
  };
}
