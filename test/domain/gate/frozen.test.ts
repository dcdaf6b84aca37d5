import { describe, expect, it } from '@jest/globals';
import { frozen } from '../../../src/domain/gate/frozen';
import type { ScreenChanges } from '../../../src/domain/ticket/ticket';
import type { CloudService } from '../../../src/domain/responsibility/cloud-service';
import { aService, CLOUD, ENGINEER, STRANGER } from '../../support/builders/company';
import { anEntry, aSubmittedTicket, gateFacts, moved } from '../../support/builders/ticket';

const setting = (fields: ScreenChanges['fields']): ScreenChanges => ({ fields, appFields: [] });

describe('frozen', () => {
  it('lets a ticket pass that is as it was submitted', () => {
    expect(frozen.refusals(gateFacts({ transition: 'Approve' }))).toEqual([]);
  });

  it('names the fields that changed since', () => {
    const { ticket, decisions } = aSubmittedTicket();
    const changed = {
      ...ticket,
      fields: { ...ticket.fields, environment: 'Sandbox', billingOwner: STRANGER },
    };
    expect(frozen.refusals(gateFacts({ transition: 'Approve', ticket: changed, decisions }))).toEqual([
      { code: 'CONTENT_CHANGED', fields: ['environment', 'billingOwner'] },
    ]);
  });

  it('names what is read beside the fields, and the files that are gone', () => {
    const file = (id: string, filename: string) => ({ id, filename, size: 1 });
    const before = aSubmittedTicket({ attachments: [file('1', 'a.pdf'), file('2', 'b.pdf')] });
    const changed = { ...before.ticket, summary: 'Other', attachments: [file('3', 'b.pdf')] };
    const facts = gateFacts({ transition: 'Approve', ticket: changed, decisions: before.decisions });
    expect(frozen.refusals(facts)).toEqual([
      {
        code: 'CONTENT_CHANGED',
        fields: [],
        text: ['summary'],
        files: { removed: ['a.pdf'], replaced: ['b.pdf'] },
      },
    ]);
    const later = { ...before.ticket, attachments: [...before.ticket.attachments, file('3', 'c.pdf')] };
    const passing = gateFacts({ transition: 'Approve', ticket: later, decisions: before.decisions });
    expect(frozen.refusals(passing)).toEqual([]);
  });

  it('names the service that isn’t what it was, though the field says the same', () => {
    const of = (service: CloudService | null) =>
      frozen.refusals(gateFacts({ transition: 'Approve', service }));
    const { provider } = aService();
    const changed = (is: string | null) => [
      { code: 'CONTENT_CHANGED', fields: [], service: { name: 'AWS', was: provider, is } },
    ];
    expect(of(aService({ provider: 'Other' }))).toEqual(changed('Other'));
    expect(of(aService({ key: 'other' }))).toEqual(changed(provider));
    expect(of(null)).toEqual(changed(null));
    expect(of(aService({ name: 'Other', material: false }))).toEqual([]);
  });

  it('looks at what the transition itself would change', () => {
    const screen = setting({ environment: 'Sandbox' });
    expect(frozen.refusals(gateFacts({ transition: 'Approve', screen }))).toEqual([
      { code: 'CONTENT_CHANGED', fields: ['environment'] },
    ]);
  });

  it('lets Provision supply what is not decided upon', () => {
    const screen = setting({ accountId: '999' });
    expect(frozen.refusals(gateFacts({ transition: 'Provision', screen }))).toEqual([]);
  });

  it('lets a field pass that was changed and changed back', () => {
    const { ticket, decisions } = aSubmittedTicket();
    const edits = [
      anEntry(5, STRANGER, { field: 'environment', from: 'Production', to: 'Sandbox' }),
      anEntry(6, STRANGER, { field: 'environment', from: 'Sandbox', to: 'Production' }),
    ];
    const history = [...ticket.history, ...edits];
    expect(
      frozen.refusals(gateFacts({ transition: 'Approve', ticket: { ...ticket, history }, decisions })),
    ).toEqual([]);
  });

  it('refuses a ticket that came here without a permitted Submit', () => {
    expect(frozen.refusals(gateFacts({ transition: 'Approve', decisions: [] }))).toEqual([
      { code: 'CONTENT_CHANGED', fields: [] },
    ]);
  });

  it('compares with the latest Submit, not with an earlier one', () => {
    const { ticket, decisions } = aSubmittedTicket();
    const again = [
      ...ticket.history,
      anEntry(2, CLOUD, moved('Awaiting approval', 'Requested')),
      anEntry(3, ENGINEER, moved('Requested', 'Awaiting approval')),
    ];
    expect(
      frozen.refusals(gateFacts({ transition: 'Approve', ticket: { ...ticket, history: again }, decisions })),
    ).toEqual([{ code: 'CONTENT_CHANGED', fields: [] }]);
  });
});
