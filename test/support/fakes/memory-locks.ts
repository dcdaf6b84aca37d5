import type { Locks } from '../../../src/ports/locks';

/** @param held - the names of the locks that someone holds */
export function memoryLocks(held = new Set<string>()): Locks {
  return {
    acquire: name => {
      if (held.has(name)) return Promise.resolve(false);
      held.add(name);
      return Promise.resolve(true);
    },
    release: name => Promise.resolve(void held.delete(name)),
  };
}
