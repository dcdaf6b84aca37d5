const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000] as const;

/**
 * Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds: `P30D`, `PT1H`, `P1DT12H`.
 * Undefined for anything else, years and months included: their length depends on the calendar.
 */
export function millisecondsOf(duration: string): number | undefined {
  const match = PATTERN.exec(duration);
  const parts: (string | undefined)[] | undefined = match?.slice(1); // a group that is absent reads undefined
  if (!parts?.some(part => part !== undefined)) return undefined;
  return UNITS.reduce((sum, unit, index) => sum + unit * Number(parts[index] ?? 0), 0);
}
