import type { ProductEvent } from '../../seams.ts';
import type { SandboxClock } from '../../clock.ts';
import type { ParsedManifest } from '../manifest-schema.ts';
import type { DeliveryStore } from './delivery-store.ts';

type Trigger = ParsedManifest['modules']['trigger'][number];

/** Source: Forge, "Atlassian app events: known issues". */
const EVENT_BYTES = 200 * 1024;

export interface ProductEventsOptions {
  triggers: readonly Trigger[];
  deliveries: DeliveryStore;
  clock: SandboxClock;
  /** The app's own account: what it does itself is marked, and kept from triggers that ignore it. */
  accountId: string;
  /** How late events are, in milliseconds, asked at each one. */
  delayMs: () => number;
  wake: () => void;
  report: (text: string) => void;
}

/** Puts product and life-cycle events on their way to the triggers that name them. */
export class ProductEvents {
  private readonly options: ProductEventsOptions;

  constructor(options: ProductEventsOptions) {
    this.options = options;
  }

  publish(event: ProductEvent): void {
    const { triggers, deliveries, clock, accountId, delayMs, report, wake } = this.options;
    const selfGenerated = event.atlassianId === accountId;
    const payload = {
      eventType: event.eventType,
      ...event.payload,
      ...(event.atlassianId === undefined ? {} : { atlassianId: event.atlassianId }),
      ...(selfGenerated ? { selfGenerated } : {}),
    };
    if (Buffer.byteLength(JSON.stringify(payload)) > EVENT_BYTES) {
      report(`${event.eventType}: not delivered, because it is larger than 200 kB`);
      return;
    }
    const now = clock.now();
    const dueAt = now + delayMs();
    for (const trigger of triggers) {
      if (!trigger.events.includes(event.eventType) || (selfGenerated && trigger.filter?.ignoreSelf === true))
        continue;
      deliveries.add({ kind: 'event', moduleKey: trigger.key, payload, dueAt, enqueuedAt: now });
    }
    wake();
  }
}
