import { z } from 'zod';
import type { Notice } from '../contract/people';
import { concerns, noticeOf, type HolderChange } from '../domain/responsibility/appointment-notice';
import { actingHolders } from '../domain/responsibility/role';
import type { AccountId } from '../domain/shared/account';
import { HOUR, plus, toInstant, type Instant } from '../domain/shared/instant';
import type { Directory } from '../ports/directory';
import type { EvidenceLedger } from '../ports/evidence-ledger';
import type { Registers } from '../ports/registers';

const TOLD_FOR_MS = 30 * 24 * HOUR;

/** As many as somebody reads. */
const SHOWN = 50;

const ENTRIES_AT_ONCE = 200;

/** An import of thousands of holders is no news: what is not among the newest entries is left to the register. */
const PAGES_AT_MOST = 5;

const instant = z.string().transform(text => toInstant(text));
const period = z.object({
  role: z.string(),
  accountId: z.string(),
  capacity: z.enum(['holder', 'deputy']),
  from: instant,
  to: instant.nullable(),
});
const holderChange: z.ZodType<HolderChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begins'), period, replaces: z.array(period) }),
  z.object({ kind: z.literal('ends'), period, to: instant }),
]);

/**
 * What changed in the holders register in the last 30 days that the reader has to know: as the old holder or the new
 * one; all of it for the matrix approver. The newest first, 50 at most.
 * Source: domain rules, "Appointments".
 */
export async function appointmentNotices(
  { ledger, registers, directory }: { ledger: EvidenceLedger; registers: Registers; directory: Directory },
  reader: AccountId,
  at: Instant,
): Promise<Notice[]> {
  const isMatrixApprover = await actsAsMatrixApprover({ registers, directory }, reader, at);
  const told = (await recentChanges(ledger, plus(at, -TOLD_FOR_MS)))
    .filter(({ change }) => concerns(change, reader, isMatrixApprover))
    .slice(0, SHOWN);
  if (told.length === 0) return [];
  const people = told.flatMap(({ change }) => [
    change.period.accountId,
    ...(change.kind === 'begins' ? change.replaces.map(({ accountId }) => accountId) : []),
  ]);
  const accounts = await directory.accounts([...new Set(people)]);
  const roles = new Map((await registers.roles()).map(({ key, name }) => [key, name]));
  const names = {
    person: (account: AccountId) => accounts.get(account)?.displayName ?? account,
    role: (key: string) => roles.get(key) ?? key,
  };
  return told.map(({ change, at: since }) => ({ at: since, message: noticeOf(change, names) }));
}

async function actsAsMatrixApprover(
  { registers, directory }: { registers: Registers; directory: Directory },
  reader: AccountId,
  at: Instant,
): Promise<boolean> {
  const { matrixApproverRole } = await registers.settings();
  const holders = (await registers.holders()).filter(({ role }) => role === matrixApproverRole);
  if (holders.every(({ accountId }) => accountId !== reader)) return false;
  const accounts = await directory.accounts([...new Set(holders.map(({ accountId }) => accountId))]);
  return actingHolders(matrixApproverRole, holders, accounts, at)[0]?.accountId === reader;
}

async function recentChanges(
  ledger: EvidenceLedger,
  since: Instant,
): Promise<{ at: Instant; change: HolderChange }[]> {
  const changes: { at: Instant; change: HolderChange }[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= PAGES_AT_MOST; page += 1) {
    const query = { kind: 'holder-changed' as const, limit: ENTRIES_AT_ONCE };
    const read = await ledger.list(cursor === undefined ? query : { ...query, cursor });
    const recent = read.entries.filter(({ at }) => at >= since);
    changes.push(...recent.map(({ at, facts }) => ({ at, change: holderChange.parse(facts) })));
    cursor = read.cursor;
    if (cursor === undefined || recent.length < read.entries.length) break;
  }
  return changes;
}
