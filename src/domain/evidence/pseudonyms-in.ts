import { pseudonymsInText, type Pseudonym } from '../shared/pseudonym';
import type { EvidenceEntry } from './evidence-entry';

/** Everyone entries name, whatever their kinds. */
export function pseudonymsIn(entries: readonly EvidenceEntry[]): Set<Pseudonym> {
  return new Set(
    entries.flatMap(({ actor, subject, facts }) => pseudonymsInText(JSON.stringify([actor, subject, facts]))),
  );
}
