import { gateRefusalsCounted } from '../../domain/decision/decision-evidence';
import { hourOf } from '../../domain/shared/instant';
import type { Clock } from '../../ports/clock';
import type { Recorder } from '../../ports/recorder';
import type { Refusals } from '../../ports/refusals';

/** As many as a run puts on record; the next goes on. */
const AT_ONCE = 500;

/**
 * Puts on record how often gates have refused the same in hours that are over: a count is forgotten only then.
 * Source: domain rules, "Bounded reading".
 */
export async function countRefusals({
  refusals,
  recorder,
  clock,
}: {
  refusals: Refusals;
  recorder: Recorder;
  clock: Clock;
}): Promise<void> {
  const at = clock.now();
  const counts = await refusals.before(hourOf(at), AT_ONCE);
  if (counts.length === 0) return;
  await recorder.record(as =>
    counts.map(({ hour: _hour, ...facts }) => gateRefusalsCounted.entry({ at, actor: null, facts }, as)),
  );
  await refusals.forget(counts.map(({ refusal }) => refusal));
}
