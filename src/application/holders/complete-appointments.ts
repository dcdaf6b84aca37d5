import type { RoleHolder } from '../../domain/responsibility/role';
import type { HolderChange } from '../../domain/responsibility/appointment-notice';
import { isPseudonym } from '../../domain/shared/pseudonym';
import { HOUR, plus } from '../../domain/shared/instant';
import type { Clock } from '../../ports/clock';
import type { Ledger } from '../../ports/ledger';
import type { Jobs } from '../../ports/jobs';
import type { People } from '../../ports/people';
import type { Recorder } from '../../ports/recorder';
import type { PeriodEnd, Roles } from '../../ports/roles';
import { endingsOf, evidenceOf } from './appoint-holders';
import { recentHolderChanges, type RecordedHolderChange } from './holder-changes';
import { periodChanges, samePeriod } from '../../domain/responsibility/period-changes';

export interface CompletePorts {
  ledger: Ledger;
  people: People;
  recorder: Recorder;
  roles: Roles;
  jobs: Jobs;
  clock: Clock;
}

/** Longer than the hourly check can be away, short enough to be read at once. */
const LOOKED_BACK_MS = 48 * HOUR;

/**
 * Finishes appointments that were cut short between their record and the register, and never repeated: what is on record
 * as appointed is appointed, unless another was appointed to that role and day since. A period is never taken away and never ends later than it once did, so that a change on
 * record that the register does not show yet can always be made. Open tickets are followed afterwards.
 * Source: domain rules, "Appointments": every change of a holder is recorded.
 */
export async function completeAppointments(ports: CompletePorts): Promise<void> {
  const { roles, jobs, clock } = ports;
  const { changes } = await recentHolderChanges(ports, plus(clock.now(), -LOOKED_BACK_MS));
  const recorded = changes.filter(({ change }) => !isErased(change));
  if (recorded.length === 0) return;
  const before = await roles.holders();
  const begun = recorded.flatMap(({ change }, line) =>
    change.kind === 'begins' && !isCoveredSince(change.period, recorded.slice(0, line))
      ? [{ line, holder: change.period }]
      : [],
  );
  const missing = periodChanges(begun, before).flatMap(change => (change.kind === 'begins' ? [change] : []));
  const ended = recorded.flatMap(({ change }) => (change.kind === 'ends' ? [change] : []));
  const endings = [...missing.flatMap(endingsOf), ...ended.filter(ending => isLate(ending, before))];
  await recordNew(ports, endings, recorded, before);
  if (missing.length > 0) await roles.openPeriods(missing.map(({ period }) => period));
  if (endings.length > 0) await roles.closePeriods(endings);
  if (missing.length + endings.length > 0) await jobs.push([{ kind: 'sweep' }]);
}

/** Whether another was appointed to the role for that day since: then who failed to be appointed does not displace them. */
function isCoveredSince(period: RoleHolder, later: readonly RecordedHolderChange[]): boolean {
  return later.some(
    ({ change: { kind, period: other } }) =>
      kind === 'begins' &&
      period.capacity === 'holder' &&
      other.capacity === 'holder' &&
      other.role === period.role &&
      other.accountId !== period.accountId &&
      other.from <= period.from &&
      (other.to === null || other.to > period.from),
  );
}

/** Two who were appointed at the same instant: one gives way, which is on no record yet. */
async function recordNew(
  { recorder, clock }: CompletePorts,
  endings: readonly PeriodEnd[],
  recorded: readonly RecordedHolderChange[],
  before: readonly RoleHolder[],
): Promise<void> {
  const at = clock.now();
  const known = recorded.flatMap(({ change }) => endingsOf({ line: 0, ...change }));
  const unrecorded = endings
    .filter(({ period, to }) => !known.some(end => samePeriod(end.period, period) && end.to === to))
    .flatMap(({ period, to }) =>
      before.filter(one => samePeriod(one, period)).map(one => ({ period: one, to })),
    );
  if (unrecorded.length === 0) return;
  await recorder.record(as =>
    unrecorded.map(end => evidenceOf({ kind: 'ends', line: 0, ...end }, null, at, as)),
  );
}

function isLate({ period, to }: PeriodEnd, open: readonly RoleHolder[]): boolean {
  return open.some(other => samePeriod(other, period) && (other.to === null || other.to > to));
}

/** No one who was erased since is appointed any more. */
function isErased({ period }: HolderChange): boolean {
  return isPseudonym(period.accountId);
}
