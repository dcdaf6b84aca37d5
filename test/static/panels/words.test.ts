import { describe, expect, it } from '@jest/globals';
import { initials, hueOf } from '../../../static/src/components/initials';
import { lackWords } from '../../../static/src/components/lack-words';
import { decisionTitle, refusalWords } from '../../../static/src/panels/responsibility/decision-words';

const CLARA = { accountId: '712020:clara', name: 'Clara Cloudwell', active: true };

describe('words for what the server says', () => {
  it('name the reasons of a refusal', () => {
    expect(refusalWords(['OWNER_NOT_NAMED', 'ROLE_VACANT'])).toBe(
      'the account owner was not named and no one held the accountable role',
    );
  });

  it.each([
    ['Submit', 'refuse', null, 'Submission blocked'],
    ['Submit', 'allow', null, 'Submission permitted'],
    ['Approve', 'allow', CLARA, 'Approved'],
    ['Lapse', 'allow', CLARA, 'Lapse'],
    ['Lapse', 'refuse', null, 'Lapse blocked'],
  ] as const)('call %s, %s, what it has become', (transition, verdict, madeBy, title) => {
    const at = '2026-11-18T10:30:00.000Z';
    const others = { codes: [], approval: false, role: null, matrixVersion: null };
    expect(decisionTitle({ ...others, at, transition, verdict, madeBy })).toBe(title);
  });

  it('spell out a code that is newer than the panel', () => {
    expect(refusalWords(['COVERAGE_BELOW_TARGET'])).toBe('coverage below target');
  });

  it('leave the code at the end of a message away, and nothing else', () => {
    expect(lackWords({ code: 'ROLE_VACANT', message: 'No one holds it. (ROLE_VACANT)' })).toBe(
      'No one holds it.',
    );
    expect(lackWords({ code: 'ROLE_VACANT', message: 'No one (yet)' })).toBe('No one (yet)');
  });
});

describe('a person without a picture', () => {
  it.each([
    ['Clara Cloudwell', 'CC'],
    ['Ana Maria de la Cruz', 'AC'],
    ['cloud@aurora.example', 'CE'],
    ['Öz', 'Ö'],
    ['', ''],
  ])('%s is shown as %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('always has the same hue, one of those there are', () => {
    expect(hueOf('712020:cloud', 6)).toBe(hueOf('712020:cloud', 6));
    const hues = Array.from({ length: 60 }, (_, number) => hueOf(`account-${String(number)}`, 6));
    expect(new Set(hues).size).toBeGreaterThan(3);
    expect(hues.every(hue => hue >= 0 && hue < 6)).toBe(true);
  });
});
