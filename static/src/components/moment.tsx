const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const MINUTE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An instant in the reader's own language and time zone; the exact one, in UTC, on hovering. */
export function Moment({ at, precision }: { at: string; precision: 'day' | 'minute' }) {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return <>{at}</>;
  return (
    <time dateTime={at} title={instant.toISOString()}>
      {(precision === 'day' ? DAY : MINUTE).format(instant)}
    </time>
  );
}
