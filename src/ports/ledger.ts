import type { EvidenceEntry } from '../domain/evidence/evidence-entry';

/** The one way to write evidence: entries are appended and never changed. */
export interface Ledger {
  /** Writes the entry unless one of this id is there: `repeated` says so. */
  append(entry: EvidenceEntry): Promise<'appended' | 'repeated'>;
  /** Writes those of the entries that are not there yet, many at a time. */
  appendAll(entries: readonly EvidenceEntry[]): Promise<void>;
  /** Those of these entries that are there, by id. */
  recorded(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Newest first. */
  list(query: EvidenceQuery): Promise<EvidencePage>;
}

export interface EvidenceQuery {
  subject?: string;
  /** Only entries of these. */
  kinds?: readonly string[];
  /** From an earlier page. */
  cursor?: string;
  /** At most 200. */
  limit: number;
}

export interface EvidencePage {
  entries: EvidenceEntry[];
  /** Absent on the last page. */
  cursor?: string;
}
