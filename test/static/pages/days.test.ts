import { describe, expect, it } from '@jest/globals';
import { dayInWords as dayInMessages } from '../../../src/domain/shared/date-in-words';
import { day as dayInJira } from '../../../sandbox/web/shell/layout/time';
import { dayInWords, endOf, isDay, minuteInWords } from '../../../static/src/components/days';

describe('days', () => {
  it.each([
    ['2026-09-01', '1 Sept 2026'],
    ['2026-11-21', '21 Nov 2026'],
    ['2028-02-29', '29 Feb 2028'],
  ])('are written the same on pages, in messages and in Jira: %s', (day, words) => {
    expect(dayInWords(day)).toBe(words);
    expect(dayInWords(`${day}T00:00:00.000Z`)).toBe(words);
    expect(dayInMessages(day)).toBe(words);
    expect(dayInMessages(`${day}T00:00:00.000Z`)).toBe(words);
    expect(dayInJira(day)).toBe(words);
  });

  it('are those of UTC, wherever the reader is, as periods begin in UTC', () => {
    expect(dayInWords('2026-11-21T23:59:59.999Z')).toBe('21 Nov 2026');
    expect(endOf('2026-11-21')).toBe('2026-11-21T23:59:59.999Z');
  });

  it('come with the minute where it matters, also as Jira writes instants', () => {
    expect(minuteInWords('2026-11-21T09:14:00.000+0000')).toMatch(/Nov 2026, \d\d:14$/);
  });

  it.each(['', '2026', '0020-11-21', '2026-13-01', 'yesterday'])(
    'are whole before they are asked about: %j',
    text => {
      expect(isDay(text)).toBe(false);
      expect(isDay('2026-11-21')).toBe(true);
    },
  );

  it('leave alone what is no instant', () => {
    expect(dayInWords('soon')).toBeNull();
  });
});
