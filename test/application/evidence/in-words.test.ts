import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { inWords } from '../../../src/application/evidence/in-words';
import { revocationDue } from '../../../src/domain/work-types/access-request/revocation-evidence';
import { bypassAcknowledged, bypassResolved } from '../../../src/domain/bypass/bypass-evidence';
import { EVIDENCE_KINDS } from '../../../src/domain/work-types/evidence-kinds';
import {
  accountOwnerChanged,
  accountOwnerChangeRejected,
  accountOwnerReverted,
  accountUnowned,
  cloudAccountRegistered,
} from '../../../src/domain/work-types/cloud-account-request/account-evidence';
import { gateDecided } from '../../../src/domain/decision/decision-evidence';
import {
  configurationApplied,
  configurationDrifted,
  configurationRestored,
} from '../../../src/domain/evidence/configuration-evidence';
import type { Evidence } from '../../../src/domain/evidence/define-evidence';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import { matrixApproved } from '../../../src/domain/responsibility/matrix-evidence';
import { roleChanged, serviceChanged } from '../../../src/domain/responsibility/register-entry-evidence';
import { registerImported } from '../../../src/domain/responsibility/register-evidence';
import { roleHolderChanged } from '../../../src/domain/responsibility/role-evidence';
import { routed, routingRefused } from '../../../src/domain/routing/routing-evidence';
import { settingsChanged } from '../../../src/domain/settings/settings-evidence';
import { transitionObserved } from '../../../src/domain/ticket/transition-evidence';
import { NOW } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';

const names = { person: (account: string) => account.toUpperCase(), role: (key: string) => `role ${key}` };
const of = <Schema extends z.ZodType>(kind: Evidence<Schema>, facts: z.input<Schema>) =>
  kind.entry({ at: NOW, actor: 'noor', facts }, account => account);
const TICKET = { ticket: '10001', ticketKey: 'GOV-1' };
const ACCOUNT = { ...TICKET, provider: 'AWS', accountId: '1', owner: 'hanna' };
const PERIOD = {
  role: 'ciso',
  accountId: 'tomas',
  capacity: 'deputy' as const,
  from: '2026-03-01T00:00:00.000Z',
  to: null,
};
const SERVICE = {
  ...{ key: 'aws', name: 'AWS', provider: 'Amazon', model: 'IaaS', viewpoint: 'customer' },
  ...{ material: true, contract: '' },
};
const ROLE = { key: 'ciso', name: 'CISO', kind: 'internal', charter: '' };
const DECIDED = {
  ...TICKET,
  workType: 'Cloud account request',
  transition: 'Approve',
  from: 'Awaiting approval',
  to: 'Approved',
  inputsHash: 'inputs',
  newestChange: null,
};
const holderBegins = of(roleHolderChanged, { kind: 'begins', period: PERIOD, replaces: [] });
const routing = { ...TICKET, status: 'Requested', previous: null };

