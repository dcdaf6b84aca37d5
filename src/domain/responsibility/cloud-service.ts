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

/** The service that a ticket's option or a cell names, by name or key. */
export function findService(services: readonly CloudService[], nameOrKey: string): CloudService | undefined {
  return findNamed(services, nameOrKey);
}
