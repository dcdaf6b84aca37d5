/** Tokens of pages that follow one another: opaque to callers, a position here. */
import { JiraError } from '../rest/refusals.ts';

export function toToken(position: number): string {
  return Buffer.from(`position:${String(position)}`).toString('base64url');
}

/** The position that the token names; 0 without one. Refuses 400 a token that wasn't given out. */
export function fromToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const [, position] = /^position:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (position === undefined) throw new JiraError(400, 'The nextPageToken is not valid.');
  return Number(position);
}
