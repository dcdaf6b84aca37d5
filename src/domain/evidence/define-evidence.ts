import type { z } from 'zod';
import type { AccountId } from '../shared/account';
import type { Instant } from '../shared/instant';
import { evidenceId, type EvidenceEntry } from './evidence-entry';

/** What an entry in words calls people and roles. */
export interface Names {
  person: (account: AccountId) => string;
  role: (key: string) => string;
}

/** What entries of a kind hold, and how they read. */
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
  /** @throws ZodError when the facts are not of the kind: a fault of ours */
  entry(of: {
    at: Instant;
    actor: AccountId | null;
    facts: z.input<Schema>;
  }): EvidenceEntry<z.output<Schema>>;
  /** The entry with its facts; undefined when its kind or version is another, or its facts are not as they should be. */
  read(entry: EvidenceEntry): EvidenceEntry<z.output<Schema>> | undefined;
}

/** The facts of a kind of evidence. */
export type FactsOf<Kind> = Kind extends Evidence<infer Schema> ? z.output<Schema> : never;

/** Defines a kind of evidence, once: its facts are parsed when they are written and when they are read. */
export function defineEvidence<Schema extends z.ZodType>(
  kind: string,
  { version, facts: schema, title, subjectOf, distinguishing = facts => facts, describe }: Definition<Schema>,
): Evidence<Schema> {
  const read = (entry: EvidenceEntry) => {
    if (entry.kind !== kind || entry.version !== version) return undefined;
    const facts = schema.safeParse(entry.facts);
    return facts.success ? { ...entry, facts: facts.data } : undefined;
  };
  return {
    kind,
    version,
    title,
    entry: ({ at, actor, facts }) => {
      const parsed = schema.parse(facts);
      const subject = subjectOf(parsed);
      const id = evidenceId(kind, subject, distinguishing(parsed, at));
      return { id, at, kind, version, actor, subject, facts: parsed };
    },
    read,
    describe: (entry, names) => {
      const known = read(entry);
      return known ? describe(known, names) : null;
    },
  };
}
