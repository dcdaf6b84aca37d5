import { describe, expect, it } from '@jest/globals';
import { judgeRefusalInWords, mayAcknowledge, type Judges } from '../../../src/domain/bypass/acknowledgement';
import { acknowledgedInWords, acknowledgementComment } from '../../../src/domain/bypass/bypass-words';
import { toInstant } from '../../../src/domain/shared/instant';
import { anAccount } from '../../support/builders/company';

const AT = toInstant('2026-03-01T09:00:00Z');
const held = (accountId: string, capacity: 'holder' | 'deputy') => ({
  role: 'executive-owner',
  accountId,
  capacity,
  from: toInstant('2024-01-01T00:00:00Z'),
  to: null,
});
const judges = (...away: string[]): Judges => ({
  matrixApproverRole: 'executive-owner',
  roles: [{ key: 'executive-owner', name: 'Executive Owner', kind: 'internal', charter: '' }],
  holders: [held('ada', 'holder'), held('tomas', 'deputy')],
  accounts: new Map(
    ['ada', 'tomas'].map(id => [id, anAccount(id, { displayName: id, active: !away.includes(id) })]),
  ),
});
const ask = (person: string, involved: string[], away: string[] = []) =>
  mayAcknowledge(person, new Set(involved), judges(...away), AT);

describe('who may acknowledge a bypass', () => {
  it.each([
    ['the holder of the matrix approver’s role', 'ada', [], []],
    ['the deputy when the holder was involved', 'tomas', ['ada'], []],
    ['the deputy when the holder has no active account', 'tomas', [], ['ada']],
  ])('%s', (_, person, involved, away) => {
    expect(ask(person, involved, away)).toEqual({ ok: true, value: { roleName: 'Executive Owner' } });
  });

  it.each([
    ['anyone else', 'mats', [], [], 'NOT_MATRIX_APPROVER', 'ada'],
    ['the deputy as long as the holder may', 'tomas', [], [], 'NOT_MATRIX_APPROVER', 'ada'],
    ['the holder who was involved', 'ada', ['ada'], [], 'INVOLVED', 'tomas'],
    ['anyone else who was involved', 'mats', ['mats'], [], 'NOT_MATRIX_APPROVER', 'ada'],
    ['the holder when everyone was involved', 'ada', ['ada', 'tomas'], [], 'INVOLVED', null],
    ['anyone where the role is vacant', 'ada', [], ['ada', 'tomas'], 'NOT_MATRIX_APPROVER', null],
  ])('not %s', (_, person, involved, away, code, only) => {
    expect(ask(person, involved, away)).toEqual({
      ok: false,
      refusal: { code, roleName: 'Executive Owner', only },
    });
  });

  it('judges for the role by the name of that very role, or by its key where the register has lost it', () => {
    const roleName = (roles: Judges['roles']) => mayAcknowledge('ada', new Set(), { ...judges(), roles }, AT);
    const other = { key: 'ciso', name: 'CISO', kind: 'internal' as const, charter: '' };
    expect(roleName([other, ...judges().roles])).toMatchObject({ value: { roleName: 'Executive Owner' } });
    expect(roleName([other])).toMatchObject({ value: { roleName: 'executive-owner' } });
  });

  it('says why not, and who can', () => {
    const words = (code: 'INVOLVED' | 'NOT_MATRIX_APPROVER', only: string | null) =>
      judgeRefusalInWords({ code, roleName: 'Executive Owner', only }, account => account.toUpperCase());
    expect(words('NOT_MATRIX_APPROVER', 'ada')).toBe('Only ADA can, for the Executive Owner.');
    expect(words('INVOLVED', null)).toBe(
      'You were involved in this, so you can’t acknowledge it. No one acting as Executive Owner is independent of this. A Jira administrator can appoint a deputy.',
    );
  });
});

describe('what is said of a bypass that was acknowledged', () => {
  const judged = { by: 'Ada', roleName: 'Executive Owner', reason: 'The account was closed.' };

  it('names who judged it, for which role, when and why', () => {
    expect(acknowledgedInWords(judged, '1 Mar 2026')).toBe(
      'Acknowledged by Ada, for the Executive Owner, on 1 Mar 2026: “The account was closed.”',
    );
  });

  it('says on the ticket that it counts no more than before', () => {
    expect(acknowledgementComment(judged)).toEqual([
      [
        { strong: 'Bypass acknowledged. ' },
        'Ada, for the Executive Owner, decided that no more action is needed: “The account was closed.” The bypassed step still doesn’t count.',
      ],
    ]);
  });
});
