import type { CloudAccount } from '../domain/cloud-account/cloud-account';
import type { GateDecision } from '../domain/decision/decision';
import type { CloudService } from '../domain/responsibility/cloud-service';
import type { MatrixContent, MatrixVersion } from '../domain/responsibility/matrix-version';
import type { Responsibility } from '../domain/responsibility/responsibility';
import type { RecordedRouting } from '../domain/routing/routing';
import type { Role, RoleHolder } from '../domain/responsibility/role';
import type { Settings } from '../domain/settings/settings';
import type { Instant } from '../domain/shared/instant';

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
  /**
   * The rows of that version for the domain asked for, for the service or for any service: at least those of the
   * activity asked for, and the domain's defaults.
   */
  rows: Responsibility[];
  /** The service asked for, by name or key; null when the register has no such service. */
  service: CloudService | null;
  /** What gates have decided for the ticket, oldest first. */
  decisions: GateDecision[];
  /** How the ticket was routed, oldest first. */
  routings: RecordedRouting[];
  /** The changelog entries of the ticket that are recorded as `transition-observed`. */
  observedChanges: string[];
  /** The ids of the ticket's `revocation-due` entries. */
  revocationsDue: string[];
  /** The ids of the ticket's `gate-bypassed` entries. */
  bypasses: string[];
  /** The ids of its `bypass-resolved` entries. */
  bypassesMended: string[];
  /** Who has this account id with the service's provider. */
  cloudAccount: CloudAccount | null;
  /** What the ticket has reserved, and no transition has confirmed. */
  reservations: CloudAccount[];
}

export interface DecisionQuestion {
  ticketId: string;
  domain: string;
  /** Empty: the domain's defaults alone. */
  activity: string;
  /** Name or key of the service; null when the ticket names none. */
  service: string | null;
  /** Normalised account id, when the decision is about one. */
  cloudAccountId: string | null;
  at: Instant;
}

/** The registers of roles, holders and services, and the versions of the responsibility matrix. */
export interface Registers {
  forDecision(question: DecisionQuestion): Promise<DecisionRecords>;
  /** The same with the rows of every domain that hold for the service (its own and the general ones). */
  forExplanation(question: DecisionQuestion): Promise<DecisionRecords>;
  /** What a decision needs about several tickets at one instant, at the cost of one. @returns an answer for each, in their order */
  forDecisions(questions: readonly DecisionQuestion[]): Promise<DecisionRecords[]>;
  /** Roles by their keys, holders by their roles and the start of their periods. */
  asOf(at: Instant): Promise<RegistersAsOf>;
  versions(): Promise<MatrixVersion[]>;
  content(version: number): Promise<MatrixContent>;
  /** Writes rows, roles, services and the version itself last, so that a version is either whole or absent. */
  adoptVersion(version: MatrixVersion, content: MatrixContent): Promise<void>;
  /** The facts of the newest `settings-changed` entry: to append one is to change them. */
  settings(): Promise<Settings>;
  roles(): Promise<Role[]>;
  services(): Promise<CloudService[]>;
  /** Every period ever, open and closed. */
  holders(): Promise<RoleHolder[]>;
  /** Writes roles by their keys, those that are there too. */
  putRoles(roles: readonly Role[]): Promise<void>;
  /** Writes services by their keys, those that are there too. */
  putServices(services: readonly CloudService[]): Promise<void>;
  /** Opens periods; the same role, account, capacity and start is written once only. */
  openPeriods(holders: readonly RoleHolder[]): Promise<void>;
  /** Ends periods; one that ends before `to` stays as it is. */
  closePeriods(closings: readonly PeriodEnd[]): Promise<void>;
}

/** When a period ends; which one it is, its role, account, capacity and start say. */
export interface PeriodEnd {
  period: Omit<RoleHolder, 'to'>;
  to: Instant;
}
