import { z } from 'zod';
import { contentHash } from '../shared/content-hash';
import { defineEvidence } from './define-evidence';
import type { EvidenceEntry } from './evidence-entry';
import { person } from './person';
import type { PersonOnRecord } from './person-on-record';
import { say } from '../shared/sentence';

/**
 * That a pseudonym stands for someone from here on: who it is can be proved by the person who has salt, account and name, as
 * long as these are kept, and is not to be found out from the entry.
 * Source: domain rules, "Erasure".
 */
export const personIntroduced = defineEvidence('person-introduced', {
  version: 1,
  facts: z.strictObject({
    person: person(),
    /** SHA-256 of the canonical JSON of salt, account and name. */
    commitment: z.string(),
  }),
  title: 'Person introduced',
  subjectOf: ({ person: pseudonym }) => `person:${pseudonym}`,
  describe: ({ facts }, names) => say`${names.person(facts.person)} is on record under a pseudonym.`,
});

/** The entry that introduces someone: always the same for one person. */
export function introductionOf({
  accountId,
  pseudonym,
  name,
  salt,
  introducedAt,
}: Omit<PersonOnRecord, 'isIntroduced'>): EvidenceEntry {
  const commitment = contentHash([salt, accountId, name]);
  const facts = { person: pseudonym, commitment };
  return personIntroduced.entry({ at: introducedAt, actor: null, facts }, called => called);
}
