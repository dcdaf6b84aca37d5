import type { CloudService } from '../cloud-service';
import { ANY_SERVICE, type DraftResponsibility } from '../responsibility';
import { say } from '../../shared/sentence';

/** A row in words. */
export type Describe = (row: Pick<DraftResponsibility, 'activity' | 'domain' | 'service'>) => string;

/**
 * Puts rows in words: the activity (or the domain's default) and the name of the service, as people know it;
 * a service that is not in the register is called as the row calls it.
 */
export function describing(services: readonly Pick<CloudService, 'key' | 'name'>[]): Describe {
  const names = new Map(services.map(({ key, name }) => [key, name]));
  return ({ activity, domain, service }) => {
    const what = activity === '' ? say`the default of ${domain}` : activity;
    return service === ANY_SERVICE ? what : say`${what} on ${names.get(service) ?? service}`;
  };
}
