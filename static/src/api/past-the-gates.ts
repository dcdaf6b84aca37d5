import type { BypassMended, GateBypassed, SetUpDrifted } from '../../../src/contract/bypasses';
import type { EvidenceListed } from '../../../src/contract/registers';
import type { Reply } from '../../../src/contract/reply';
import { everyPage } from './every-page';
import { listEvidence } from './remit';

/** What went past the gates and has not been put right: tickets, and what was changed of the set-up. */
export interface PastTheGates {
  tickets: (GateBypassed & { id: string })[];
  /** What set-up would do to put itself right. */
  repairs: string[];
}

/** Reads it from the evidence, for those who may: administrators and auditors. */
export async function readPastTheGates(): Promise<Reply<PastTheGates>> {
  const bypassed = await everyEntry('gate-bypassed');
  if (!bypassed.ok) return bypassed;
  const mended = bypassed.data.length === 0 ? bypassed : await everyEntry('bypass-mended');
  if (!mended.ok) return mended;
  const setUp = await listEvidence({ subject: 'set-up' });
  if (!setUp.ok) return setUp;
  const behind = new Set(mended.data.map(({ facts }) => (facts as BypassMended).bypass));
  const open = bypassed.data.filter(({ id }) => !behind.has(id));
  const tickets = open.map(({ id, facts }) => ({ ...(facts as GateBypassed), id }));
  const newest = setUp.data.entries[0]?.facts as SetUpDrifted | undefined;
  return { ok: true, data: { tickets, repairs: (newest?.drift ?? []).map(({ repair }) => repair) } };
}

async function everyEntry(kind: string): Promise<Reply<EvidenceListed['entries']>> {
  const entries: EvidenceListed['entries'] = [];
  const refusal = await everyPage(
    cursor => listEvidence({ kind, ...(cursor === undefined ? {} : { cursor }) }),
    page => page.cursor,
    page => {
      entries.push(...page.entries);
      return true;
    },
  );
  return refusal ?? { ok: true, data: entries };
}
