import { inArray, or, type SQL } from 'drizzle-orm';
import { findService, type CloudService } from '../../../domain/responsibility/cloud-service';
import { comparable, comparableId } from '../../../domain/shared/text';
import type { DecisionQuestion } from '../../../ports/decisions';
import type { Asked, Found, Part } from '../decisions/decision-part';
import { cloudServiceRecord, cloudServices } from './service-table';

const SERVICE = { name: 'service', table: cloudServices, columns: { record: cloudServices.record } };

/** What a question calls its service, as names and as keys are compared. */
export type ServiceAsked = 'service name' | 'service key';

export const SERVICE_ASKED: Part<ServiceAsked>['asks'] = {
  'service name': ({ service }) => comparable(service ?? ''),
  'service key': ({ service }) => comparableId(service ?? ''),
};

/** The services that the questions name. */
export const servicePart: Part<ServiceAsked> = {
  asks: SERVICE_ASKED,
  selects: asked => [{ source: SERVICE, where: isNamed(asked) }],
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
export function isNamed(asked: Asked<ServiceAsked>): SQL | undefined {
  const { name, key } = cloudServices;
  return or(inArray(name, asked.each('service name')), inArray(key, asked.each('service key')));
}
