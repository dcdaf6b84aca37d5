/** What a proxy answers; `body` is JSON-serialisable, undefined sends none. */
export interface ProxyAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as they are in place of a body; `headers` names their type. */
  bytes?: Uint8Array;
  /** What it cost of the hourly quota of Jira's points. */
  points?: number;
}

/** A refusal in the shape that @forge/sql and @forge/kvs turn into their errors. */
export function refusal(
  status: number,
  code: string,
  message: string,
  more: Record<string, unknown> = {},
): ProxyAnswer {
  return { status, body: { code, message, ...more } };
}

/** Something that Forge has and the sandbox doesn't. */
export function notModelled(what: string): ProxyAnswer {
  return refusal(501, 'NOT_MODELLED', `NOT_MODELLED: ${what}`);
}

/** The answer without the permission that the manifest would have to ask for. */
export function notPermitted(missing: string): ProxyAnswer {
  return refusal(403, 'FORBIDDEN', `The manifest lacks ${missing}.`);
}
