import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callsOf } from '../../../src/domain/responsibility/named';
import { isBlank, withoutInvisible } from '../../../src/domain/shared/text';
import { exportRegister, type ExportableRegister } from '../../../src/application/registers/export-register';
import { importRegister } from '../../../src/application/registers/import-register';
import type { CloudService } from '../../../src/domain/responsibility/cloud-service';
import type { Role } from '../../../src/domain/responsibility/role';
import { toInstant } from '../../../src/domain/shared/instant';
import { CEO, CISO, CLOUD, STRANGER } from '../../support/builders/company';
import { aWorld, type World } from '../../support/fakes/world';

const EMPTY = { roles: [], services: [], holders: [], versions: [] };

/** What an import keeps: text without space at its ends, awkward characters and all. */
const anyText = fc
  .oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      '=1+1',
      '+49 30',
      '-',
      '@import',
      "'=1",
      "''-1",
      '\tx',
      'a;b',
      '"quoted"',
      'two\nlines',
      'a\rb',
      "'",
    ),
  )
  .map(text => withoutInvisible(text.replaceAll('\uFFFD', '')).trim());
const anyName = anyText.filter(text => !isBlank(text));
const anyKey = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}$/);

/** Names and keys are unique among each other. */
function areCalledAlike(one: { key: string; name: string }, other: { key: string; name: string }): boolean {
  return [...callsOf(one)].some(called => callsOf(other).has(called));
}

const anyRoles: fc.Arbitrary<Role[]> = fc.uniqueArray(
  fc.record({
    key: anyKey,
    name: anyName,
    kind: fc.constantFrom('internal' as const, 'provider' as const, 'third-party' as const),
    charter: anyText,
  }),
  { maxLength: 5, comparator: areCalledAlike },
);

const anyServices: fc.Arbitrary<CloudService[]> = fc.uniqueArray(
  fc.record({
    key: anyKey,
    name: anyName,
    provider: anyName,
    model: fc.constantFrom('IaaS' as const, 'PaaS' as const, 'SaaS' as const),
    viewpoint: fc.constantFrom('customer' as const, 'provider' as const),
    material: fc.boolean(),
    contract: anyText,
  }),
  { maxLength: 5, comparator: areCalledAlike },
);

async function importInto(world: World, dataset: ExportableRegister, csv: string) {
  return importRegister(world, { dataset, csv, dryRun: false, administrator: STRANGER });
}

describe('exportRegister', () => {
  it('loses nothing of roles and services: what is exported and imported is what it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyRoles, anyServices, async (roles, services) => {
        const source = aWorld({ ...EMPTY, roles, services });
        const target = aWorld(EMPTY);
        for (const dataset of ['roles', 'services'] as const) {
          const { csv } = await exportRegister(source, dataset);
          expect(await importInto(target, dataset, csv)).toMatchObject({ ok: true });
          const again = await exportRegister(target, dataset);
          expect(again.csv).toBe(csv);
        }
        expect(await target.roles.list()).toEqual(await source.roles.list());
        expect(await target.services.list()).toEqual(await source.services.list());
      }),
      { numRuns: 60 },
    );
  });

  it('loses no period, and names holders by what does not change', async () => {
    const source = aWorld();
    const { csv, fileName } = await exportRegister(source, 'holders');
    expect(fileName).toBe('holders.csv');
    const [header, ...lines] = csv.split('\n');
    expect(header).toBe('role,email,capacity,from,to');
    expect(lines).toEqual(
      expect.arrayContaining([
        `cloud-platform-owner,${CISO},deputy,2025-01-01,`,
        `cloud-platform-owner,${CLOUD},holder,2025-01-01,`,
      ]),
    );
    const target = aWorld({ holders: [] });
    expect(await importInto(target, 'holders', csv)).toMatchObject({ ok: true, value: { added: 5 } });
    expect(await target.roles.holders()).toEqual(await source.roles.holders());
    expect(await importInto(target, 'holders', csv)).toMatchObject({ ok: true, value: { unchanged: 5 } });
  });

  it('brings back a successor and a period that ended before its first day', async () => {
    const [from, later] = [toInstant('2025-01-01'), toInstant('2026-04-01')];
    const holders = [
      { role: 'ciso', accountId: CISO, capacity: 'holder' as const, from, to: later },
      { role: 'ciso', accountId: CEO, capacity: 'holder' as const, from: later, to: null },
      { role: 'ciso', accountId: CLOUD, capacity: 'holder' as const, from: later, to: later },
    ];
    const { csv } = await exportRegister(aWorld({ holders }), 'holders');
    const target = aWorld({ holders: [] });
    expect(await importInto(target, 'holders', csv)).toMatchObject({ ok: true, value: { added: 3 } });
    expect(await target.roles.holders()).toEqual(holders);
  });

  it('has nothing that a spreadsheet would calculate', async () => {
    const roles: Role[] = [
      { key: 'ciso', name: '=HYPERLINK("http://x")', kind: 'internal', charter: '@SUM(1)' },
    ];
    const { csv } = await exportRegister(aWorld({ roles }), 'roles');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")",internal,'@SUM(1)`);
  });
});
