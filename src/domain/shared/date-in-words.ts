import type { Instant } from './instant';

/** Made when it is first asked for: it takes longer to make than most of what a function loads. */
let day: Intl.DateTimeFormat | undefined;

/** `1 Mar 2026` for the UTC day of an instant, or for a day `2026-03-01`: as the pages and Jira write days. */
export function dayInWords(at: string): string {
  day ??= new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return day.format(new Date(at));
}

/** `1 Mar 2026, 09:30 UTC`: an instant, to the minute, for anyone who reads it in any time zone. */
export function momentInWords(at: Instant): string {
  return `${dayInWords(at)}, ${at.slice(11, 16)} UTC`;
}