describe('an entry in words', () => {
  it.each<[EvidenceEntry, string]>([
    [
      of(routed, { ...routing, route: aRoute({ accountable: 'priya' }), refusal: null }),
      'In Requested: to PRIYA, for the Cloud Platform Owner: Cloud account provisioning on AWS in matrix v1.',
    ],
    [
      of(routingRefused, {
        ...routing,
        route: null,
        refusal: { code: 'ROLE_VACANT', role: 'ciso', roleName: 'CISO', responsibility: 'R-1' },
      }),
      'No approver: role vacant.',
    ],
    [of(accountUnowned, ACCOUNT), 'AWS 1 belonged to HANNA, who has no active account.'],
    [of(accountOwnerChanged, { ...ACCOUNT, to: 'ravi', change: '7' }), 'AWS 1 went from HANNA to RAVI.'],
    [
      of(accountOwnerChangeRejected, { ...ACCOUNT, to: null, change: '7', because: 'NOT_ENTITLED' }),
      'The ticket names no one; AWS 1 still belongs to HANNA.',
    ],
    [
      of(accountOwnerReverted, { ...ACCOUNT, after: 'entry' }),
      'The ticket names HANNA again, as the register does.',
    ],
    [of(cloudAccountRegistered, { ...TICKET, change: '7', decision: 'decision' }), 'It is in the register.'],
    [
      of(configurationApplied, {
        step: 's',
        specification: 'h',
        changes: ['a', 'b', 'c', 'd'],
        outcome: 'as planned',
      }),
      'a. b. c, and 1 more.',
    ],
    [
      of(configurationDrifted, { previous: null, drift: [{ workType: '', repair: 'Do this', found: null }] }),
      'To repair: Do this.',
    ],
    [of(configurationRestored, { previous: 'drift' }), 'Everything is as Remit set it up.'],
    [
      of(registerImported, { dataset: 'roles', lines: 2, added: 1, changed: 0, fileHash: 'file' }),
      'roles: 2 lines, 1 added, 0 changed.',
    ],
    [
      of(serviceChanged, { before: null, after: SERVICE }),
      'aws was added: name “AWS”, provider “Amazon”, model “IaaS”, viewpoint “customer”, material yes, contract empty.',
    ],
    [
      of(serviceChanged, { before: SERVICE, after: { ...SERVICE, provider: 'Other', material: false } }),
      'aws: provider was “Amazon”, is “Other”; material was yes, is no.',
    ],
    [
      of(roleChanged, { before: { ...ROLE, name: 'Chief' }, after: ROLE }),
      'ciso: name was “Chief”, is “CISO”.',
    ],
    [
      of(revocationDue, { ...TICKET, lastDay: null, performer: null }),
      'This access has ended. It has no performer now.',
    ],
    [
      of(revocationDue, { ...TICKET, lastDay: '2026-03-01', performer: 'priya' }),
      'This access has ended. PRIYA was asked to revoke it.',
    ],
    [
      of(settingsChanged, {
        accessDays: 30,
        privilegedAccessDays: 7,
        reviewCadenceDays: 90,
        matrixApproverRole: 'ciso',
      }),
      'Access ends after 30 days, privileged access after 7; the matrix is reviewed every 90 days; the role ciso approves it.',
    ],
    [
      of(matrixApproved, {
        number: 2,
        contentHash: 'rows',
        author: 'priya',
        authors: ['priya'],
        approvedBy: 'ada',
        approvedAt: NOW,
        effectiveFrom: '2026-03-01T09:30:00.000Z',
        changeTicket: 'GOV-9',
        ticket: '10009',
        decision: null,
        supersedes: [2, 3],
      }),
      'Version 2, by ADA, in force from 1 Mar 2026, 09:30 UTC (GOV-9). Because of it, version 2 and 3 will never be in force.',
    ],
    [
      of(transitionObserved, {
        ...TICKET,
        change: '7',
        at: NOW,
        actor: 'noor',
        from: 'Requested',
        to: 'Approved',
        transition: null,
        decision: null,
      }),
      'From Requested to Approved.',
    ],
    [
      of(gateDecided, {
        ...DECIDED,
        verdict: 'refuse',
        refusals: [{ code: 'NO_DRAFT' }, { code: 'CONTENT_CHANGED', fields: [] }],
        snapshot: null,
      }),
      'Approve was blocked: no draft; content changed.',
    ],
    [
      of(gateDecided, {
        ...DECIDED,
        verdict: 'allow',
        refusals: [],
        snapshot: {
          contentHash: 'content',
          decidingFields: {},
          service: null,
          text: { summary: 'summary', description: null },
          files: [],
          matrixVersion: 3,
          matrixHash: 'matrix',
          responsibility: 'R-1',
          role: 'ciso',
          roleName: 'CISO',
          holder: 'noor',
          decidedBy: 'deputy',
        },
      }),
      'Approve was permitted. NOOR was accountable, for the CISO as deputy. Matrix v3.',
    ],
    [holderBegins, 'TOMAS is deputy of the role role ciso from 1 Mar 2026.'],
    [
      of(bypassResolved, { ...TICKET, bypass: 'entry', change: null, to: null }),
      'The bypassed step was undone.',
    ],
    [
      of(bypassAcknowledged, { ...TICKET, bypass: 'entry', reason: 'A drill', roleName: 'CISO' }),
      'By NOOR, for the CISO: “A drill”',
    ],
  ])('$kind', (entry, message) => {
    expect(inWords(entry, names)).toEqual({
      title: EVIDENCE_KINDS.find(({ kind }) => kind === entry.kind)?.title,
      message,
    });
  });

  const RAW = 'This version of Remit can’t describe this entry. Its facts are shown as they were recorded.';

  it('leaves a kind that it does not know to its facts', () => {
    expect(inWords({ ...holderBegins, kind: 'from-the-future' }, names)).toEqual({
      title: 'Unknown kind: from-the-future',
      message: RAW,
    });
  });

  it.each<[string, Partial<EvidenceEntry>]>([
    ['another version', { version: 2 }],
    ['no facts', { facts: null }],
    [
      'a day that is no day',
      { facts: { ...holderBegins.facts, period: { ...PERIOD, from: 'next spring' } } },
    ],
    [
      'a year of five digits',
      { facts: { ...holderBegins.facts, period: { ...PERIOD, from: '+012026-03-01T00:00:00.000Z' } } },
    ],
    ['a fact more', { facts: { ...holderBegins.facts, more: 1 } }],
    ['a fact less', { facts: { kind: 'begins', period: PERIOD } }],
  ])('leaves an entry of a known kind with %s to its facts', (_, other) => {
    expect(inWords({ ...holderBegins, ...other }, names)).toEqual({
      title: 'Role holder changed',
      message: RAW,
    });
  });
});
