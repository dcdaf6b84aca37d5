import { describe, expect, it } from '@jest/globals';
import { introductionOf } from '../../../src/domain/evidence/person-evidence';
import { isPseudonym } from '../../../src/domain/shared/pseudonym';
import { plus } from '../../../src/domain/shared/instant';
import { CLOUD, ENGINEER, NOW, SECOPS } from '../../support/builders/company';
import type { OpenStore } from '../ports-under-test.ts';
import { AWKWARD } from './awkward-text.ts';
import { useStore } from './use-store.ts';

const cloud = { accountId: CLOUD, name: AWKWARD };
const engineer = { accountId: ENGINEER, name: null };

export function peopleContract(open: OpenStore): void {
  const ports = useStore(open);

  describe('introducing', () => {
    it('gives each a pseudonym and a salt of their own, and keeps the name of that time', async () => {
      const { people } = ports();
      const introduced = await people.introduce([cloud, engineer], NOW);
      expect(introduced).toMatchObject([cloud, engineer]);
      for (const { pseudonym, salt, introducedAt, isIntroduced } of introduced) {
        expect(isPseudonym(pseudonym)).toBe(true);
        expect(salt).toMatch(/^[0-9a-f]{64}$/);
        expect([introducedAt, isIntroduced]).toEqual([NOW, false]);
      }
      expect(new Set(introduced.map(({ pseudonym }) => pseudonym)).size).toBe(2);
      expect(new Set(introduced.map(({ salt }) => salt)).size).toBe(2);
    });

    it('keeps the person who was introduced before as they are', async () => {
      const { people } = ports();
      const [first] = await people.introduce([cloud], NOW);
      const again = await people.introduce([{ ...cloud, name: 'Another name' }, engineer], plus(NOW, 60_000));
      expect(again.find(({ accountId }) => accountId === CLOUD)).toEqual(first);
      expect(again.map(({ accountId }) => accountId).sort()).toEqual([CLOUD, ENGINEER].sort());
    });

    it('gives one pseudonym to someone many introduce at the same moment', async () => {
      const { people } = ports();
      const many = await Promise.all([
        people.introduce([cloud, engineer], NOW),
        people.introduce([cloud], NOW),
        people.introduce([{ accountId: SECOPS, name: 'SecOps' }, cloud], NOW),
        people.introduce([engineer, cloud], NOW),
      ]);
      const pseudonyms = many.flat().filter(({ accountId }) => accountId === CLOUD);
      expect(pseudonyms).toHaveLength(4);
      expect(new Set(pseudonyms.map(({ pseudonym }) => pseudonym)).size).toBe(1);
      const known = await people.withAccounts([CLOUD, ENGINEER, SECOPS]);
      expect(known).toHaveLength(3);
    });

    it('introduces no one when no one is new', async () => {
      expect(await ports().people.introduce([], NOW)).toEqual([]);
    });
  });

  describe('asking', () => {
    it('finds people by account and by pseudonym, and no one else', async () => {
      const { people } = ports();
      const [one] = await people.introduce([cloud], NOW);
      expect(await people.withAccounts([CLOUD, SECOPS])).toEqual([one]);
      expect(await people.called([one?.pseudonym ?? '', 'p-nobody'])).toEqual([one]);
      expect(await people.withAccounts([])).toEqual([]);
      expect(await people.called([])).toEqual([]);
    });

    it('says whether the ledger introduces someone', async () => {
      const { people, ledger } = ports();
      const introduced = await people.introduce([cloud, engineer], NOW);
      await ledger.appendAll(introduced.slice(0, 1).map(introductionOf));
      const known = await people.withAccounts([CLOUD, ENGINEER]);
      expect(new Map(known.map(({ accountId, isIntroduced }) => [accountId, isIntroduced]))).toEqual(
        new Map([
          [CLOUD, true],
          [ENGINEER, false],
        ]),
      );
    });
  });
}
