import type { Fault, RecordedCall } from '../../seams.ts';

/** The part of a call that a fault can match. */
export type MatchedCall = Pick<RecordedCall, 'type' | 'path' | 'function'>;

/** Faults waiting for a call to match. */
export class Faults {
  private readonly waiting: Fault[] = [];

  /** @throws RangeError when the fault would do nothing */
  add(fault: Fault): void {
    if (fault.status === undefined && fault.delayMs === undefined && fault.drop !== true) {
      throw new RangeError('A fault needs status, delayMs or drop.');
    }
    if (!Number.isInteger(fault.times) || fault.times < 1)
      throw new RangeError('A fault happens at least once.');
    this.waiting.push({ ...fault });
  }

  /** The oldest fault that matches, used up by one. `path` matches anywhere in the path of the call. */
  take(call: MatchedCall): Fault | undefined {
    const index = this.waiting.findIndex(({ match }) => matches(match, call));
    const fault = this.waiting[index];
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.waiting.splice(index, 1);
    return fault;
  }
}

function matches(match: Fault['match'], call: MatchedCall): boolean {
  return (
    (match.type === undefined || match.type === call.type) &&
    (match.path === undefined || call.path.includes(match.path)) &&
    (match.function === undefined || match.function === call.function)
  );
}
