/** Either what was asked for, or an expected refusal as a value. Faults are thrown instead. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

export function allow<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}
