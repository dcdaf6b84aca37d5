import type { Fault, RecordedCall } from '../../seams.ts';

/** The part of a call that a fault can match. */
export type MatchedCall = Pick<RecordedCall, 'type' | 'path' | 'function'>;

/** Faults waiting for a call to match. */
export class Faults {
  private waiting: Fault[] = [];

  /** @throws RangeError when the fault would do nothing */
  add(fault: Fault): void {
    const { status, delayMs, drop, timeOut } = fault;
    if (status === undefined && delayMs === undefined && drop !== true && timeOut !== true) {
      throw new RangeError('A fault needs status, delayMs, drop or timeOut.');
    }
    if (!Number.isInteger(fault.times) || fault.times < 1)
      throw new RangeError('A fault happens at least once.');
    this.waiting.push({ ...fault });
  }

  clear(): void {
    this.waiting = [];
  }

  /**
   * The oldest fault that matches and lets no further call pass, used up by one; those before it count the call.
   * `path` matches anywhere in the path of the call.
   */
  take(call: MatchedCall): Fault | undefined {
    for (const [index, fault] of this.waiting.entries()) {
      if (!matches(fault.match, call)) continue;
      if (fault.after !== undefined && fault.after > 0) {
        fault.after -= 1;
        continue;
      }
      fault.times -= 1;
      if (fault.times === 0) this.waiting.splice(index, 1);
      return fault;
    }
    return undefined;
  }
}

function matches(match: Fault['match'], call: MatchedCall): boolean {
  return (
    (match.type === undefined || match.type === call.type) &&
    (match.path === undefined || call.path.includes(match.path)) &&
    (match.function === undefined || match.function === call.function)
  );
}
