import { contentHash } from '../shared/content-hash';
import type { Instant } from '../shared/instant';
import type { Pseudonym } from '../shared/pseudonym';

/**
 * One entry of the evidence ledger, as it is stored: append-only. The id comes from the fact itself, so that a repeated
 * delivery writes nothing new. People are known by pseudonyms in all of it, and their names are not in it. What is
 * stored may be of a kind or version that this release does not know.
 */
export interface EvidenceEntry<Facts = unknown> {
  id: string;
  at: Instant;
  /** What happened, e.g. `matrix-approved`. */
  kind: string;
  /** Of the facts of this kind. */
  version: number;
  /** Who did it, from Jira's own record; null for what the app decided by itself. */
  actor: Pseudonym | null;
  /** What it is about: `ticket:10001`, `matrix:1`, `role:ciso`, `site`. */
  subject: string;
  facts: Facts;
}

/** The subject of everything about one ticket. @param id - the ticket's id: a key changes when a ticket is moved */
export function ticketSubject(id: string): string {
  return `ticket:${id}`;
}

/** A deterministic identifier for a fact: equal for equal kind, subject and distinguishing values. */
export function evidenceId(kind: string, subject: string, distinguishing: unknown): string {
  return contentHash({ kind, subject, distinguishing });
}
