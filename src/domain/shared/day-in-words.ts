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
