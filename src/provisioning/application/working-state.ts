import { contentHash } from '../../domain/shared/content-hash';
import type { ProvisioningState, StateStore } from '../ports/state-store';

/** A working copy of the state, written back only when it has changed. */
export interface WorkingState {
  readonly copy: ProvisioningState;
  hasChanged(): boolean;
  save(): Promise<void>;
}

/** Reads the state. */
export async function openState(store: StateStore): Promise<WorkingState> {
  const stored = await store.read();
  const copy = structuredClone(stored);
  let saved = contentHash(stored);
  return {
    copy,
    hasChanged: () => contentHash(copy) !== saved,
    async save() {
      const hash = contentHash(copy);
      if (hash === saved) return;
      await store.write(structuredClone(copy));
      saved = hash;
    },
  };
}
