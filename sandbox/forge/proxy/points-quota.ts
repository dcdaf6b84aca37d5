import type { SandboxClock } from '../../clock.ts';
import type { PointsUsed } from '../../seams.ts';
import type { ProxyAnswer } from './answer.ts';

const HOUR_MS = 3_600_000;

/**
 * The quota of points that an app's calls to Jira share: it is full again at each full hour, UTC. A call that begins
 * before the quota is spent is answered whatever it costs.
 * Source: Jira Cloud, "Rate limiting", "Points-based rate limiting".
 */
export class PointsQuota {
  private readonly clock: SandboxClock;
  private readonly perHour: () => number;
  private hour = 0;
  private spent = 0;

  /** @param perHour - the points of an hour, asked at each call */
  constructor(clock: SandboxClock, perHour: () => number) {
    this.clock = clock;
    this.perHour = perHour;
  }

  used(): PointsUsed {
    const hour = this.present();
    return {
      used: this.spent,
      perHour: this.perHour(),
      resetsAt: new Date((hour + 1) * HOUR_MS).toISOString(),
    };
  }

  spend(points: number): void {
    this.present();
    this.spent += points;
  }

  /** What Jira answers once the points of the hour are spent; undefined before. */
  refusal(): ProxyAnswer | undefined {
    const { used, perHour, resetsAt } = this.used();
    if (used < perHour) return undefined;
    return {
      status: 429,
      headers: {
        'Retry-After': String(Math.ceil((Date.parse(resetsAt) - this.clock.now()) / 1000)),
        'X-RateLimit-Limit': String(perHour),
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': resetsAt.replace('.000Z', 'Z'),
        'RateLimit-Reason': 'jira-quota-global-based',
      },
      body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
    };
  }

  /** The present hour, counted from the epoch; a new one begins with nothing spent. */
  private present(): number {
    const hour = Math.floor(this.clock.now() / HOUR_MS);
    if (hour !== this.hour) {
      this.hour = hour;
      this.spent = 0;
    }
    return hour;
  }
}
