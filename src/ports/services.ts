import type { CloudService } from '../domain/responsibility/cloud-service';

/** The register of cloud services. */
export interface Services {
  /** By their keys. */
  list(): Promise<CloudService[]>;
  /** Adds services, or replaces those with the same key. */
  put(services: readonly CloudService[]): Promise<void>;
}
