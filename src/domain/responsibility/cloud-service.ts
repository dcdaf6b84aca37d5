/** A cloud service the company uses or offers. Source: requirement R4. */
export interface CloudService {
  key: string;
  name: string;
  provider: string;
  model: 'IaaS' | 'PaaS' | 'SaaS';
  /** Whose side of the split we are on. */
  viewpoint: 'customer' | 'provider';
  /** A material service must have its own row for every gray-zone activity. */
  material: boolean;
  contract: string;
}

/** The service that a ticket's option names, by exact name or key. */
export function findService(services: readonly CloudService[], nameOrKey: string): CloudService | undefined {
  return (indexes.get(services) ?? index(services)).get(nameOrKey);
}

/** Of registers that have been asked before: a matrix of many services is asked many times. */
const indexes = new WeakMap<readonly CloudService[], ReadonlyMap<string, CloudService>>();

/** A name goes before a key, and of several the first. */
function index(services: readonly CloudService[]): ReadonlyMap<string, CloudService> {
  const latestFirst = services.toReversed();
  const made = new Map([
    ...latestFirst.map(service => [service.key, service] as const),
    ...latestFirst.map(service => [service.name, service] as const),
  ]);
  indexes.set(services, made);
  return made;
}
