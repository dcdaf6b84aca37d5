/** The sandbox's one clock: real time plus an offset that `POST /sandbox/clock` moves. */
export class SandboxClock {
  /** How far it is ahead of real time, in milliseconds, where the threads of the app see it move at the same instant. */
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  private readonly offset = new Float64Array(this.shared);
  private readonly onMoved: (offset: number) => void;

  /**
   * @param offset - milliseconds ahead of real time, from an earlier run
   * @param onMoved - told of each move, so that the offset can be kept
   */
  constructor(offset = 0, onMoved: (offset: number) => void = () => undefined) {
    this.offset[0] = offset;
    this.onMoved = onMoved;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.ahead();
  }

  /** The present as ISO 8601 UTC. */
  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Milliseconds ahead of real time. */
  ahead(): number {
    return this.offset[0] ?? 0;
  }

  /** Moves time forward. @param ms - at least 0; time never runs backwards */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError('The sandbox clock only moves forward.');
    this.offset[0] = this.ahead() + ms;
    this.onMoved(this.ahead());
  }
}
