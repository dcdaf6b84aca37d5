import { ASKS_FOR_CLAUSE } from '../domain/responsibility/contract-clause';
import type { Domain } from '../domain/responsibility/domains';
import { ANY_SERVICE, type Responsibility } from '../domain/responsibility/responsibility';
import type { AccountableRoleKey, StarterRoleKey } from './roles';
import type { StarterServiceKey } from './services';

/** How one cloud service differs from the enterprise row of an activity. What is left out is taken from that row. */
export interface ServiceSplit {
  customer: string;
  provider: string;
  evidence: string;
  /** What the contract of the service has to say about it. */
  clause: string;
  party?: Responsibility['party'];
  accountable?: AccountableRoleKey;
  responsible?: readonly StarterRoleKey[];
  procedure?: string;
  systemOfRecord?: string;
}

/** An activity as the starter content is written: the enterprise row, and a split for each service that needs one. */
export interface StarterActivity {
  id: string;
  /** Empty for the default of the domain. */
  activity: string;
  party: Responsibility['party'];
  accountable: AccountableRoleKey;
  responsible: readonly StarterRoleKey[];
  consulted?: readonly StarterRoleKey[];
  informed?: readonly StarterRoleKey[];
  customer: string;
  provider?: string;
  /** What a contract has to say about it; needed where the provider has tasks. */
  clause?: string;
  policy: string;
  procedure: string;
  systemOfRecord: string;
  evidence: string;
  frequency: string;
  services?: Partial<Record<StarterServiceKey, ServiceSplit>>;
}

const PROVIDER_ROLE: Record<StarterServiceKey, StarterRoleKey> = {
  aws: 'aws',
  'google-cloud': 'google-cloud',
  github: 'github',
  salesforce: 'salesforce',
  'azure-sql': 'microsoft-azure',
};

/** Turns the activities of a domain into matrix rows: first the enterprise row, then a row for each split. */
export function rowsOf(domain: Domain, activities: readonly StarterActivity[]): readonly Responsibility[] {
  return activities.flatMap(activity => [
    enterpriseRow(domain, activity),
    ...splitsOf(activity).map(([service, split]) => serviceRow(domain, activity, service, split)),
  ]);
}

function splitsOf(activity: StarterActivity): [StarterServiceKey, ServiceSplit][] {
  return Object.entries(activity.services ?? {}) as [StarterServiceKey, ServiceSplit][];
}

function enterpriseRow(domain: Domain, activity: StarterActivity): Responsibility {
  return {
    id: activity.id,
    domain,
    activity: activity.activity,
    service: ANY_SERVICE,
    party: activity.party,
    accountable: activity.accountable,
    responsible: [...activity.responsible],
    consulted: [...(activity.consulted ?? [])],
    informed: [...(activity.informed ?? [])],
    customerTasks: activity.customer,
    providerTasks: activity.provider ?? '',
    policy: activity.policy,
    procedure: activity.procedure,
    systemOfRecord: activity.systemOfRecord,
    evidence: activity.evidence,
    contractClause: activity.clause === undefined ? '' : `${ASKS_FOR_CLAUSE}: ${activity.clause}`,
    frequency: activity.frequency,
  };
}

/**
 * The provider performs its own part, so its role stands last among the Responsible, after the internal ones.
 * Who performs or answers for a split is no longer merely consulted or informed about it.
 */
function serviceRow(
  domain: Domain,
  activity: StarterActivity,
  service: StarterServiceKey,
  split: ServiceSplit,
): Responsibility {
  const accountable = split.accountable ?? activity.accountable;
  const responsible = [...(split.responsible ?? activity.responsible), PROVIDER_ROLE[service]];
  const takesNoPart = (role: StarterRoleKey) => role !== accountable && !responsible.includes(role);
  return {
    ...enterpriseRow(domain, activity),
    id: `${activity.id}.${service}`,
    service,
    party: split.party ?? 'shared',
    accountable,
    responsible,
    consulted: (activity.consulted ?? []).filter(takesNoPart),
    informed: (activity.informed ?? []).filter(takesNoPart),
    customerTasks: split.customer,
    providerTasks: split.provider,
    procedure: split.procedure ?? activity.procedure,
    systemOfRecord: split.systemOfRecord ?? activity.systemOfRecord,
    evidence: split.evidence,
    contractClause: `${ASKS_FOR_CLAUSE}: ${split.clause}`,
  };
}
