import { contentHash } from '../../domain/shared/content-hash';
import type { SetUpMemories, SetUpMemory } from '../ports/provisioning-state';

/** What set-up remembers of the site: a working copy, and writing it back only when it says something new. */
export interface SiteMemory {
  readonly copy: SetUpMemory;
  /** Whether the copy says something that is not written yet. */
  isNews(): boolean;
  save(): Promise<void>;
}

/** Reads what set-up remembers. */
export async function recall(memories: SetUpMemories): Promise<SiteMemory> {
  const stored = await memories.read();
  const copy = structuredClone(stored);
  let saved = contentHash(stored);
  return {
    copy,
    isNews: () => contentHash(copy) !== saved,
    async save() {
      const hash = contentHash(copy);
      if (hash === saved) return;
      await memories.write(structuredClone(copy));
      saved = hash;
    },
  };
}
