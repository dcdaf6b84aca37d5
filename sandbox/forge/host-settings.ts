import type { HostSettings } from '../seams.ts';

/**
 * The platform as it usually is: events at once, and the quota of an app that Atlassian moved to no other tier.
 * Source: Jira Cloud, "Rate limiting", "Tier 1 - Global Pool".
 */
export const USUAL_SETTINGS: HostSettings = { eventDelayMs: 0, pointsPerHour: 65_000 };
