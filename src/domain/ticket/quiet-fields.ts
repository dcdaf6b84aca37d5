import type { FieldName } from '../work-type/fields';

/**
 * Fields that neither a route nor a record rests on: a change of these alone leaves nothing to be followed. Gates read
 * them where they decide, and whether they were changed between two decisions they read from the ticket's history.
 */
export const QUIET_FIELDS = [
  'environment',
  'dataClassification',
  'securityContact',
  'billingOwner',
  'entitlement',
  'privileged',
] as const satisfies FieldName[];
