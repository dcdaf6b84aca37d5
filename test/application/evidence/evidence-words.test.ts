import { describe, expect, it } from '@jest/globals';
import { KINDS_IN_WORDS } from '../../../src/application/evidence/entry-words';
import type { EvidenceKind } from '../../../src/domain/evidence/evidence-entry';

const ACCOUNT = { provider: 'AWS', accountId: '1', owner: 'hanna' };
const PERIOD = {
  role: 'ciso',
  accountId: 'tomas',
  capacity: 'deputy',
  from: '2026-03-01T00:00:00.000Z',
  to: null,
};
const APPROVED = {
  number: 2,
  approvedBy: 'ada',
  effectiveFrom: '2026-03-01T09:30:00.000Z',
  changeTicket: 'GOV-9',
};
const names = { person: (account: string) => account.toUpperCase(), role: (key: string) => `role ${key}` };
const said = (kind: EvidenceKind, facts: unknown) => KINDS_IN_WORDS[kind].sentence(facts, names);

describe('evidence in words', () => {
  it.each<[EvidenceKind, unknown, string]>([
    ['routing-refused', { refusal: { code: 'ROLE_VACANT' } }, 'Nobody decides it: role vacant.'],
    ['account-unowned', ACCOUNT, 'AWS 1 belonged to HANNA, who has no active account.'],
    ['account-owner-changed', { ...ACCOUNT, to: 'ravi' }, 'AWS 1 went from HANNA to RAVI.'],
    [
      'account-owner-change-rejected',
      { ...ACCOUNT, to: null },
      'The ticket names nobody; AWS 1 still belongs to HANNA.',
    ],
    ['account-owner-reverted', ACCOUNT, 'The ticket names HANNA again, as the register does.'],
    ['set-up-step', { changes: ['a', 'b', 'c', 'd'] }, 'a. b. c, and 1 more.'],
    [
      'register-imported',
      { dataset: 'roles', lines: 2, added: 1, changed: 0 },
      'roles: 2 lines, 1 added, 0 changed.',
    ],
    ['revocation-due', { performer: null }, 'Its last day is over. Nobody performs it now.'],
    ['revocation-due', { performer: 'priya' }, 'Its last day is over. PRIYA was asked to take it away.'],
    [
      'settings-changed',
      { accessDays: 30, privilegedAccessDays: 7, reviewCadenceDays: 90, matrixApproverRole: 'ciso' },
      'Access ends after 30 days, privileged access after 7; the matrix is reviewed every 90 days; the role ciso approves it.',
    ],
    ['matrix-approved', APPROVED, 'Version 2, by ADA, in force from 1 Mar 2026, 09:30 UTC (GOV-9).'],
    [
      'transition-observed',
      { transition: null, from: 'Requested', to: 'Approved', decision: null },
      'From Requested to Approved.',
    ],
    [
      'gate-decided',
      {
        transition: 'Approve',
        verdict: 'refuse',
        refusals: [{ code: 'ROUTE_STALE' }, { code: 'CONTENT_CHANGED' }],
        snapshot: null,
      },
      'Approve was refused: route stale; content changed.',
    ],
    [
      'gate-decided',
      {
        transition: 'Approve',
        verdict: 'allow',
        refusals: [],
        snapshot: { matrixVersion: 3, roleName: 'CISO', holder: 'noor', decidedBy: 'deputy' },
      },
      'Approve was permitted. NOOR was accountable, for the CISO as deputy. Matrix v3.',
    ],
    [
      'holder-changed',
      {
        kind: 'begins',
        period: PERIOD,
        replaces: [],
      },
      'TOMAS is deputy of the role role ciso from 1 Mar 2026.',
    ],
  ])('%s', (kind, facts, sentence) => {
    expect(said(kind, facts)).toBe(sentence);
  });

  it.each<[EvidenceKind, unknown, unknown]>([
    [
      'holder-changed',
      { kind: 'ends', period: PERIOD, to: '2026-04-01T00:00:00.000Z' },
      { kind: 'ends', period: PERIOD, to: 'next spring' },
    ],
    [
      'holder-changed',
      { kind: 'begins', period: PERIOD, replaces: [] },
      { kind: 'begins', period: { ...PERIOD, from: '+012026-03-01T00:00:00.000Z' }, replaces: [] },
    ],
    ['matrix-approved', APPROVED, { ...APPROVED, effectiveFrom: 'soon' }],
  ])('reads the days of a %s entry, and leaves one that is no day to the facts', (kind, facts, undated) => {
    expect(said(kind, facts)).not.toBe('');
    expect(said(kind, undated)).toBe('');
  });

  it.each(['gate-decided', 'routed', 'holder-changed'] as const)(
    'leaves the facts to speak where they are others than it knows: %s',
    kind => {
      expect(said(kind, { other: 1 })).toBe('');
    },
  );

  it('calls every kind by a name of its own', () => {
    const titles = Object.values(KINDS_IN_WORDS).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
