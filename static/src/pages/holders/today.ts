/** Today in UTC as `YYYY-MM-DD`: the days of periods begin in UTC. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
