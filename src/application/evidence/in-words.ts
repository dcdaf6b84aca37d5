import { EVIDENCE_KINDS } from '../../domain/work-types/evidence-kinds';
import type { EvidenceKind, Names } from '../../domain/evidence/define-evidence';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { say } from '../../domain/shared/sentence';

const BY_KIND: ReadonlyMap<string, EvidenceKind> = new Map(EVIDENCE_KINDS.map(known => [known.kind, known]));

/** Said of an entry of a kind or version that this release does not know: the facts speak for themselves. */
const RAW = 'This version of Remit can’t describe this entry. Its facts are shown as they were recorded.';

/** What an entry is called, and what it says in a sentence or two. */
export function inWords(entry: EvidenceEntry, names: Names): { title: string; message: string } {
  const known = BY_KIND.get(entry.kind);
  return {
    title: known?.title ?? say`Unknown kind: ${entry.kind}`,
    message: known?.describe(entry, names) ?? RAW,
  };
}
