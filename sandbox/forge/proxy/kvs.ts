import { z } from 'zod';
import type { KeyCondition, KvsStore } from '../storage/kvs-store.ts';
import { refuseKey, refuseValue } from './kvs-limits.ts';
import { notModelled, notPermitted, refusal, type ProxyAnswer } from './answer.ts';

const OPERATIONS = 25;
const PAYLOAD_BYTES = 4 * 1024 * 1024;
const PAGE = { usual: 10, most: 100 };

const ttl = z.object({ value: z.number().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const setOptions = z.object({
  ttl: ttl.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
});
const noEntity = z.undefined({ error: 'NOT_MODELLED: custom entities' }).optional();
const getRequest = z.object({ key: z.string() });
const setRequest = z.object({ key: z.string(), value: z.unknown(), options: setOptions.optional() });
const setItem = setRequest.extend({ entityName: noEntity });
const keyItem = z.object({ key: z.string(), entityName: noEntity });
const condition: z.ZodType<KeyCondition> = z.object({
  property: z.literal('key'),
  condition: z.enum([
    'BEGINS_WITH',
    'BETWEEN',
    'EQUAL_TO',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
  ]),
  values: z.array(z.string()).min(1).max(2),
});
const queryRequest = z.object({
  limit: z.number().int().min(1).max(PAGE.most).optional(),
  after: z.string().optional(),
  where: z.array(condition).max(1).optional(),
});
const transactionRequest = z.object({
  set: z.array(setItem).optional(),
  delete: z.array(keyItem).optional(),
  check: z.undefined({ error: 'NOT_MODELLED: checks, which need custom entities' }).optional(),
});

type SetRequest = z.infer<typeof setRequest>;
type Space = 'plain' | 'secret';

/** The key-value store behind @forge/kvs: values, secrets, queries by key, transactions, batches. */
export class KvsProxy {
  private readonly store: KvsStore;
  private readonly permitted: boolean;

  constructor(store: KvsStore, scopes: readonly string[]) {
    this.store = store;
    this.permitted = scopes.includes('storage:app');
  }

  answer(path: string, body: unknown): ProxyAnswer {
    if (!this.permitted) return notPermitted('the scope storage:app');
    const [, space, action] = /^\/api\/v1\/(?:(secret)\/)?(get|set|delete)$/.exec(path) ?? [];
    if (action !== undefined) return this.single(space === 'secret' ? 'secret' : 'plain', action, body);
    if (path === '/api/v1/query') return this.query(body);
    if (path === '/api/v1/transaction') return this.transaction(body);
    const [, batched] = /^\/api\/v1\/batch\/(get|set|delete)$/.exec(path) ?? [];
    return batched === undefined ? notModelled(`kvs ${path}`) : this.batch(batched, body);
  }

  private single(space: Space, action: string, body: unknown): ProxyAnswer {
    if (action === 'set') {
      const parsed = setRequest.safeParse(body);
      return parsed.success ? this.set(space, parsed.data) : invalid(parsed.error);
    }
    const parsed = getRequest.safeParse(body);
    if (!parsed.success) return invalid(parsed.error);
    const { key } = parsed.data;
    const found = this.store.get(space, key);
    if (!found) return refuseKey(key) ?? refusal(404, 'KEY_NOT_FOUND', 'The requested key was not found');
    if (action === 'get') return { status: 200, body: found };
    this.store.delete(space, key);
    return { status: 204 };
  }

  private set(space: Space, { key, value, options }: SetRequest): ProxyAnswer {
    const refused = refuseKey(key) ?? refuseValue(value);
    if (refused) return refused;
    const before = this.store.get(space, key);
    if (options?.keyPolicy === 'FAIL_IF_EXISTS' && before)
      return refusal(409, 'KEY_CONFLICT', 'The key already exists');
    this.store.set(space, key, value, options?.ttl);
    if (options?.returnValue === undefined) return { status: 204 };
    const wanted = options.returnValue === 'PREVIOUS' ? before : this.store.get(space, key);
    return wanted ? { status: 200, body: wanted } : { status: 204 };
  }

  private query(body: unknown): ProxyAnswer {
    const parsed = queryRequest.safeParse(body);
    if (!parsed.success) return invalid(parsed.error);
    const { where, after, limit = PAGE.usual } = parsed.data;
    const { results, cursor } = this.store.page(where?.[0], after, limit);
    return { status: 200, body: cursor === undefined ? { data: results } : { data: results, cursor } };
  }

  private transaction(body: unknown): ProxyAnswer {
    const parsed = transactionRequest.safeParse(body);
    if (!parsed.success) return invalid(parsed.error);
    const sets = parsed.data.set ?? [];
    const deletes = parsed.data.delete ?? [];
    const refused =
      refuseCrowd(
        [...sets, ...deletes].map(item => item.key),
        body,
      ) ??
      [...sets, ...deletes].map(item => refuseKey(item.key)).find(Boolean) ??
      sets.map(item => refuseValue(item.value)).find(Boolean);
    if (refused) return refused;
    this.store.together(() => {
      for (const { key, value, options } of sets) this.store.set('plain', key, value, options?.ttl);
      for (const { key } of deletes) this.store.delete('plain', key);
    });
    return { status: 204 };
  }

  private batch(action: string, body: unknown): ProxyAnswer {
    const parsed = z
      .array(action === 'set' ? setItem : keyItem)
      .min(1)
      .safeParse(body);
    if (!parsed.success) return invalid(parsed.error);
    const crowd = refuseCrowd(
      parsed.data.map(item => item.key),
      body,
    );
    if (crowd) return crowd;
    const successfulKeys: unknown[] = [];
    const failedKeys: unknown[] = [];
    for (const item of parsed.data) {
      const { status, body: result } = this.single('plain', action, item);
      // Deleting what isn't there succeeds, as it does one by one.
      if (status < 300 || (action === 'delete' && status === 404)) {
        successfulKeys.push(action === 'get' ? result : { key: item.key });
      } else failedKeys.push({ key: item.key, error: result });
    }
    return { status: 200, body: { successfulKeys, failedKeys } };
  }
}

/** At most 25 operations and 4 MB, each key once. Source: Forge, "KVS transactions" and "batch operations". */
function refuseCrowd(keys: readonly string[], body: unknown): ProxyAnswer | undefined {
  if (keys.length === 0) return refusal(400, 'INVALID_REQUEST', 'There is no operation.');
  if (keys.length > OPERATIONS)
    return refusal(400, 'TOO_MANY_OPERATIONS', `More than ${String(OPERATIONS)} operations.`);
  if (new Set(keys).size < keys.length) return refusal(400, 'DUPLICATE_KEY', 'A key may be used once only.');
  if (Buffer.byteLength(JSON.stringify(body)) > PAYLOAD_BYTES)
    return refusal(413, 'PAYLOAD_TOO_LARGE', 'More than 4 MB.');
  return undefined;
}

function invalid(error: z.ZodError): ProxyAnswer {
  const text = z.prettifyError(error);
  return text.includes('NOT_MODELLED') ? notModelled(text) : refusal(400, 'INVALID_REQUEST', text);
}
