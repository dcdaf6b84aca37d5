/** Counts writes, and interrupts one of them. */
export class Writes {
  /** What was written, by the name of the operation. */
  readonly done: string[] = [];
  private cut: { at: number; effect: 'none' | 'taken' } | undefined;

  /** Interrupts the write number `at`, counted from now on, beginning with 1. */
  cutAt(at: number, effect: 'none' | 'taken'): void {
    this.cut = { at: this.done.length + at, effect };
  }

  async through<T>(operation: string, effect: () => T): Promise<T> {
    // Nothing comes back from the network at once.
    await Promise.resolve();
    this.done.push(operation);
    const cut = this.cut?.at === this.done.length ? this.cut : undefined;
    if (cut?.effect === 'none') throw new Interruption(operation);
    const value = effect();
    if (cut) throw new Interruption(operation);
    return value;
  }
}

/** The network is gone. */
export class Interruption extends Error {}

/** Jira says no. */
export class FakeRefusal extends Error {}
