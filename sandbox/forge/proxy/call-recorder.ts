import type { RecordedCall } from '../../seams.ts';

/** Calls kept; older ones are forgotten, their numbers are not used again. */
const KEPT = 50_000;

/** The calls that the app made, numbered from 1. */
export class CallRecorder {
  private readonly kept: RecordedCall[] = [];
  private last = 0;

  record(call: Omit<RecordedCall, 'n'>): void {
    this.last += 1;
    this.kept.push({ n: this.last, ...call });
    if (this.kept.length > KEPT) this.kept.splice(0, KEPT / 10);
  }

  since(n: number): RecordedCall[] {
    return this.kept.filter(call => call.n > n);
  }
}
