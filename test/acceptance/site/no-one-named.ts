import { expect, it } from '@jest/globals';
import { PEOPLE } from '../../support/sandbox-client.ts';
import type { Governance } from './governance.ts';

/** After a story: its evidence holds neither an account of anyone's nor a name, and everyone in it can be named. */
export function itNamesNoOneInEvidence(site: () => Governance): void {
  it('names no one in its evidence, and still knows who everyone is', async () => {
    const pages = await site().evidencePages();
    const stored = JSON.stringify(pages.map(({ entries }) => entries));
    const told = PEOPLE.flatMap(person => [site().accountId(person), site().nameOf(person)]);
    expect(told.filter(text => stored.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    const called = new Set(stored.match(/p-[a-z2-7]{26}/g));
    const known = new Map(pages.flatMap(page => page.people.map(one => [one.pseudonym, one] as const)));
    expect([...called].filter(pseudonym => !known.has(pseudonym))).toEqual([]);
    const accounts = new Set([...known.values()].map(({ accountId }) => accountId));
    expect(accounts.size).toBe(known.size);
    const introduced = pages
      .flatMap(({ entries }) => entries)
      .filter(({ kind }) => kind === 'person-introduced');
    expect(introduced.map(({ facts }) => facts['person']).sort()).toEqual([...called].sort());
  });
}
