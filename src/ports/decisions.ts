import type { CloudAccount } from '../domain/cloud-account/cloud-account';
import type { RefusalCount } from '../domain/decision/refusal-count';
import type { AllowsReadFrom } from '../domain/ticket/observed-transition';
import type { GateDecision } from '../domain/decision/decision';
import type { CloudService, KnownServices } from '../domain/responsibility/cloud-service';
import type { MatrixVersion } from '../domain/responsibility/matrix-version';
import type { Responsibility } from '../domain/responsibility/responsibility';
import type { Role, RoleHolder } from '../domain/responsibility/role';
import type { Mark } from '../domain/plan/found';
import type { Obligation } from '../domain/obligation/obligation';
import type { RecordedRouting } from '../domain/routing/routing';
import type { PersonOnRecord } from '../domain/evidence/person-on-record';
import type { Settings } from '../domain/settings/settings';
import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';
import type { NamedInMatrix } from './matrix-versions';

/** What the registers say at an instant, whatever is asked: read in one statement. */
export interface RegistersAsOf {
  /** In force then; null before the first approval. */
  matrix: MatrixVersion | null;
  roles: Role[];
  /** Those in period then. */
  holders: RoleHolder[];
  /** As they stand now. */
  settings: Settings;
}

/** What the registers say that a decision about one ticket needs: read in one statement. */
export interface DecisionRecords extends RegistersAsOf {
  /** As that version names them; those that it does not name as they stand in the register. */
  roles: Role[];
  /**
   * The rows of that version for the domain asked for, for the service or for any service: at least those of the
   * activity asked for, and the domain's defaults.
   */
  rows: Responsibility[];
  /** The services that may be meant by what is asked. */
  services: KnownServices;
  /** The one that is meant; null when neither that version nor the register has such a service. */
  service: CloudService | null;
  /**
   * What gates have decided for the ticket, oldest first: of the allows of each transition the newest, which alone can
   * still link to what is not on record yet, and of the refusals those that a reader is shown.
   */
  decisions: GateDecision[];
  /** From when on the allows of a transition were read; absent where all were. */
  allowsReadFrom: AllowsReadFrom;
  /** How the ticket was routed, oldest first: the latest. */
  routings: RecordedRouting[];
  /** Everything else on record about the ticket, oldest first: of each kind the newest. */
  marks: Mark[];
  /** Whether there is more on record than the routings and marks say. */
  isMarkedFurther: boolean;
  /** The refusals of this hour that were repeated, and are counted. */
  refusalsCounted: RefusalCount[];
  /** What the index of tickets under obligation says of the ticket; null when it does not have it. */
  obligation: Obligation | null;
  /** Who has this account id with the service's provider. */
  cloudAccount: CloudAccount | null;
  /** What the ticket has reserved, and no transition has confirmed. */
  reservations: CloudAccount[];
  /** Of those asked for and of the holders, the ones on record. Pseudonyms of others stay in what is on record. */
  people: PersonOnRecord[];
}

export interface DecisionQuestion {
  ticketId: string;
  domain: string;
  /** Empty: the domain's defaults alone. */
  activity: string;
  /** Name or key of the service; null when the ticket names none. */
  service: string | null;
  /** What the ticket's own subject asks, by names that its part of the statement knows; an empty value finds nothing. */
  subject: Readonly<Record<string, string>>;
  /** Everyone what is on record, or comes on record, may name. */
  people: readonly AccountId[];
  at: Instant;
}

/** What decisions about tickets read. */
export interface Decisions {
  /** What a decision about one ticket needs. */
  records(question: DecisionQuestion): Promise<DecisionRecords>;
  /** The same for several tickets at one instant, at the cost of one. @returns an answer for each, in their order */
  recordsOfEach(questions: readonly DecisionQuestion[]): Promise<DecisionRecords[]>;
  /** The same with the rows of every domain that hold for the service (its own and the general ones). */
  recordsToExplain(question: DecisionQuestion): Promise<DecisionRecords>;
  /** Roles by their keys, holders by their roles and the start of their periods. */
  registersAsOf(at: Instant): Promise<RegistersAsOf>;
  /** The same with what the rows of the version in force name; nothing when there is none. */
  registersWithNames(at: Instant): Promise<RegistersAsOf & { named: NamedInMatrix }>;
}
