import { comparable } from '../shared/text';
import type { Domain } from './domains';
import type { RoleKey } from './role';

/** The service of a row that holds for every service. */
export const ANY_SERVICE = '*';

export type Party = 'provider' | 'customer' | 'shared' | 'third-party';

/**
 * One row of the responsibility matrix: who is accountable for an activity, who performs it,
 * how it is split with the provider, and where its evidence lies.
 * Source: ISO/IEC 27017 6.1.1, CLD.6.3.1; requirements R1, R3, R4, R7.
 */
export interface Responsibility {
  id: string;
  domain: Domain;
  /** Empty: the domain's default, for activities without a row of their own. */
  activity: string;
  /** A service's key, or `*` for any. */
  service: string;
  party: Party;
  /** Exactly one internal role. */
  accountable: RoleKey;
  responsible: readonly RoleKey[];
  consulted: readonly RoleKey[];
  informed: readonly RoleKey[];
  customerTasks: string;
  providerTasks: string;
  policy: string;
  procedure: string;
  systemOfRecord: string;
  evidence: string;
  contractClause: string;
  /** How often it is checked, e.g. `Quarterly`. */
  frequency: string;
}

/** A row of a draft: what the author wrote, so that several or no accountable roles can be seen and reported. */
export interface DraftResponsibility extends Omit<Responsibility, 'domain' | 'accountable'> {
  domain: string;
  accountable: readonly string[];
}

/** An activity that a company must have allocated. */
export interface RequiredActivity {
  domain: Domain;
  activity: string;
}

/** An activity of a domain, or the domain's default, as two of them are compared. */
export function comparedActivity({ domain, activity }: { domain: string; activity: string }): string {
  return JSON.stringify([comparable(domain), comparable(activity)]);
}
