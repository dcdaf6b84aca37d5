import { inArray, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { CloudService } from '../../../domain/responsibility/cloud-service';
import { sortedBy } from '../../../domain/shared/content-hash';
import { comparableId } from '../../../domain/shared/text';
import type { Found, Part } from '../decisions/decision-part';
import { cloudServiceRecord, cloudServices } from './service-table';

const SERVICE = { name: 'service', table: cloudServices, columns: { record: cloudServices.record } };

/** What a question calls its service, as it is compared. */
export const SERVICE_ASKED: Part<'service'>['asks'] = {
  service: ({ service }) => comparableId(service ?? ''),
};

/** The services of the register that the questions name. */
export const servicePart: Part<'service'> = {
  asks: SERVICE_ASKED,
  selects: asked => [{ source: SERVICE, where: isNamed(asked.each('service')) }],
};

/** Those of the register, by their keys. */
export function servicesFound(found: Found): CloudService[] {
  const services = found.rowsOf(SERVICE).map(({ record }) => cloudServiceRecord.parse(record));
  return sortedBy(services, ({ key }) => key);
}

/** Of the table of services: those with such a name or key. */
export function isNamed(services: Placeholder[]): SQL | undefined {
  return or(inArray(cloudServices.name, services), inArray(cloudServices.key, services));
}
