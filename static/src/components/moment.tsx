import { dayInWords, minuteInWords } from './days';

/** A day in UTC, or an instant in the reader's time zone; the exact instant as it came on hovering. */
export function Moment({ at, precision }: { at: string; precision: 'day' | 'minute' }) {
  const words = precision === 'day' ? dayInWords(at) : minuteInWords(at);
  if (words === null) return <>{at}</>;
  return (
    <time dateTime={at} title={at}>
      {words}
    </time>
  );
}
