const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** A day, `2026-03-05`, as people are told it: `5 Mar 2026`. */
export function dayInWords(day: string): string {
  return DAY.format(new Date(`${day}T12:00:00Z`));
}
