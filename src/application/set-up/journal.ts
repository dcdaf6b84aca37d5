import { z } from 'zod';
import { evidenceId } from '../../domain/evidence/evidence-entry';
import type { AccountId } from '../../domain/shared/account';
import { toInstant, type Instant } from '../../domain/shared/instant';
import type { EvidenceLedger } from '../../ports/evidence-ledger';
import type { SiteConfiguration } from '../../ports/site-configuration';

/**
 * The changes that set-up has begun and the evidence ledger does not have yet. It is written down before each
 * change, so that evidence of it outlives an interruption; its own instant makes a repeated entry the same entry.
 */
export interface Journal {
  step: string;
  specification: string;
  /** When its first change began. */
  at: Instant;
  actor: AccountId;
  changes: string[];
}

const KEY = 'changes without evidence';

const journalShape = z.strictObject({
  step: z.string(),
  specification: z.string(),
  at: z.string().transform(toInstant),
  actor: z.string(),
  changes: z.array(z.string()),
});

/** The journal that an earlier call left. */
export function readJournal({ made }: SiteConfiguration): Journal | undefined {
  const text = made[KEY];
  return text === undefined ? undefined : journalShape.parse(JSON.parse(text));
}

/** Notes that a change begins. */
export function noteChange({ made }: SiteConfiguration, journal: Journal, change: string): void {
  if (!journal.changes.includes(change)) journal.changes.push(change);
  made[KEY] = JSON.stringify(journal);
}

/**
 * Hands the journal to the ledger, as one entry of what one step changed.
 * @param outcome - `interrupted`: the last change may not have taken effect
 */
export async function giveEvidence(
  evidence: Pick<EvidenceLedger, 'append'>,
  { made }: SiteConfiguration,
  journal: Journal,
  outcome: 'as planned' | 'interrupted',
): Promise<void> {
  const { at, actor, ...facts } = journal;
  const id = evidenceId('set-up-step', 'site', journal);
  await evidence.append({
    id,
    at,
    kind: 'set-up-step',
    actor,
    subject: 'site',
    facts: { ...facts, outcome },
  });
  Reflect.deleteProperty(made, KEY);
}
