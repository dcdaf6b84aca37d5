import { z } from 'zod';
import type { RecordedCall } from '../../sandbox/seams.ts';
import { millisecondsOf, rounded, spreadOf, type Benchmark, type Line } from '../measure.ts';
import { onMeasuredSite, type MeasuredSite } from '../site/measured-site.ts';
import { multiplyTicket } from './multiply-ticket.ts';

const TICKETS = 10_000;
/** The `timeoutSeconds` of on-upkeep-job in manifest.yml. */
const FUNCTION_MS = 300_000;
/** What Jira gives an app in an hour, on all its sites together. Source: Jira Cloud, "Rate limiting", tier 1. */
const POINTS_AN_HOUR = 65_000;

/** Sweeps of ten thousand open tickets, all as they should be, on the sandbox's local Jira and its embedded database. */
export const sweep: Benchmark = {
  names: ['sweep-all', 'sweep-all-job', 'sweep-quiet'],
  run: () =>
    onMeasuredSite(async site => {
      const space = await site.governance();
      const request = await space.submitted();
      multiplyTicket(site.dataFolder(), request, TICKETS - 1);
      await site.sandbox.restart();
      const all = await measured(site, () => site.sandbox.advance('P1D'));
      await site.sandbox.advance('PT7H');
      const quiet = await measured(site, () => site.sandbox.advance('PT1H'));
      return [...linesOfAll(all), lineOfQuiet(quiet)];
    }),
};

interface Measured {
  ms: number;
  /** Of each function's jobs. */
  jobs: number[];
  calls: RecordedCall[];
}

async function measured(site: MeasuredSite, act: () => Promise<unknown>): Promise<Measured> {
  await site.sandbox.settle();
  site.taken();
  let ms = 0;
  const calls = await site.sandbox.callsDuring(async () => {
    ms = await millisecondsOf(act);
  });
  const jobs = site.taken().filter(({ handler }) => handler === 'onUpkeepJob');
  return { ms, jobs: jobs.map(({ wallMs }) => wallMs), calls };
}

function linesOfAll({ ms, jobs, calls }: Measured): Line[] {
  return [
    {
      name: 'sweep-all',
      unit: 'ms for 10,000 tickets',
      ...spreadOf([ms]),
      baseline: null,
      ratio: null,
      goal: 'once a day; within the hour, with the calls within the limits',
      with: countsOf(calls),
    },
    {
      name: 'sweep-all-job',
      unit: 'ms of a function, each page',
      ...spreadOf(jobs),
      baseline: null,
      ratio: null,
      goal: `≤ ${FUNCTION_MS}`,
      with: { jobs: jobs.length },
    },
  ];
}

function lineOfQuiet({ ms, calls }: Measured): Line {
  return {
    name: 'sweep-quiet',
    unit: 'ms of an hour in which nothing has changed',
    ...spreadOf([ms]),
    baseline: null,
    ratio: null,
    goal: 'does not grow with the tickets',
    with: countsOf(calls),
  };
}

const pushed = z.object({ payload: z.array(z.unknown()) });

/** What the calls cost against Jira's hourly points, and the largest push against the queue's limits. */
function countsOf(calls: readonly RecordedCall[]): Record<string, unknown> {
  const of = (type: RecordedCall['type']) => calls.filter(call => call.type === type);
  const pushes = of('queue').map(({ body }) => ({
    events: pushed.parse(body).payload.length,
    kB: rounded(Buffer.byteLength(JSON.stringify(body)) / 1_000),
  }));
  const searched = of('jira').filter(({ path }) => path.endsWith('/search/jql')).length;
  return {
    jiraCalls: of('jira').length,
    jiraPoints: of('jira').length + TICKETS * (searched > 1 ? 1 : 0),
    jiraPointsAnHour: POINTS_AN_HOUR,
    sqlStatements: of('sql').length,
    largestAnswerOfSqlInKB: rounded(Math.max(0, ...of('sql').map(({ bytes }) => bytes)) / 1_000),
    kvsReads: of('kvs').length,
    pushes: pushes.length,
    largestPush: {
      events: Math.max(0, ...pushes.map(({ events }) => events)),
      kB: Math.max(0, ...pushes.map(({ kB }) => kB)),
    },
    refused: calls.filter(({ status }) => status >= 400 && status !== 404).length,
  };
}
