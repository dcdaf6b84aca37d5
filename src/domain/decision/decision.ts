import type { AccountId } from '../shared/account';
import type { Instant } from '../shared/instant';
import type { FieldValues } from '../work-type/fields';
import type { StatusName, TransitionName } from '../work-type/work-type';
import type { DecidedBy } from '../responsibility/route';
import type { GateRefusal } from './refusal';
import type { DecidedFile, DecidedService, DecidedText } from './decided-content';

/** What held when a gate allowed a transition. Source: white-space requirement 2. */
export interface DecisionSnapshot {
  /** Of everything that is decided, as it will be after the transition. */
  contentHash: string;
  decidingFields: Partial<FieldValues>;
  service: DecidedService | null;
  text: DecidedText;
  files: readonly DecidedFile[];
  matrixVersion: number | null;
  matrixHash: string | null;
  responsibility: string | null;
  role: string | null;
  roleName: string | null;
  /** Who alone may make the transition an approval; null where the gate does not ask for one person. */
  holder: AccountId | null;
  decidedBy: DecidedBy | null;
  /** What else was decided on, as its work type has it: a draft of the matrix, say; absent where there was nothing. */
  subject?: object | undefined;
}

/** A `gate-decided` entry with its facts. An allow is a permission; only a transition linked to it is an approval. */
export interface GateDecision {
  id: string;
  at: Instant;
  ticket: string;
  ticketKey: string;
  workType: string;
  transition: TransitionName;
  from: StatusName;
  to: StatusName;
  inputsHash: string;
  /** The newest changelog entry the gate saw; null when there was none. */
  newestChange: string | null;
  verdict: 'allow' | 'refuse';
  refusals: readonly GateRefusal[];
  snapshot: DecisionSnapshot | null;
}
