import { isManaged } from '../domain/managed-mark';
import type { NewResource, Resource } from '../domain/resource';
import type { PlanEntry } from './provisioning-step';
import { say } from '../../domain/shared/sentence';

/** Where the state keeps the id of one resource. */
export interface StateEntry {
  get(): string | undefined;
  set(id: string | undefined): void;
}

/** The entry `key` of a part of the state. */
export function stateEntry<Key extends string>(ids: Partial<Record<Key, string>>, key: Key): StateEntry {
  return {
    get: () => ids[key],
    set(id) {
      if (id === undefined) Reflect.deleteProperty(ids, key);
      else ids[key] = id;
    },
  };
}

/** A resource as it should be on the site. */
export interface ManagedResource extends NewResource {
  /** What it is, for people: `field`, `work type`. */
  what: string;
  /** More to say when it is created, e.g. ` (user)`. */
  detail?: string;
  create(): Promise<string>;
  /** Gives it its name and description back. */
  restore(id: string): Promise<void>;
}

/**
 * Finds a managed resource by the id in the state, then by its exact name and our mark, and keeps its id.
 * The plan says what has to be written for it to exist under its name.
 * @param candidates - everything on the site that may be it
 * @param names - whether another resource of the same name is in the way
 */
export function findManaged<Found extends Resource>(
  wanted: ManagedResource,
  candidates: readonly Found[],
  entry: StateEntry,
  names: 'unique' | 'may repeat' = 'unique',
): { found: Found | undefined; plan: PlanEntry[] } {
  const found = candidates.find(({ id }) => id === entry.get()) ?? oldestManaged(wanted, candidates);
  entry.set(found?.id);
  if (found) return { found, plan: restoration(wanted, found) };
  const isNameTaken = names === 'unique' && candidates.some(({ name }) => name === wanted.name);
  return { found, plan: [isNameTaken ? nameTaken(wanted) : creation(wanted, entry)] };
}

// A lost answer or two runs at once can leave two of them; others may already refer to the first.
function oldestManaged<Found extends Resource>(
  { name }: NewResource,
  candidates: readonly Found[],
): Found | undefined {
  return candidates
    .filter(candidate => candidate.name === name && isManaged(candidate))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))[0];
}

function creation(wanted: ManagedResource, entry: StateEntry): PlanEntry {
  return {
    text: say`Create the ${wanted.what} ${wanted.name}${wanted.detail ?? ''}`,
    apply: async () => {
      entry.set(await wanted.create());
    },
  };
}

function restoration(wanted: ManagedResource, found: Resource): PlanEntry[] {
  if (found.name === wanted.name && found.description === wanted.description) return [];
  const text =
    found.name === wanted.name
      ? say`Restore the description of the ${wanted.what} ${wanted.name}`
      : say`Rename the ${wanted.what} ${found.name} to ${wanted.name}`;
  return [{ text, apply: () => wanted.restore(found.id) }];
}

function nameTaken({ what, name }: ManagedResource): PlanEntry {
  return {
    text: say`The name ${name} is taken by a ${what} that Remit did not create`,
    blocker: { code: 'NAME_TAKEN', what, name },
  };
}
