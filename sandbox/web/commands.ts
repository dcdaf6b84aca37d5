/** The sandbox's own commands, for development and tests. The app knows nothing of them. */
import { z } from 'zod';
import type { SandboxClock } from '../clock.ts';
import type { Fault, ForgeHost, HostSettings, JiraSite } from '../seams.ts';
import { millisecondsOf } from './duration.ts';
import type { Answer } from './exchange.ts';

export interface CommandWorld {
  jira: JiraSite;
  host: ForgeHost;
  clock: SandboxClock;
}

const Clock = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ set: z.iso.datetime({ message: 'an instant in UTC such as 2026-12-01T00:00:00Z' }) }),
]);
const FaultBody = z.strictObject({
  match: z.strictObject({
    type: z.enum(['jira', 'sql', 'kvs', 'queue']).optional(),
    path: z.string().optional(),
    function: z.string().optional(),
  }),
  after: z.int().min(0).optional(),
  status: z.int().min(100).max(599).optional(),
  delayMs: z.int().min(0).optional(),
  drop: z.boolean().optional(),
  timeOut: z.boolean().optional(),
  times: z.int().min(1),
});

const Settle = z.strictObject({ late: z.enum(['deliver', 'keep']).optional() });
/** Source: Forge, trigger module, "Event delivery delay". */
const LATEST_EVENT_MS = 180_000;
const Settings = z.strictObject({
  eventDelay: z.string().optional(),
  pointsPerHour: z.int().min(0).max(65_000).optional(),
});

/** `{advance:"P30D"}` or `{set:"…Z"}`; answers `{now}`. Time only moves forward. */
export function moveClock({ clock, host }: CommandWorld, body: unknown): Answer {
  const parsed = Clock.safeParse(body);
  if (!parsed.success)
    return bad('Say {"advance": "P30D"} or {"set": "2026-12-01T00:00:00Z"}.', parsed.error);
  const move = parsed.data;
  const ms = 'advance' in move ? millisecondsOf(move.advance) : Date.parse(move.set) - clock.now();
  if (ms === undefined)
    return bad(
      'advance is an ISO 8601 duration in weeks, days, hours, minutes and seconds, such as P30D or PT1H.',
    );
  if (ms < 0) return bad(`The clock only moves forward; it is ${clock.iso()}.`);
  clock.advance(ms);
  host.clockMoved();
  return { status: 200, json: { now: clock.iso() } };
}

/** Runs a scheduled trigger now and answers the status that the platform records; 404 for a key that the manifest doesn't name (the host's RangeError), 500 when it throws. */
export async function runScheduled(
  { host }: CommandWorld,
  key: string,
  report: (error: unknown) => void,
): Promise<Answer> {
  try {
    const { statusCode } = await host.runScheduled(key);
    return { status: 200, json: { ran: key, statusCode } };
  } catch (error) {
    if (error instanceof Error && error.name === 'RangeError')
      return { status: 404, json: { message: error.message } };
    report(error);
    return { status: 500, json: { message: `There was an error running ${key}.` } };
  }
}

/**
 * Answers once nothing is pending. Late events are delivered at once; `{late:"keep"}` leaves them for the clock.
 * Twice over, because the app's last write can raise an event in Jira, and so on.
 */
export async function settle({ jira, host }: CommandWorld, body: unknown): Promise<Answer> {
  const parsed = Settle.safeParse(body ?? {});
  if (!parsed.success) return bad('Say nothing, or {"late": "keep"}.', parsed.error);
  for (let round = 0; round < 2; round += 1) {
    await jira.idle();
    await host.settle(parsed.data.late);
  }
  return { status: 200, json: { settled: true } };
}

/** `{eventDelay:"PT3M"}` and `{pointsPerHour:1000}`, one or both or none; answers all settings. */
export function change({ host }: CommandWorld, body: unknown): Answer {
  const parsed = Settings.safeParse(body ?? {});
  if (!parsed.success) return bad('Not settings.', parsed.error);
  const { eventDelay, pointsPerHour } = parsed.data;
  const eventDelayMs = eventDelay === undefined ? undefined : millisecondsOf(eventDelay);
  if (eventDelay !== undefined && (eventDelayMs === undefined || eventDelayMs > LATEST_EVENT_MS))
    return bad('eventDelay is an ISO 8601 duration of at most PT3M: Forge delivers events within 3 minutes.');
  const settings: Partial<HostSettings> = {
    ...(eventDelayMs === undefined ? {} : { eventDelayMs }),
    ...(pointsPerHour === undefined ? {} : { pointsPerHour }),
  };
  const inForce = host.set(settings);
  return {
    status: 200,
    json: { eventDelay: `PT${String(inForce.eventDelayMs / 1000)}S`, pointsPerHour: inForce.pointsPerHour },
  };
}

/** What the app's calls to Jira cost in the present hour. */
export function points({ host }: CommandWorld): Answer {
  return { status: 200, json: host.points() };
}

/** The app's calls after number `since` (0 when absent), and in a header what they cost together. */
export function calls({ host }: CommandWorld, query: URLSearchParams): Answer {
  const since = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(query.get('since') ?? '0');
  if (!since.success) return bad('since is a whole number from 0.');
  const made = host.calls(since.data);
  const total = made.reduce((sum, call) => sum + call.points, 0);
  return { status: 200, headers: { 'x-sandbox-points': String(total) }, json: made };
}

/** Makes the next matching calls of the app fail. */
export function addFault({ host }: CommandWorld, body: unknown): Answer {
  const parsed = FaultBody.safeParse(body);
  if (!parsed.success) return bad('Not a fault.', parsed.error);
  host.addFault(withoutUndefined(parsed.data));
  return { status: 200, json: { added: true } };
}

/** Forgets the faults that no call has met. */
export function clearFaults({ host }: CommandWorld): Answer {
  host.clearFaults();
  return { status: 200, json: { cleared: true } };
}

function bad(message: string, error?: z.ZodError): Answer {
  return { status: 400, json: { message: error ? `${message}\n${z.prettifyError(error)}` : message } };
}

/** Absent and undefined are different to the shapes of the sandbox; JSON only knows absent. */
function withoutUndefined(fault: z.infer<typeof FaultBody>): Fault {
  return JSON.parse(JSON.stringify(fault)) as Fault;
}
