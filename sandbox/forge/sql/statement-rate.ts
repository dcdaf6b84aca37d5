import type { SandboxClock } from '../../clock.ts';
import type { SqlEndpoint } from './guard.ts';
import { SqlRefused } from './refusal.ts';

/** Counts statements over a sliding window of the sandbox clock. Source: Forge, "Forge SQL: per-install limits". */
export class StatementRate {
  private readonly clock: SandboxClock;
  private readonly windows: Record<SqlEndpoint, { limit: number; ms: number; unit: string; times: number[] }>;

  constructor(clock: SandboxClock, dmlPerSecond: number, ddlPerMinute: number) {
    this.clock = clock;
    this.windows = {
      dml: { limit: dmlPerSecond, ms: 1000, unit: 'second', times: [] },
      ddl: { limit: ddlPerMinute, ms: 60_000, unit: 'minute', times: [] },
    };
  }

  /** @throws SqlRefused when this statement is one too many */
  count(endpoint: SqlEndpoint): void {
    const window = this.windows[endpoint];
    const now = this.clock.now();
    window.times = window.times.filter(time => time > now - window.ms);
    if (window.times.length >= window.limit) {
      const text = `More than ${String(window.limit)} ${endpoint.toUpperCase()} statements within a ${window.unit}`;
      throw new SqlRefused('RATE_LIMIT_EXCEEDED', text, {
        suggestion: 'Wait, batch the statements, or spread them with a queue.',
      });
    }
    window.times.push(now);
  }
}
