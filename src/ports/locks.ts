/** Locks that at most one caller holds at a time. */
export interface Locks {
  /** @returns false when someone else holds it, and then nothing has changed */
  acquire(name: string): Promise<boolean>;
  /** Harmless when no one holds it. */
  release(name: string): Promise<void>;
}
