import { z } from 'zod';
import { SqlRefused } from '../sql/refusal.ts';
import type { SqlEndpoint } from '../sql/guard.ts';
import type { SqlStorage } from '../sql/sql-storage.ts';
import type { StatementRate } from '../sql/statement-rate.ts';
import { notModelled, notPermitted, refusal, type ProxyAnswer } from './answer.ts';

const RESPONSE_BYTES = 4 * 1024 * 1024;
const ENDPOINTS: Readonly<Record<string, SqlEndpoint>> = {
  '/api/v1/execute': 'dml',
  '/api/v1/execute/ddl': 'ddl',
};

/** Booleans are numbers in MySQL. An object or array would be spelt out by the driver in its own way: refused. */
const parameter = z.union([z.string(), z.number(), z.null(), z.boolean().transform(Number)]);
const request = z.object({ query: z.string(), params: z.array(parameter), method: z.literal('all') });

/** The database behind @forge/sql. */
export class SqlProxy {
  private readonly storage: SqlStorage;
  private readonly rate: StatementRate;
  private readonly missing: string | undefined;

  /** @param missing - what the manifest would need before the app may use SQL */
  constructor(storage: SqlStorage, rate: StatementRate, missing: string | undefined) {
    this.storage = storage;
    this.rate = rate;
    this.missing = missing;
  }

  async answer(path: string, body: unknown): Promise<ProxyAnswer> {
    if (this.missing !== undefined) return notPermitted(this.missing);
    const endpoint = ENDPOINTS[path];
    if (endpoint === undefined) return notModelled(`sql ${path}`);
    const parsed = request.safeParse(body);
    if (!parsed.success) return refusal(400, 'INVALID_REQUEST', z.prettifyError(parsed.error));
    const { query, params } = parsed.data;
    try {
      this.rate.count(endpoint);
      const result = await this.storage.execute(query, params, endpoint);
      const bytes = Buffer.byteLength(JSON.stringify(result));
      if (bytes > RESPONSE_BYTES)
        throw new SqlRefused(
          'RESPONSE_TOO_LARGE',
          `The answer has ${String(bytes)} bytes; Forge allows 4 MiB`,
        );
      return { status: 200, body: result };
    } catch (error) {
      if (error instanceof SqlRefused) return refused(error);
      throw error;
    }
  }
}

const STATUS: Readonly<Partial<Record<SqlRefused['code'], number>>> = {
  RATE_LIMIT_EXCEEDED: 429,
  REQUEST_TOO_LARGE: 413,
  RESPONSE_TOO_LARGE: 413,
  QUERY_TIMED_OUT: 408,
};

function refused({ code, message, suggestion, debug }: SqlRefused): ProxyAnswer {
  return refusal(STATUS[code] ?? 400, code, message, {
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(debug === undefined ? {} : { debug }),
  });
}
