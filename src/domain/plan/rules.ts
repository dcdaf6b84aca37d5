import type { Step } from '../effects/effect';
import type { EvidenceKind } from '../evidence/define-evidence';
import type { EvidenceEntry } from '../evidence/evidence-entry';
import type { Gate } from '../gate/gate';
import type { Obligation } from '../obligation/obligation';
import type { PseudonymOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import type { ObservedTransition } from '../ticket/observed-transition';
import type { TicketStory } from '../ticket/story';
import type { Subject } from '../work-type/subject';
import type { WorkType } from '../work-type/work-type';
import type { Found } from './found';

/** Something that stands in a ticket's way, or that its readers should know, for the panel. */
export interface Blocker {
  code: string;
  message: string;
}

/** What a work type does of its own, beside what all do: route, record, find bypasses. Pure: time is in `found`. */
export interface WorkTypeRules<S extends Subject = Subject> {
  /** What a committed transition brings about. */
  entails?(story: TicketStory, transition: ObservedTransition, subject: S, found: Found): Step[];
  /** What should be so now, given what happened. */
  plan?(story: TicketStory, subject: S, found: Found): Step[];
  /** The last day of what such a ticket gives; absent where that has none. */
  lastDay?(story: TicketStory): string | null;
  /** What is put on record, whatever was before, of a ticket under obligation that can't be read any more. */
  outOfReach?(
    obligation: Obligation,
    by: { at: Instant; pseudonymOf: PseudonymOf },
  ): readonly EvidenceEntry[];
  /** What stands in the way. */
  explain?(story: TicketStory, subject: S, found: Pick<Found, 'route' | 'name' | 'at'>): Blocker[];
}

/** A kind of ticket: what set-up makes of it in Jira, and what it does. */
export interface TicketKind<S extends Subject = Subject> {
  workType: WorkType<Gate, S>;
  rules: WorkTypeRules<S>;
  /** What it puts on record of its own. */
  evidence?: readonly EvidenceKind[];
}
