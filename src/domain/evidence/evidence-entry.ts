import type { AccountId } from '../shared/account';
import { contentHash } from '../shared/content-hash';
import type { Instant } from '../shared/instant';

/** What happened. Each kind names a fact that an auditor may ask for. */
export type EvidenceKind =
  | 'gate-decided'
  | 'transition-observed'
  | 'routed'
  | 'routing-refused'
  | 'cloud-account-registered'
  | 'account-unowned'
  | 'account-owner-changed'
  | 'account-owner-change-rejected'
  | 'account-owner-reverted'
  | 'set-up-step'
  | 'register-imported'
  | 'holder-changed'
  | 'settings-changed'
  | 'revocation-due'
  | 'gate-bypassed'
  | 'bypass-resolved'
  | 'notice-given'
  | 'assignment-refused'
  | 'bypass-acknowledged'
  | 'set-up-drifted'
  | 'set-up-restored'
  | 'matrix-approved';

/**
 * One entry of the evidence ledger: append-only, with the names and hashes of its time.
 * The id is derived from the fact itself, so that a repeated delivery writes nothing new.
 */
export interface EvidenceEntry<Facts = unknown> {
  id: string;
  at: Instant;
  kind: EvidenceKind;
  /** Who did it, from Jira's own record; null for what the app decided by itself. */
  actor: AccountId | null;
  /** What it is about: `ticket:10001`, `matrix:1`, `role:ciso`, `site`. */
  subject: string;
  facts: Facts;
}

/** The subject of everything about one ticket. @param id - the ticket's id: a key changes when a ticket is moved */
export function ticketSubject(id: string): string {
  return `ticket:${id}`;
}

/** A deterministic identifier for a fact: equal for equal kind, subject and distinguishing values. */
export function evidenceId(kind: EvidenceKind, subject: string, distinguishing: unknown): string {
  return contentHash({ kind, subject, distinguishing });
}
