const RealDate = Date;

/**
 * Puts the app on the sandbox clock: `new Date()`, `Date()` and `Date.now()` follow it.
 * Timers and `performance` keep real time, as durations do. It moves while a function runs, as Jira's does.
 * @param shared - holds how many milliseconds the sandbox clock is ahead of real time
 */
export function installClock(shared: SharedArrayBuffer): void {
  const ahead = new Float64Array(shared);
  const now = (): number => RealDate.now() + (ahead[0] ?? 0);
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
