import type { GateRefusal } from '../../decision/refusal';
import type { Gate } from '../../gate/gate';
import type { Settings } from '../../settings/settings';
import { dayOf, daysBetween, type Instant } from '../../shared/instant';
import { withScreen } from '../../ticket/ticket';
import type { FieldValues } from '../../work-type/fields';

/**
 * Refuses access that would end before it begins, or last longer than the company allows. The day in Access until is
 * the last of the access; days are UTC, and counted from the day of the decision.
 * Refuses: DATE_IN_PAST, PERIOD_TOO_LONG.
 * Source: domain rules, "Access".
 */
export function accessPeriodRefusals(
  { accessUntil, privileged }: Pick<FieldValues, 'accessUntil' | 'privileged'>,
  settings: Settings,
  at: Instant,
): GateRefusal[] {
  const over = accessOver(accessUntil, at);
  if (accessUntil === null || over.length > 0) return over;
  const isPrivileged = privileged === 'Yes';
  const longest = isPrivileged ? settings.privilegedAccessDays : settings.accessDays;
  if (daysBetween(dayOf(at), accessUntil) <= longest) return [];
  return [{ code: 'PERIOD_TOO_LONG', field: 'accessUntil', date: accessUntil, longest, isPrivileged }];
}

/** Refuses access whose last day has passed. Refuses: DATE_IN_PAST. */
export function accessOver(accessUntil: string | null, at: Instant): GateRefusal[] {
  if (accessUntil === null || accessUntil >= dayOf(at)) return [];
  return [{ code: 'DATE_IN_PAST', field: 'accessUntil', date: accessUntil }];
}

/**
 * Refuses access that would end before it begins, or last longer than the company allows.
 * Refuses: DATE_IN_PAST, PERIOD_TOO_LONG.
 * Source: domain rules, "Access".
 */
export const endsInTime: Gate = {
  name: 'ends in time',
  checks: 'The access ends today or later, and within the longest period allowed.',
  refusals({ story, screen, settings, at }) {
    return accessPeriodRefusals(withScreen(story.ticket, screen), settings, at);
  },
};

/**
 * Refuses to grant access whose last day has passed.
 * Refuses: DATE_IN_PAST.
 * Source: domain rules, "Access": nothing is effective past its end.
 */
export const notOver: Gate = {
  name: 'not over',
  checks: 'The last day of the access isn’t in the past.',
  refusals({ story, screen, at }) {
    return accessOver(withScreen(story.ticket, screen).accessUntil, at);
  },
};
