import { z } from 'zod';
import type { RecordedCall } from '../../sandbox/seams.ts';
import type { MeasuredSite, Taken } from '../site/measured-site.ts';

/** What Forge meters, of one function or of all together. */
export interface Usage {
  invocations: number;
  gbSeconds: number;
  sqlRequests: number;
  sqlSeconds: number;
  kvsReadBytes: number;
  kvsWriteBytes: number;
  logBytes: number;
  jiraCalls: number;
}

export const NOTHING: Usage = {
  invocations: 0,
  gbSeconds: 0,
  sqlRequests: 0,
  sqlSeconds: 0,
  kvsReadBytes: 0,
  kvsWriteBytes: 0,
  logBytes: 0,
  jiraCalls: 0,
};

/** `memoryMB` of manifest.yml. */
const MEMORY_GB = 0.5;

/**
 * Assumed, because a sandbox on one machine answers sooner than Atlassian's network does: milliseconds until a call is
 * answered, and what the platform adds to each invocation. To be replaced by what the developer console shows.
 */
export const ASSUMED_MS = { jira: 150, sql: 20, kvs: 15, queue: 40, invocation: 30 };

/** What Forge would meter for what happens on the site, by function of the manifest. */
export async function usageOf(
  site: MeasuredSite,
  act: () => Promise<unknown>,
): Promise<Record<string, Usage>> {
  await site.sandbox.settle();
  site.taken();
  const calls = await site.sandbox.callsDuring(act);
  const usage: Record<string, Usage> = {};
  for (const { name, each } of site.taken().map(taken => ({ name: functionOf(taken), each: taken }))) {
    const own = calls.filter(call => call.invocation === each.invocation);
    usage[name] = sum([usage[name] ?? NOTHING, ofInvocation(each, own)]);
  }
  return usage;
}

export function sum(usages: readonly Usage[]): Usage {
  const total = { ...NOTHING };
  for (const usage of usages) for (const key of metersOf(usage)) total[key] += usage[key];
  return total;
}

export function times(usage: Usage, factor: number): Usage {
  const product = { ...usage };
  for (const key of metersOf(usage)) product[key] *= factor;
  return product;
}

export function atLeastNothing(usage: Usage): Usage {
  const result = { ...usage };
  for (const key of metersOf(usage)) result[key] = Math.max(0, usage[key]);
  return result;
}

function metersOf(usage: Usage): (keyof Usage)[] {
  return Object.keys(usage) as (keyof Usage)[];
}

/** `onTicketEvent` is the function `on-ticket-event`. */
function functionOf({ handler }: Taken): string {
  return handler.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

function ofInvocation({ cpuMs, logBytes }: Taken, calls: readonly RecordedCall[]): Usage {
  const of = (type: RecordedCall['type']) => calls.filter(call => call.type === type);
  const waited = calls.reduce((ms, { type }) => ms + ASSUMED_MS[type], ASSUMED_MS.invocation);
  const kvs = of('kvs').map(call => ({ call, sent: Buffer.byteLength(JSON.stringify(call.body)) }));
  const isRead = ({ call }: (typeof kvs)[number]) => /\/(get|query)$/.test(call.path);
  return {
    invocations: 1,
    gbSeconds: ((cpuMs + waited) / 1_000) * MEMORY_GB,
    sqlRequests: of('sql').length,
    sqlSeconds: of('sql').reduce((ms, call) => ms + call.ms, 0) / 1_000,
    // An empty read counts as 1 kB. Source: Forge, "Forge platform pricing".
    kvsReadBytes: kvs
      .filter(isRead)
      .reduce(
        (bytes, { call, sent }) => bytes + Math.max(call.bytes - sent, call.status === 404 ? 1_024 : 0),
        0,
      ),
    kvsWriteBytes: kvs.filter(each => !isRead(each)).reduce((bytes, { sent }) => bytes + sent, 0),
    logBytes,
    jiraCalls: of('jira').length,
  };
}

/** A month's free allowance of one app. Source: Forge, "Forge platform pricing". */
export const FREE = {
  gbSeconds: 200_000,
  sqlRequests: 100_000,
  sqlSeconds: 3_600,
  kvsReadBytes: 100_000_000,
  kvsWriteBytes: 100_000_000,
  logBytes: 1_000_000_000,
} as const satisfies Partial<Usage>;

/** US dollars for what is above it, per unit of {@link Usage}. Source: the same page. */
const PRICES: Record<keyof typeof FREE, number> = {
  gbSeconds: 0.000025,
  sqlRequests: 1.929 / 1_000_000,
  sqlSeconds: 0.143 / 3_600,
  kvsReadBytes: 0.055 / 1_000_000_000,
  kvsWriteBytes: 1.09 / 1_000_000_000,
  logBytes: 1.005 / 1_000_000_000,
};

const meters = z.array(z.enum(Object.keys(FREE) as [keyof typeof FREE])).parse(Object.keys(FREE));

/** Percent of the free allowance, by meter. */
export function shares(usage: Usage): Record<keyof typeof FREE, number> {
  return Object.fromEntries(meters.map(meter => [meter, (100 * usage[meter]) / FREE[meter]])) as Record<
    keyof typeof FREE,
    number
  >;
}

/** US dollars that a month costs above its allowance. */
export function dollars(usage: Usage): number {
  return meters.reduce((sum, meter) => sum + Math.max(0, usage[meter] - FREE[meter]) * PRICES[meter], 0);
}
