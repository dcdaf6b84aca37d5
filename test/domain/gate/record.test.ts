import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { decide, recordOf } from '../../../src/domain/gate/decide';
import { CLOUD, everybodyBut, OWNER, STRANGER } from '../../support/builders/company';
import { aResponsibility, anAllocation } from '../../support/builders/matrix';
import { anEntry, aSnapshot, aSubmittedTicket, gateFacts, minute } from '../../support/builders/ticket';

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
      from: 'Awaiting approval',
      to: 'Approved',
      newestChange: '1',
      verdict: 'allow',
      refusals: [],
      snapshot: aSnapshot(facts.story.ticket),
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
    const allocation = anAllocation({ accounts: everybodyBut(CLOUD) });
    const deputy = gateFacts({ transition: 'Rework', allocation });
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
