import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { introductionOf } from '../../../src/domain/evidence/person-evidence';
import { accountIn, newPerson, pseudonymIn } from '../../../src/domain/evidence/person-on-record';
import { CLOUD, NOW } from '../../support/builders/company';

const random = (count: number) => new Uint8Array(count).fill(count);
const person = newPerson({ accountId: CLOUD, name: 'Priya Raman' }, NOW, random);

describe('an introduction', () => {
  const entry = introductionOf(person);

  it('commits to salt, account and name, and tells none of them', () => {
    const text = JSON.stringify(entry);
    expect(text).not.toContain(CLOUD);
    expect(text).not.toContain('Priya');
    expect(text).not.toContain(person.salt);
    const committed = hash('sha256', JSON.stringify([person.salt, CLOUD, 'Priya Raman']));
    expect(entry).toMatchObject({
      kind: 'person-introduced',
      actor: null,
      at: NOW,
      subject: `person:${person.pseudonym}`,
      facts: { person: person.pseudonym, commitment: committed },
    });
  });

  it('is the same whenever it is made again, and another for another salt', () => {
    expect(introductionOf({ ...person })).toEqual(entry);
    expect(introductionOf({ ...person, salt: '00' }).id).not.toBe(entry.id);
  });
});

describe('people on record', () => {
  it('are known by pseudonym and by account; others stay what they are called', () => {
    expect(pseudonymIn([person])(CLOUD)).toBe(person.pseudonym);
    expect(accountIn([person])(person.pseudonym)).toBe(CLOUD);
    expect(pseudonymIn([person])('acc-other')).toBe('acc-other');
    expect(accountIn([person])('p-other')).toBe('p-other');
  });

  it('have names that fit their column', () => {
    const named = newPerson({ accountId: CLOUD, name: 'x'.repeat(300) }, NOW, random);
    expect(named.name).toHaveLength(255);
    expect(newPerson({ accountId: CLOUD, name: null }, NOW, random).name).toBeNull();
  });
});
