const INSTANT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `21 Nov 2026, 09:14`, in the reader's own time zone. Jira writes offsets as `+0000`. */
export function instant(iso: string): string {
  return INSTANT.format(new Date(iso.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
}

/** `21 Nov 2026`, for a date without a time. */
export function day(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
