import { describe, expect, it } from '@jest/globals';
import { approvedContent, approvedVersion } from '../../../src/domain/responsibility/approved-version';
import { matrixHash } from '../../../src/domain/responsibility/matrix-version';
import {
  APP_ROLE,
  CEO,
  CLOUD_ROLE,
  ENGINEER,
  instant,
  ROLES,
  SERVICES,
} from '../../support/builders/company';
import { aDraft, aMatrixContent } from '../../support/builders/matrix';

const contentOf = (...rows: ReturnType<typeof aDraft>[]) =>
  approvedContent({ rows, roles: ROLES, services: SERVICES });

describe('approvedContent', () => {
  it('has the rows of the draft, each with its one accountable role', () => {
    const content = contentOf(aDraft({ id: 'one' }), aDraft({ id: 'two', accountable: [APP_ROLE] }));
    expect(content?.rows.map(({ id, accountable }) => [id, accountable])).toEqual([
      ['one', CLOUD_ROLE],
      ['two', APP_ROLE],
    ]);
  });

  it.each([
    ['no one accountable', { accountable: [] }],
    ['two roles accountable', { accountable: [CLOUD_ROLE, APP_ROLE] }],
    ['a domain that is none', { domain: 'Gardening' }],
  ])('is nothing when a row has %s', (_, overrides) => {
    expect(contentOf(aDraft({ id: 'one' }), aDraft({ id: 'two', ...overrides }))).toBeUndefined();
  });

  it('takes along the roles and services that rows name, in whatever capacity, and no others', () => {
    const row = { accountable: [CLOUD_ROLE], responsible: [], consulted: [], informed: [], service: '*' };
    expect(contentOf(aDraft(row))).toMatchObject({ roles: [{ key: CLOUD_ROLE }], services: [] });
    for (const capacity of ['responsible', 'consulted', 'informed'] as const) {
      const roles = contentOf(aDraft({ ...row, [capacity]: [APP_ROLE] }))?.roles.map(({ key }) => key);
      expect(roles?.sort()).toEqual([APP_ROLE, CLOUD_ROLE]);
    }
    expect(contentOf(aDraft({ ...row, service: 'aws' }))?.services.map(({ key }) => key)).toEqual(['aws']);
  });
});

describe('approvedVersion', () => {
  const approvedAt = instant('2026-03-02T09:00:00Z');
  const version = (wantedFrom: string | null) =>
    approvedVersion(aMatrixContent(), {
      number: 7,
      author: ENGINEER,
      approvedBy: CEO,
      approvedAt,
      wantedFrom,
      changeTicket: 'GOV-7',
    });

  it.each([
    ['from the day that was wanted', '2026-04-01', instant('2026-04-01')],
    ['from its approval, when that day had begun by then', '2026-03-02', approvedAt],
    ['from its approval, when no day was wanted', null, approvedAt],
  ])('is in force %s', (_, wantedFrom, effectiveFrom) => {
    expect(version(wantedFrom).effectiveFrom).toBe(effectiveFrom);
  });

  it('says who wrote and who approved it, and is bound to its content', () => {
    expect(version(null)).toEqual({
      number: 7,
      author: ENGINEER,
      approvedBy: CEO,
      approvedAt,
      effectiveFrom: approvedAt,
      changeTicket: 'GOV-7',
      contentHash: matrixHash(aMatrixContent()),
    });
  });
});
