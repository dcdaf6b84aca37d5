import type { Reply } from '../../../src/contract/reply.ts';

/** What one call is answered with. The last answer of a function is given again and again. */
export type Answer = { reply: Reply<unknown> } | { fails: string } | { hangs: true };

/** A page in one state: the answers that bring it there. */
export interface Scenario {
  page: 'responsibility' | 'set-up' | 'remit' | 'gate';
  /** By function of the app; `fetchProduct` is what Jira's REST answers. */
  answers: Record<string, Answer[]>;
  /** Where on the page it begins. */
  place?: string;
  /** `extension` of the context that the page asks for. */
  extension?: Record<string, unknown>;
  /** Who Jira says that the reader is; an engineer unless something else is said. */
  reader?: Reader;
  /** Where Jira says it is; empty where it does not say. */
  siteUrl?: string;
}

export type Reader = 'engineer' | 'auditor' | 'administrator' | 'not told';

export type ColorMode = 'light' | 'dark';

export const replied = (data: unknown): Answer => ({ reply: { ok: true, data } });

export const refused = (code: string, message: string): Answer => ({ reply: { ok: false, code, message } });
