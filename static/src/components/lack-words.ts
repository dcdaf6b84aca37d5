import type { Lack } from '../../../src/contract/route-explain';

/** The message of a lack for reading: the server ends it in the code, which is for referring to it. */
export function lackWords({ code, message }: Lack): string {
  const ending = `(${code})`;
  return message.endsWith(ending) ? message.slice(0, -ending.length).trimEnd() : message;
}
