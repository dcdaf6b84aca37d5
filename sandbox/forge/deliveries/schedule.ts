import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { SandboxClock } from '../../clock.ts';
import type { ParsedManifest } from '../manifest-schema.ts';
import { together } from '../storage/forge-database.ts';

type ScheduledTrigger = ParsedManifest['modules']['scheduledTrigger'][number];

const MINUTE = 60_000;
const INTERVALS = {
  fiveMinute: 5 * MINUTE,
  hour: 60 * MINUTE,
  day: 1440 * MINUTE,
  week: 10_080 * MINUTE,
} as const;
/** Source: Forge, "Scheduled trigger": first run about five minutes after deployment. */
const FIRST_RUN_MS = 5 * MINUTE;
const LONGEST_TIMER_MS = 2_147_483_647;

const row = z.object({
  key: z.string(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
  next_at: z.number(),
});

/**
 * Runs scheduled triggers on the sandbox clock. When the clock leaps over several turns of a trigger it runs once and
 * keeps its minute of the hour, as the app can't tell a leap from an outage.
 */
export class Schedule {
  private readonly database: DatabaseSync;
  private readonly clock: SandboxClock;
  private readonly run: (triggerKey: string) => void;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  /** @param run - starts a trigger and doesn't wait for it */
  constructor(database: DatabaseSync, clock: SandboxClock, run: (triggerKey: string) => void) {
    this.database = database;
    this.clock = clock;
    this.run = run;
  }

  /** Takes over the manifest's triggers. Any change in them starts all of them again, as Forge does. */
  install(triggers: readonly ScheduledTrigger[]): void {
    const wanted = triggers.map(({ key, interval }) => `${key} ${interval}`).sort();
    const present = this.rows()
      .map(({ key, interval }) => `${key} ${interval}`)
      .sort();
    if (wanted.join() === present.join()) return;
    const first = this.clock.now() + FIRST_RUN_MS;
    together(this.database, () => {
      this.database.exec('DELETE FROM schedule');
      const insert = this.database.prepare('INSERT INTO schedule (key, interval, next_at) VALUES (?, ?, ?)');
      for (const { key, interval } of triggers) insert.run(key, interval, first);
    });
  }

  /** Starts what is due; to be called when the clock moved. */
  wake(): void {
    if (this.stopped) return;
    const now = this.clock.now();
    for (const { key, interval, next_at } of this.rows()) {
      if (next_at > now) continue;
      const turns = Math.floor((now - next_at) / INTERVALS[interval]) + 1;
      this.database
        .prepare('UPDATE schedule SET next_at = ? WHERE key = ?')
        .run(next_at + turns * INTERVALS[interval], key);
      this.run(key);
    }
    this.setTimer();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private rows(): z.infer<typeof row>[] {
    return z.array(row).parse(this.database.prepare('SELECT * FROM schedule ORDER BY key').all());
  }

  private setTimer(): void {
    clearTimeout(this.timer);
    const [soonest] = this.rows()
      .map(({ next_at }) => next_at)
      .sort((a, b) => a - b);
    if (soonest === undefined) return;
    const wait = Math.min(Math.max(1, soonest - this.clock.now()), LONGEST_TIMER_MS);
    this.timer = setTimeout(() => {
      this.wake();
    }, wait).unref();
  }
}
