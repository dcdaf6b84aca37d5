/** Days and instants, as every page writes them: as Jira does in English, whatever language the browser has. */

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MINUTE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `21 Nov 2026`: the day in UTC, in which periods and versions begin. Null for what is no instant. */
export function dayInWords(iso: string): string | null {
  return words(DAY, iso);
}

/** `21 Nov 2026, 09:14`, in the reader's own time zone. Null for what is no instant. */
export function minuteInWords(iso: string): string | null {
  return words(MINUTE, iso);
}

/** Jira writes offsets as `+0000`, which not every browser reads. */
function words(format: Intl.DateTimeFormat, iso: string): string | null {
  const instant = new Date(iso.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant.getTime()) ? null : format.format(instant);
}

/** Today in UTC as `YYYY-MM-DD`: the days of periods begin in UTC. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Whether it is a day that can be asked about: a date field that is still being typed into has years such as 0020. */
export function isDay(text: string): boolean {
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The last instant of a day in UTC: what was in force on it, also when it began on that day. */
export function endOf(day: string): string {
  return `${day}T23:59:59.999Z`;
}
