import type { Named, NewThing } from '../ports/jira-site';
import { isOurs } from '../domain/mark';
import type { Finding } from './set-up-step';

/** Where set-up notes the id of one thing. */
export interface Note {
  get(): string | undefined;
  set(id: string | undefined): void;
}

/** The place of `key` in a part of set-up's memory. */
export function note<Key extends string>(ids: Partial<Record<Key, string>>, key: Key): Note {
  return {
    get: () => ids[key],
    set(id) {
      if (id === undefined) Reflect.deleteProperty(ids, key);
      else ids[key] = id;
    },
  };
}

/** A thing that set-up wants on the site. */
export interface Wanted extends NewThing {
  /** What it is, for people: `field`, `work type`. */
  what: string;
  /** More to say when it is made, e.g. ` (user)`. */
  detail?: string;
  create(): Promise<string>;
  /** Gives it its name and description back. */
  restore(id: string): Promise<void>;
}

/**
 * Finds a thing of ours: by its noted id, then by its exact name and our mark; and notes its id.
 * The findings say what is to be written for it to be there under its name.
 * @param candidates - everything on the site that may be it
 * @param names - whether another thing of the same name is in the way
 */
export function findThing<Thing extends Named>(
  wanted: Wanted,
  candidates: readonly Thing[],
  place: Note,
  names: 'unique' | 'may repeat' = 'unique',
): { thing: Thing | undefined; findings: Finding[] } {
  const thing = candidates.find(({ id }) => id === place.get()) ?? oldestOfOurs(wanted, candidates);
  place.set(thing?.id);
  if (thing) return { thing, findings: restoration(wanted, thing) };
  if (names === 'unique' && candidates.some(({ name }) => name === wanted.name)) {
    return { thing, findings: [nameTaken(wanted)] };
  }
  return { thing, findings: [creation(wanted, place)] };
}

// A lost answer and an impatient second run can leave two; the first is the one that others may refer to.
function oldestOfOurs<Thing extends Named>(
  { name }: NewThing,
  candidates: readonly Thing[],
): Thing | undefined {
  return candidates
    .filter(candidate => candidate.name === name && isOurs(candidate))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))[0];
}

function creation(wanted: Wanted, place: Note): Finding {
  return {
    text: `Create the ${wanted.what} ${wanted.name}${wanted.detail ?? ''}`,
    perform: async () => {
      place.set(await wanted.create());
    },
  };
}

function restoration(wanted: Wanted, thing: Named): Finding[] {
  if (thing.name === wanted.name && thing.description === wanted.description) return [];
  const text =
    thing.name === wanted.name
      ? `Restore the description of the ${wanted.what} ${wanted.name}`
      : `Rename the ${wanted.what} ${thing.name} to ${wanted.name}`;
  return [{ text, perform: () => wanted.restore(thing.id) }];
}

function nameTaken({ what, name }: Wanted): Finding {
  return {
    text: `The name ${name} is taken by a ${what} that Remit did not make`,
    obstacle: { code: 'NAME_TAKEN', what, name },
  };
}
