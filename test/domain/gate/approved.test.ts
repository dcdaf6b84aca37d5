import { describe, expect, it } from '@jest/globals';
import { approved } from '../../../src/domain/gate/approved';
import { ENGINEER, STRANGER } from '../../support/builders/company';
import { anApprovedTicket, anEntry, gateFacts, moved } from '../../support/builders/ticket';

describe('approved', () => {
  it('lets a ticket pass that the accountable person approved', () => {
    expect(approved.refusals(gateFacts({ transition: 'Provision' }))).toEqual([]);
  });

  const { ticket, decisions } = anApprovedTicket();
  it.each([
    ['no one ever moved', { ...ticket, history: [] }, decisions],
    [
      'someone else moved to Approved',
      {
        ...ticket,
        history: [
          anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval')),
          anEntry(2, STRANGER, moved('Awaiting approval', 'Approved')),
        ],
      },
      decisions,
    ],
    ['no gate permitted to be approved', ticket, decisions.slice(0, 1)],
    [
      'was approved, and then moved by an administrator',
      {
        ...ticket,
        history: [
          ...ticket.history,
          anEntry(3, STRANGER, moved('Approved', 'Rejected')),
          anEntry(4, STRANGER, moved('Rejected', 'Approved')),
        ],
      },
      decisions,
    ],
  ])('refuses a ticket that %s', (_, moving, given) => {
    expect(
      approved.refusals(gateFacts({ transition: 'Provision', ticket: moving, decisions: given })),
    ).toEqual([{ code: 'NOT_APPROVED_BY_ACCOUNTABLE' }]);
  });
});
