import { findNamed } from './named';

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

/** The services that a decision can rest on. */
export interface KnownServices {
  /** As the version of the matrix in force names them, whatever the register says of them since. */
  named: readonly CloudService[];
  /** Of the register as it stands now: a service that came after the version is nowhere else. */
  register: readonly CloudService[];
}

/**
 * The service that a ticket means: as the version in force names it; and where that doesn't know the name, the service
 * that the register calls so now, by its key as the version has it. No import of the register makes a name mean another
 * service than was approved.
 * Source: domain rules, "Matrix version".
 */
export function serviceMeant(
  { named, register }: KnownServices,
  nameOrKey: string,
): CloudService | undefined {
  const own = findService(named, nameOrKey);
  if (own) return own;
  const called = findService(register, nameOrKey);
  return called && (named.find(({ key }) => key === called.key) ?? called);
}

/** The service of that name or key; undefined where several are called so: the order of a register decides nothing. */
export function findService(services: readonly CloudService[], nameOrKey: string): CloudService | undefined {
  return findNamed(services, nameOrKey);
}
