import { refusal, type ProxyAnswer } from './answer.ts';

/** Source: Forge, "KVS and Custom Entity Store limits". */
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const KEY_LENGTH = 500;
const VALUE_BYTES = 240 * 1024;
const DEPTH = 31;

export function refuseKey(key: string): ProxyAnswer | undefined {
  if (key.length > KEY_LENGTH)
    return refusal(400, 'KEY_TOO_LONG', `A key has at most ${String(KEY_LENGTH)} characters.`);
  if (!KEY.test(key)) return refusal(400, 'INVALID_KEY', `A key matches ${String(KEY)}.`);
  return undefined;
}

export function refuseValue(value: unknown): ProxyAnswer | undefined {
  if (value === undefined || value === null)
    return refusal(400, 'INVALID_VALUE', 'A value may be any JSON but null.');
  if (Buffer.byteLength(JSON.stringify(value)) > VALUE_BYTES)
    return refusal(413, 'MAX_SIZE', 'A value has at most 240 KiB.');
  if (depth(value) > DEPTH)
    return refusal(400, 'MAX_DEPTH', `A value is at most ${String(DEPTH)} levels deep.`);
  return undefined;
}

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, member) => Math.max(deepest, depth(member)), 0);
}
