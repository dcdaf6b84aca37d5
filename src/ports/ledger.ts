import type { EvidenceEntry } from '../domain/evidence/evidence-entry';
import type { Instant } from '../domain/shared/instant';
import type { Pseudonym } from '../domain/shared/pseudonym';

/** An approval: the transition as it was observed, and who submitted the ticket, benefits from it or owns the account. */
export interface ApprovalOnRecord {
  observed: EvidenceEntry;
  gained: Pseudonym[];
}

/** The one way to write evidence: entries are appended and never changed. */
export interface Ledger {
  /** Writes the entry unless one of this id is there: `repeated` says so. */
  append(entry: EvidenceEntry): Promise<'appended' | 'repeated'>;
  /** Writes those of the entries that are not there yet, many at a time. */
  appendAll(entries: readonly EvidenceEntry[]): Promise<void>;
  /** Those of these entries that are there, by id. */
  recorded(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The newest approvals since then, by the accountable person and permitted by a gate, for people who approved
   * something themselves in that time: as many as one statement answers.
   */
  approvalsAmong(since: Instant): Promise<ApprovalOnRecord[]>;
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
