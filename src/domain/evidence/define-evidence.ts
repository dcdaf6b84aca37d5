import type { z } from 'zod';
import type { AccountId, AccountOf, PseudonymOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import { evidenceId, type EvidenceEntry } from './evidence-entry';
import { withPeople } from './person';

/** What an entry in words calls people and roles. */
export interface Names {
  /** @param who - an account, or on record its pseudonym */
  person: (who: AccountId) => string;
  role: (key: string) => string;
}

/** What entries of a kind hold, and how they read: on record, with pseudonyms in the place of accounts. */
interface Definition<Schema extends z.ZodType> {
  /** Goes up whenever the facts of the kind get another shape. */
  version: number;
  facts: Schema;
  /** What entries of this kind are called. */
  title: string;
  subjectOf: (facts: z.output<Schema>) => string;
  /** Of one subject there is one entry of the kind with these. Absent: all of the facts. */
  distinguishing?: (facts: z.output<Schema>, at: Instant) => unknown;
  /** One entry in a sentence or two. */
  describe: (entry: EvidenceEntry<z.output<Schema>>, names: Names) => string;
}

/** A kind of evidence, whatever its facts are. */
export interface EvidenceKind {
  readonly kind: string;
  readonly version: number;
  readonly title: string;
  /** The entry in words; null when its kind or version is another, or its facts are not as they should be. */
  describe(entry: EvidenceEntry, names: Names): string | null;
}

/** A kind of evidence whose facts are known. */
export interface Evidence<Schema extends z.ZodType> extends EvidenceKind {
  /**
   * An entry as it goes on record: with pseudonyms in the place of accounts, from which its subject and id come too.
   * @throws ZodError when the facts are not of the kind: a fault of ours
   */
  entry(
    of: { at: Instant; actor: AccountId | null; facts: z.input<Schema> },
    pseudonymOf: PseudonymOf,
  ): EvidenceEntry<z.output<Schema>>;
  /**
   * The entry with its facts; undefined when its kind or version is another, or its facts are not as they should be.
   * @param accountOf - its pseudonyms stand for; without it they stay
   */
  read(entry: EvidenceEntry, accountOf?: AccountOf): EvidenceEntry<z.output<Schema>> | undefined;
}

/** The facts of a kind of evidence. */
export type FactsOf<Kind> = Kind extends Evidence<infer Schema> ? z.output<Schema> : never;

/** Defines a kind of evidence, once: its facts are parsed when they are written and when they are read. */
export function defineEvidence<Schema extends z.ZodType>(
  kind: string,
  { version, facts: schema, title, subjectOf, distinguishing = facts => facts, describe }: Definition<Schema>,
): Evidence<Schema> {
  const read: Evidence<Schema>['read'] = (entry, accountOf = pseudonym => pseudonym) => {
    if (entry.kind !== kind || entry.version !== version) return undefined;
    const parsed = schema.safeParse(entry.facts);
    if (!parsed.success) return undefined;
    const actor = entry.actor === null ? null : accountOf(entry.actor);
    return { ...entry, actor, facts: withPeople(parsed.data, accountOf) };
  };
  return {
    kind,
    version,
    title,
    entry: ({ at, actor: by, facts: told }, pseudonymOf) => {
      const facts = withPeople(schema.parse(told), pseudonymOf);
      const actor = by === null ? null : pseudonymOf(by);
      const subject = subjectOf(facts);
      const id = evidenceId(kind, subject, distinguishing(facts, at));
      return { id, at, kind, version, actor, subject, facts };
    },
    read,
    describe: (entry, names) => {
      const known = read(entry);
      return known ? describe(known, names) : null;
    },
  };
}
