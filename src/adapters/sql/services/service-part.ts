import { inArray, or, type Placeholder, type SQL } from 'drizzle-orm';
import { findService, type CloudService } from '../../../domain/responsibility/cloud-service';
import type { DecisionQuestion } from '../../../ports/decisions';
import type { Found, Part } from '../decisions/decision-part';
import { cloudServiceRecord, cloudServices } from './service-table';

const SERVICE = { name: 'service', table: cloudServices, columns: { record: cloudServices.record } };

/** The services that the questions name. */
export const servicePart: Part<'service'> = {
  asks: { service: ({ service }) => service ?? '' },
  selects: asked => [{ source: SERVICE, where: isNamed(asked.each('service')) }],
};

/** @returns the service that a question names; null when the register has none */
export function namedServices(found: Found): (question: DecisionQuestion) => CloudService | null {
  const services = found
    .rowsOf(SERVICE)
    .map(({ record }) => cloudServiceRecord.parse(record))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return ({ service }) => (service === null ? null : (findService(services, service) ?? null));
}

/** Of the table of services: those with such a name or key. */
export function isNamed(services: Placeholder[]): SQL | undefined {
  return or(inArray(cloudServices.name, services), inArray(cloudServices.key, services));
}
