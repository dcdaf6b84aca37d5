import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, recordOf, refusalsOf } from '../../../src/domain/gate/decide';
import type { Gate, GateFacts } from '../../../src/domain/gate/gate';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { excludedPeople } from '../../../src/domain/ticket/excluded-people';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/catalogue/cloud-account-request';
import type { TransitionName } from '../../../src/domain/work-type/work-type';
import { anyCompany, anyScreen, anyTicket } from '../../support/builders/arbitraries';
import { CISO, CLOUD, everybodyBut, OWNER, SECOPS, STRANGER } from '../../support/builders/company';
import { aResponsibility, anAllocation } from '../../support/builders/matrix';
import {
  anEntry,
  aSnapshot,
  aSubmittedTicket,
  aTicket,
  gateFacts,
  minute,
  theTransition,
} from '../../support/builders/ticket';

const GATED: TransitionName[] = ['Submit', 'Approve', 'Provision'];

describe('decide', () => {
  it.each(GATED)('allows %s for a ticket that has everything', transition => {
    expect(decide(gateFacts({ transition }))).toMatchObject({ ok: true });
  });

  it('keeps a snapshot of what held when it allowed', () => {
    const facts = gateFacts({ transition: 'Approve' });
    expect(decide(facts)).toEqual({ ok: true, value: aSnapshot(facts.ticket) });
  });

  it('keeps what the ticket will be after its screen, with the person who would decide it then', () => {
    const fields = { accountOwner: CLOUD, environment: 'Sandbox' };
    const decision = decide(gateFacts({ screen: { fields, appFields: [] } }));
    expect(decision).toMatchObject({
      value: { decidingFields: { ...fields, securityContact: SECOPS }, holder: CISO, decidedBy: 'deputy' },
    });
    const asked = aTicket({ fields });
    expect(decision).toMatchObject({ value: { contentHash: aSnapshot(asked).contentHash } });
  });

  it('names nobody in a snapshot of a ticket that has no route', () => {
    const facts = gateFacts({ transition: 'Rework', allocation: anAllocation({ matrix: null }) });
    expect(decide(facts)).toEqual({
      ok: true,
      value: aSnapshot(facts.ticket, {
        matrixVersion: null,
        matrixHash: null,
        responsibility: null,
        role: null,
        roleName: null,
        holder: null,
        decidedBy: null,
      }),
    });
  });

  it('refuses with everything that is missing, in the order in which a person would mend it', () => {
    const ticket = aTicket({ fields: { environment: null, accountOwner: null, securityContact: null } });
    const facts = gateFacts({ ticket, allocation: anAllocation({ rows: [] }) });
    const codes = ['FIELD_MISSING', 'OWNER_NOT_NAMED', 'SECURITY_CONTACT_NOT_NAMED', 'NO_RESPONSIBILITY'];
    expect(refusalsOf(facts).map(({ code }) => code)).toEqual(codes);
    expect(decide(facts)).toEqual({ ok: false, refusal: refusalsOf(facts) });
  });

  const lone = ({ name }: Gate): Partial<Omit<GateFacts, 'transition'>> => {
    const { ticket, decisions } = aSubmittedTicket();
    const facts: Record<string, Partial<Omit<GateFacts, 'transition'>>> = {
      'app fields intact': { screen: { fields: {}, appFields: ['accountable'] } },
      complete: { ticket: aTicket({ fields: { environment: null } }) },
      'owner named': { ticket: aTicket({ fields: { accountOwner: null } }) },
      routed: { allocation: anAllocation({ matrix: null }) },
      'route current': { allocation: anAllocation({ accounts: everybodyBut(CLOUD) }) },
      frozen: { ticket: { ...ticket, fields: { ...ticket.fields, environment: 'Sandbox' } }, decisions },
      approved: { decisions: [] },
      'account recorded': { ticket: aTicket({ fields: { accountId: null } }) },
      'matrix sound': { matrixChange: null },
      'not over': { ticket: aTicket({ fields: { accessUntil: '2026-03-01' } }) },
    };
    return facts[name] ?? {};
  };
  const all = GATED.flatMap(name => theTransition(name).gates.map(gate => [name, gate.name, gate] as const));
  it.each(all)('%s is refused by its gate "%s"', (name, _, gate) => {
    const withIt = gateFacts({ transition: name, ...lone(gate) });
    expect(withIt.transition.name).toBe(name);
    const only = { ...withIt, transition: { ...withIt.transition, gates: [gate] } };
    expect(decide(only).ok).toBe(false);
    expect(decide({ ...only, transition: { ...only.transition, gates: [] } }).ok).toBe(true);
  });

  it('lets nobody approve what they are involved in, for any company, ticket and screen', () => {
    fc.assert(
      fc.property(anyCompany, anyTicket, anyScreen, ({ allocation }, ticket, screen) => {
        for (const transition of GATED) {
          const decision = decide(gateFacts({ transition, ticket, screen, allocation }));
          const holder = decision.ok ? decision.value.holder : null;
          if (holder !== null)
            expect(excludedPeople(ticket, CLOUD_ACCOUNT_REQUEST, screen).has(holder)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('recordOf', () => {
  const record = (overrides: Parameters<typeof gateFacts>[0] = {}) => {
    const facts = gateFacts({ transition: 'Approve', ...overrides });
    return recordOf(facts, decide(facts));
  };

  it('is the decision with its ticket, its outcome and the newest change that the gate saw', () => {
    const facts = gateFacts({ transition: 'Approve' });
    expect(record()).toMatchObject({
      at: facts.at,
      ticket: '10001',
      ticketKey: 'GOV-1',
      workType: 'Cloud account request',
      transition: 'Approve',
      newestChange: '1',
      verdict: 'allow',
      refusals: [],
      snapshot: aSnapshot(facts.ticket),
    });
  });

  it('keeps what was refused, and no snapshot', () => {
    expect(record({ allocation: anAllocation({ matrix: null }) })).toMatchObject({
      verdict: 'refuse',
      refusals: [{ code: 'MATRIX_NOT_APPROVED' }],
      snapshot: null,
    });
  });

  it('has seen no change on a ticket that has no history', () => {
    expect(record({ transition: 'Submit' }).newestChange).toBeNull();
  });

  it('is one record however often the same is asked', () => {
    expect(record({ at: minute(70) }).id).toBe(record().id);
    expect(record({ at: minute(70) }).inputsHash).toBe(record().inputsHash);
  });

  const { ticket } = aSubmittedTicket();
  it.each<[string, Parameters<typeof gateFacts>[0]]>([
    ['another ticket', { ticket: { ...ticket, id: '10002' } }],
    ['another transition', { transition: 'Reject' }],
    ['another status', { ticket: { ...ticket, status: 'Approved' } }],
    [
      'another value of a deciding field',
      { ticket: { ...ticket, fields: { ...ticket.fields, environment: 'Sandbox' } } },
    ],
    ['another value on the screen', { screen: { fields: { environment: 'Sandbox' }, appFields: [] } }],
    ['another account id', { ticket: { ...ticket, fields: { ...ticket.fields, accountId: '1' } } }],
    ['another reporter', { ticket: { ...ticket, reporter: STRANGER } }],
    ['another reporter on the screen', { screen: { fields: {}, reporter: STRANGER, appFields: [] } }],
    ['a screen that takes the reporter away', { screen: { fields: {}, reporter: null, appFields: [] } }],
    ['a screen that carries an app field', { screen: { fields: {}, appFields: ['performer'] } }],
    [
      'another value of an app field',
      { ticket: { ...ticket, appFields: { ...ticket.appFields, performer: STRANGER } } },
    ],
    [
      'something that happened in between',
      { ticket: { ...ticket, history: [...ticket.history, anEntry(5, OWNER)] } },
    ],
    ['another matrix', { allocation: anAllocation({ matrix: { number: 1, contentHash: 'other' } }) }],
    ['another limit that the company sets', { settings: { ...DEFAULT_SETTINGS, accessDays: 1 } }],
    ['no matrix', { allocation: anAllocation({ matrix: null }) }],
    ['another outcome', { decisions: [] }],
  ])('is another record for %s', (_, overrides) => {
    expect(record(overrides).id).not.toBe(record().id);
  });

  it('is another record for another person, even where the ticket stands as it did', () => {
    const facts = gateFacts({ transition: 'Rework' });
    const deputy = { ...facts, allocation: anAllocation({ accounts: everybodyBut(CLOUD) }) };
    expect(recordOf(deputy, decide(deputy)).id).not.toBe(recordOf(facts, decide(facts)).id);
  });

  it('has the account id that the screen empties as empty', () => {
    const filled = { ...ticket, fields: { ...ticket.fields, accountId: '1' } };
    const emptied = record({ ticket: filled, screen: { fields: { accountId: null }, appFields: [] } });
    expect(emptied.inputsHash).not.toBe(record({ ticket: filled }).inputsHash);
    expect(emptied.inputsHash).toBe(record({ ticket }).inputsHash);
  });

  it('does not mind in which order rows and holders were read', () => {
    const rows = [aResponsibility(), aResponsibility({ id: 'z', activity: '' })];
    const one = record({ allocation: anAllocation({ rows }) });
    const turned = anAllocation({ rows: [...rows].reverse() });
    expect(record({ allocation: { ...turned, holders: [...turned.holders].reverse() } })).toEqual(one);
  });
});
