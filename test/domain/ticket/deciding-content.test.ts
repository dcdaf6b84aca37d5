import { aService, asTheyAre } from '../../support/builders/company';
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
) =>
  decidingContent(
    { ticket, workType },
    { screen, subject: { decided }, service: aService(), files: [], pseudonymOf: asTheyAre },
  );
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

  it('is of what people read: who, when and in what status does not matter', () => {
    expect(hashOf(aTicket({ id: '2', key: 'GOV-2', status: 'Approved', reporter: null }))).toBe(
      hashOf(aTicket()),
    );
  });

  const document = (...content: unknown[]) => ({ type: 'doc' as const, version: 1, content });
  const paragraph = (text: string, attrs = {}) => ({
    type: 'paragraph',
    attrs,
    content: [{ type: 'text', text }],
  });

  it.each<[string, Partial<Ticket>]>([
    ['summary', { summary: 'Another' }],
    ['description', { description: document(paragraph('For the shop.')) }],
  ])('has another hash when the %s changes', (_, changed) => {
    expect(hashOf(aTicket(changed))).not.toBe(hashOf(aTicket()));
  });

  it('has another hash for any other description: words, marks, and nodes that no one knows yet', () => {
    const described = [
      paragraph('For the shop.'),
      paragraph('For the shop'),
      { type: 'paragraph', content: [{ type: 'text', text: 'For the shop.', marks: [{ type: 'strike' }] }] },
      { type: 'from-the-future', attrs: { shows: 'For the shop.' } },
    ].map(node => hashOf(aTicket({ description: document(node) })));
    expect(new Set(described).size).toBe(described.length);
  });

  it('has the same hash for a description that was saved again, or says nothing', () => {
    const saved = (localId: string) =>
      aTicket({ description: document(paragraph('For the shop.', { localId })) });
    expect(hashOf(saved('1'))).toBe(hashOf(saved('2')));
    expect(hashOf(aTicket({ description: document() }))).toBe(hashOf(aTicket()));
  });

  it('has another hash for another file, and for another service of the name', () => {
    const asked = {
      screen: NO_CHANGES,
      subject: { decided: null },
      service: aService(),
      pseudonymOf: asTheyAre,
    };
    const story = { ticket: aTicket(), workType: CLOUD_ACCOUNT_REQUEST };
    const file = (id: string, sha256: string) => ({ id, filename: 'plan.pdf', sha256 });
    const hashes = [
      { ...asked, files: [] },
      { ...asked, files: [file('1', 'a')] },
      { ...asked, files: [file('1', 'b')] },
      { ...asked, files: [file('2', 'a')] },
      { ...asked, files: [], service: aService({ provider: 'Other' }) },
      { ...asked, files: [], service: aService({ key: 'other' }) },
      { ...asked, files: [], service: null },
    ].map(found => decidingContent(story, found).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    const [both, turned] = [
      ['1', '2'],
      ['2', '1'],
    ].map(ids => decidingContent(story, { ...asked, files: ids.map(id => file(id, id)) }));
    expect(both?.hash).toBe(turned?.hash);
    const renamed = aService({ name: 'Other', contract: 'Other' });
    expect(decidingContent(story, { ...asked, files: [], service: renamed }).hash).toBe(hashes[0]);
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
