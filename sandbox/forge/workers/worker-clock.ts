const RealDate = Date;
let ahead = 0;

/** Sets how far the app's `Date` is ahead of real time, in milliseconds. */
export function setClockAhead(ms: number): void {
  ahead = ms;
}

/**
 * Puts the app on the sandbox clock: `new Date()`, `Date()` and `Date.now()` follow it.
 * Timers and `performance` keep real time, as durations do.
 */
export function installClock(): void {
  const now = (): number => RealDate.now() + ahead;
  const sandboxDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget as new () => object) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: sandboxDate,
    configurable: true,
    writable: true,
  });
  globalThis.Date = sandboxDate;
}
