import type { Instant } from './instant';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `1 Mar 2026` for the UTC day of an instant, or for a day `2026-03-01`: as the pages and Jira write days. */
export function dayInWords(at: string): string {
  return DAY.format(new Date(at));
}

/** `1 Mar 2026, 09:30 UTC`: an instant, to the minute, for whoever reads it in whatever time zone. */
export function momentInWords(at: Instant): string {
  return `${dayInWords(at)}, ${at.slice(11, 16)} UTC`;
}
