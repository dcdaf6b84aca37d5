import { asTheyAre } from '../../support/builders/company';
import { describe, expect, it } from '@jest/globals';
import { changedFields, decidingContent } from '../../../src/domain/ticket/deciding-content';
import { NO_CHANGES, withScreen, type Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import type { WorkType } from '../../../src/domain/work-type/work-type';
import { FIELD_NAMES } from '../../../src/domain/work-type/fields';
import { aTicket } from '../../support/builders/ticket';

const contentOf = (
  ticket: Ticket,
  screen = NO_CHANGES,
  decided: object | null = null,
  workType: WorkType = CLOUD_ACCOUNT_REQUEST,
) => decidingContent({ ticket, workType }, screen, { decided }, asTheyAre);
const hashOf = (ticket: Ticket) => contentOf(ticket).hash;

describe('decidingContent', () => {
  const { decidingFields } = CLOUD_ACCOUNT_REQUEST;

  it.each(decidingFields)('has another hash when %s changes', field => {
    expect(hashOf(aTicket({ fields: { [field]: 'something else' } }))).not.toBe(hashOf(aTicket()));
  });

  it.each(decidingFields)('is what it will be once the screen has set %s', field => {
    const screen = { fields: { [field]: 'something else' }, appFields: [] };
    const expected = aTicket({ fields: { [field]: 'something else' } });
    expect(contentOf(aTicket(), screen)).toEqual(contentOf(expected));
  });

  it.each(FIELD_NAMES.filter(field => !decidingFields.includes(field)))(
    'has the same hash when %s changes',
    field => {
      expect(hashOf(aTicket({ fields: { [field]: 'something else' } }))).toBe(hashOf(aTicket()));
    },
  );

  it('is of the fields alone: who, when and in what status does not matter', () => {
    expect(
      hashOf(aTicket({ id: '2', key: 'GOV-2', status: 'Approved', summary: 'Another', reporter: null })),
    ).toBe(hashOf(aTicket()));
  });

  it('is another with a draft of the matrix, and keeps what was decided on of it', () => {
    const change = { number: 2, base: 1, hash: 'h' };
    const withDraft = contentOf(aTicket(), NO_CHANGES, change);
    expect(withDraft.subject).toEqual(change);
    const hashes = [
      change,
      { ...change, number: 3 },
      { ...change, base: 0 },
      { ...change, hash: 'i' },
      null,
    ].map(draft => contentOf(aTicket(), NO_CHANGES, draft).hash);
    expect(new Set(hashes).size).toBe(5);
    expect(hashes[0]).toBe(withDraft.hash);
    expect(contentOf(aTicket()).subject).toBeNull();
  });

  it('is another for another work type', () => {
    const other = { ...CLOUD_ACCOUNT_REQUEST, name: 'Access request' };
    expect(contentOf(aTicket(), NO_CHANGES, null, other).hash).not.toBe(hashOf(aTicket()));
  });

  it('tells an empty field from one whose value moved to its neighbour', () => {
    const one = aTicket({ fields: { securityContact: 'p', billingOwner: null } });
    const other = aTicket({ fields: { securityContact: null, billingOwner: 'p' } });
    expect(hashOf(one)).not.toBe(hashOf(other));
  });
});

describe('changedFields', () => {
  it('names the fields whose values differ, set and emptied ones too', () => {
    const before = { environment: 'Production', accountOwner: 'a', billingOwner: null };
    const now = { environment: 'Sandbox', accountOwner: null, billingOwner: 'b' };
    expect(changedFields(before, now).sort()).toEqual(['accountOwner', 'billingOwner', 'environment']);
  });

  it('takes a field that is not there for an empty one', () => {
    expect(changedFields({ billingOwner: null }, {})).toEqual([]);
    expect(changedFields({}, { billingOwner: null })).toEqual([]);
    expect(changedFields({}, { billingOwner: 'b' })).toEqual(['billingOwner']);
  });

  it('names nothing when nothing differs', () => {
    expect(changedFields({ environment: 'Sandbox' }, { environment: 'Sandbox' })).toEqual([]);
  });
});

describe('withScreen', () => {
  it('has what the screen sets, what it empties, and the rest as it stands', () => {
    const screen = { fields: { environment: 'Sandbox', securityContact: null }, appFields: [] };
    expect(withScreen(aTicket(), screen)).toEqual({
      ...aTicket().fields,
      environment: 'Sandbox',
      securityContact: null,
    });
  });
});
