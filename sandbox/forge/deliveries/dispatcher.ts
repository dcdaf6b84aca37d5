import type { SandboxClock } from '../../clock.ts';
import type { Delivery, DeliveryStore } from './delivery-store.ts';
import { contextGiven, decide, type Outcome } from './retries.ts';

/** setTimeout takes no more. */
const LONGEST_TIMER_MS = 2_147_483_647;

export interface DispatcherOptions {
  deliveries: DeliveryStore;
  clock: SandboxClock;
  /** Deliveries under way at once. */
  parallel: number;
  /** Calls the function of the trigger or consumer. @param payload - with the retry context, if it is a retry */
  attempt: (delivery: Delivery, payload: Record<string, unknown>) => Promise<Outcome>;
  /** Told of each delivery that is over. */
  finished: (delivery: Delivery, well: boolean) => void;
  report: (text: string) => void;
}

/** Delivers what is due: oldest first, several at once, within the limits of their concurrency keys. */
export class Dispatcher {
  private readonly options: DispatcherOptions;
  private readonly underWay = new Map<number, { delivery: Delivery; done: Promise<void> }>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(options: DispatcherOptions) {
    this.options = options;
  }

  running(): ReadonlySet<number> {
    return new Set(this.underWay.keys());
  }

  /** Starts what is due and can start; to be called when there is something new or the clock moved. */
  wake(): void {
    if (this.stopped) return;
    const { deliveries, clock, parallel } = this.options;
    for (const delivery of deliveries.due(clock.now())) {
      if (this.underWay.size >= parallel) break;
      if (!this.underWay.has(delivery.id) && this.allowed(delivery)) this.start(delivery);
    }
    this.setTimer();
  }

  /** Delivers late events now. @returns whether there were any */
  hasten(): boolean {
    const hastened = this.options.deliveries.hasten(this.options.clock.now());
    if (hastened) this.wake();
    return hastened;
  }

  /** Resolves when nothing that is due is left. Delayed events and retries that are not due yet don't count. */
  async idle(): Promise<void> {
    this.wake();
    while (this.underWay.size > 0) await Promise.race([...this.underWay.values()].map(entry => entry.done));
  }

  /** True when nothing is under way or due. */
  quiet(): boolean {
    return this.underWay.size === 0 && this.options.deliveries.due(this.options.clock.now()).length === 0;
  }

  /** Starts nothing more. What is under way stays undelivered if it doesn't end by itself. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Concurrency keys count across queues. Source: Forge, "Controlling processing concurrency". */
  private allowed({ concurrency }: Delivery): boolean {
    if (concurrency === undefined) return true;
    const same = [...this.underWay.values()].filter(
      ({ delivery }) => delivery.concurrency?.key === concurrency.key,
    );
    return same.length < concurrency.limit;
  }

  private start(delivery: Delivery): void {
    const done = this.deliver(delivery).finally(() => {
      this.underWay.delete(delivery.id);
      this.wake();
    });
    this.underWay.set(delivery.id, { delivery, done });
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const { clock, attempt, deliveries, finished, report } = this.options;
    const retryContext = contextGiven(delivery, clock.now());
    const outcome = await attempt(delivery, {
      ...delivery.payload,
      ...(retryContext === undefined ? {} : { retryContext }),
    });
    // Stopped meanwhile: the event stays and is delivered again after the next start.
    if (this.stopped) return;
    const decision = decide(delivery, outcome, clock.now());
    if (decision.kind === 'retry') {
      deliveries.postpone(delivery.id, decision.dueAt, decision.context, delivery.attempts + 1);
      return;
    }
    deliveries.remove(delivery.id);
    if (decision.kind === 'dropped') report(`${delivery.moduleKey}: event dropped, ${decision.reason}`);
    finished(delivery, decision.kind === 'delivered');
  }

  private setTimer(): void {
    clearTimeout(this.timer);
    const { deliveries, clock } = this.options;
    const next = deliveries.nextDue(clock.now());
    if (next === undefined) return;
    const wait = Math.min(Math.max(1, next - clock.now()), LONGEST_TIMER_MS);
    this.timer = setTimeout(() => {
      this.wake();
    }, wait).unref();
  }
}
