import { z } from 'zod';
import type { AccountId } from '../shared/account';

/** A text of the facts that names people, between the parsing of the facts and the naming of the people. */
class NamesPeople {
  readonly parts: readonly (string | { person: string })[];

  constructor(parts: NamesPeople['parts']) {
    this.parts = parts;
  }
}

/**
 * A fact that is an account, of a person or an app: on record a pseudonym stands in its place. Only evidence is parsed
 * with it: what comes of the parsing alone is not text yet.
 */
export function person(): z.ZodType<AccountId, AccountId> {
  const marked = z
    .string()
    .min(1)
    .transform(account => new NamesPeople([{ person: account }]));
  return marked as unknown as z.ZodType<AccountId, AccountId>;
}

/** Values by the names of their fields; some hold an account. */
export function fieldsWithPeople(
  holdsPerson: (field: string) => boolean,
): z.ZodType<Record<string, string | null>, Readonly<Partial<Record<string, string | null>>>> {
  const marked = z.record(z.string(), z.string().nullable()).transform(values =>
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => {
        const isPerson = value !== null && holdsPerson(field);
        return [field, isPerson ? new NamesPeople([{ person: value }]) : value] as const;
      }),
    ),
  );
  return marked as unknown as ReturnType<typeof fieldsWithPeople>;
}

/** Account ids as Jira Cloud writes them, and pseudonyms, wherever they stand in a text. */
const PEOPLE = /\b(?:\d+:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}|p-[a-z2-7]{26})\b/g;

/** A fact of another system's making, whose texts may hold accounts anywhere. */
export function anythingWithPeople(): z.ZodType {
  return z.unknown().transform(value => eachText(value, marked));
}

function marked(text: string): unknown {
  const people = text.match(PEOPLE);
  if (!people) return text;
  const between = text.split(PEOPLE);
  return new NamesPeople(between.flatMap((part, nth) => [part, ...people.slice(nth, nth + 1).map(named)]));
}

function named(account: string) {
  return { person: account };
}

/** Parsed facts with everyone they name called by another name. */
export function withPeople<Facts>(parsed: Facts, called: (person: string) => string): Facts {
  const resolve = (value: unknown): unknown =>
    value instanceof NamesPeople
      ? value.parts.map(part => (typeof part === 'string' ? part : called(part.person))).join('')
      : undefined;
  return eachOf(parsed, resolve) as Facts;
}

function eachText(value: unknown, as: (text: string) => unknown): unknown {
  return eachOf(value, part => (typeof part === 'string' ? as(part) : undefined));
}

/** The value with those of its parts, at any depth, for which there is another. */
function eachOf(value: unknown, other: (part: unknown) => unknown): unknown {
  const instead = other(value);
  if (instead !== undefined) return instead;
  if (Array.isArray(value)) return value.map(part => eachOf(part, other));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, eachOf(part, other)]));
}
