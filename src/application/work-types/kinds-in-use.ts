import { CLOUD_ACCOUNT_REQUEST } from '../../domain/work-types/cloud-account-request/cloud-account-request';
import { RESPONSIBILITY_CHANGE } from '../../domain/work-types/responsibility-change/responsibility-change';
import { TICKET_KINDS } from '../../domain/work-types/work-types';
import { kindsInUse, NOTHING_TO_READ, type WorkTypeReading } from '../tickets/reading';
import { ACCOUNT_READING } from './cloud-account-request/account-reading';
import { MATRIX_READING } from './responsibility-change/matrix-reading';

/** How the subjects of those work types are read that have one. */
const READINGS: ReadonlyMap<string, WorkTypeReading> = new Map<string, WorkTypeReading>([
  [CLOUD_ACCOUNT_REQUEST.name, ACCOUNT_READING],
  [RESPONSIBILITY_CHANGE.name, MATRIX_READING],
]);

export const KINDS_IN_USE = kindsInUse(
  TICKET_KINDS.map(kind => ({ ...kind, reading: READINGS.get(kind.workType.name) ?? NOTHING_TO_READ })),
);
