import { rounded, spreadOf, type Benchmark, type Line } from '../measure.ts';
import { onMeasuredSite, type MeasuredSite } from '../site/measured-site.ts';
import { livesOn, type Life } from './lives.ts';
import {
  ASSUMED_MS,
  atLeastNothing,
  dollars,
  NOTHING,
  shares,
  sum,
  times,
  usageOf,
  type Usage,
} from './usage.ts';

/** Lives measured of each work type; the first warms the functions up and is not counted. */
const LIVES = 4;
const TICKETS_A_MONTH = 10_000;
/** Tickets that stand open while the sweep is measured. */
const SWEPT = 80;
const DAYS = 30;
const SWEEPS_A_DAY = 24;
/** Whatever changed in the last six hours is looked at by every sweep. */
const LOOKED_AT_AGAIN = 6;
const CHANGES_A_LIFE = 6;

/** The share of a month's free allowance that ten thousand tickets use, from the calls measured over their lives. */
export const monthlyCost: Benchmark = {
  names: [
    'cost-cloud-account-request',
    'cost-access-request',
    'cost-responsibility-change',
    'cost-sweep',
    'cost-month',
  ],
  run: () => onMeasuredSite(measureCost),
};

type ByFunction = Record<string, Usage>;

async function measureCost(site: MeasuredSite): Promise<Line[]> {
  const accounts = await site.governance();
  const lives = await livesOn(accounts, await site.governance('Remit: Access request'));
  const sweeps = await measureSweeps(site, () => accounts.raise());
  const measured: { life: Life; each: ByFunction[]; steps: Record<string, Usage> }[] = [];
  for (const life of lives) measured.push({ life, ...(await measureLife(site, life)) });
  const month = sum([
    ...measured.map(({ life, each }) => times(perTicket(each), life.tickets)),
    monthOfSweeps(lives, sweeps),
    ...measured.map(({ life, steps }) => routedAnew(lives, life, steps)),
  ]);
  return [
    ...measured.map(({ life, each, steps }) => lifeLine(life, each, steps)),
    sweepLine(sweeps),
    monthLine(month, monthOfSweeps(lives, sweeps)),
  ];
}

async function measureLife(
  site: MeasuredSite,
  life: Life,
): Promise<{ each: ByFunction[]; steps: Record<string, Usage> }> {
  const each: ByFunction[] = [];
  const steps: Record<string, Usage> = {};
  for (let nth = 0; nth < LIVES; nth += 1) {
    const functions: Record<string, Usage[]> = {};
    for (const [step, act] of life.begin()) {
      const usage = await usageOf(site, act);
      for (const [name, used] of Object.entries(usage)) (functions[name] ??= []).push(used);
      steps[step] = sum(Object.values(usage));
    }
    if (nth > 0)
      each.push(Object.fromEntries(Object.entries(functions).map(([name, used]) => [name, sum(used)])));
  }
  return { each, steps };
}

/** What a sweep uses whatever there is, and for each ticket that is open. */
interface Sweep {
  once: Usage;
  perTicket: Usage;
}

/** The first of a day, which looks at every ticket, and the others, while nothing has changed. */
interface Sweeps {
  first: Sweep;
  later: Sweep;
}

async function measureSweeps(site: MeasuredSite, raise: () => Promise<unknown>): Promise<Sweeps> {
  // A leap of the clock over several turns of the scheduled trigger brings one.
  const leap = async (duration: string) =>
    sum(Object.values(await usageOf(site, () => site.sandbox.advance(duration))));
  const run = async () => {
    const first = await leap('P1D');
    await leap('PT7H');
    return { first, later: await leap('PT1H') };
  };
  const before = await run();
  for (let nth = 0; nth < SWEPT; nth += 1) await raise();
  const after = await run();
  const split = (one: Usage, other: Usage) => ({
    once: one,
    // What costs a page of tickets nothing more may well be measured as less.
    perTicket: atLeastNothing(times(sum([other, times(one, -1)]), 1 / SWEPT)),
  });
  return { first: split(before.first, after.first), later: split(before.later, after.later) };
}

function monthOfSweeps(lives: readonly Life[], { first, later }: Sweeps): Usage {
  const open = openAtOnce(lives);
  const recent = times(first.perTicket, TICKETS_A_MONTH * CHANGES_A_LIFE * LOOKED_AT_AGAIN);
  const all = ({ once, perTicket }: Sweep) => sum([once, times(perTicket, open)]);
  return sum([times(all(first), DAYS), times(all(later), DAYS * (SWEEPS_A_DAY - 1)), recent]);
}

/** Another matrix routes every open ticket again: those measured with it stand for all. */
function routedAnew(
  lives: readonly Life[],
  { workType, tickets }: Life,
  { Approve }: Record<string, Usage>,
): Usage {
  if (workType !== 'Responsibility change' || !Approve) return NOTHING;
  return times(Approve, (tickets * openAtOnce(lives)) / SWEPT);
}

function openAtOnce(lives: readonly Life[]): number {
  return lives.reduce((sum, life) => sum + (life.tickets * life.openDays) / DAYS, 0);
}

function perTicket(each: readonly ByFunction[]): Usage {
  return times(sum(each.flatMap(functions => Object.values(functions))), 1 / each.length);
}

function lifeLine(life: Life, each: readonly ByFunction[], steps: Record<string, Usage>): Line {
  const names = [...new Set(each.flatMap(functions => Object.keys(functions)))];
  const ofFunction = (name: string) => {
    const used = each.flatMap(functions => functions[name] ?? []);
    return figures(times(sum(used), 1 / each.length));
  };
  return {
    name: `cost-${life.workType.toLowerCase().replaceAll(' ', '-')}`,
    unit: 'SQL requests per ticket',
    ...spreadOf(each.map(functions => sum(Object.values(functions)).sqlRequests)),
    baseline: null,
    ratio: null,
    goal: '10,000 tickets within 10 % of 100,000 SQL requests: 1 per ticket',
    with: {
      functions: Object.fromEntries(names.map(name => [name, ofFunction(name)])),
      sqlRequestsByStep: Object.fromEntries(
        Object.entries(steps).map(([step, used]) => [step, used.sqlRequests]),
      ),
    },
  };
}

function sweepLine({ first, later }: Sweeps): Line {
  const of = ({ once, perTicket }: Sweep) => ({ once: figures(once), perTicket: figures(perTicket) });
  return {
    name: 'cost-sweep',
    unit: 'SQL requests of the first sweep of a day, for each open ticket',
    ...spreadOf([first.perTicket.sqlRequests]),
    baseline: null,
    ratio: null,
    goal: 'part of cost-month',
    with: { firstOfTheDay: of(first), later: of(later) },
  };
}

function monthLine(month: Usage, sweeps: Usage): Line {
  const used = shares(month);
  return {
    name: 'cost-month',
    unit: '% of the free allowance, of the meter that is used most',
    ...spreadOf([Math.max(...Object.values(used))]),
    baseline: null,
    ratio: null,
    goal: '≤ 10 %',
    with: {
      tickets: TICKETS_A_MONTH,
      percent: rounding(used),
      used: figures(month),
      ofWhichSweeps: rounding(shares(sweeps)),
      dollarsAboveTheAllowance: rounded(dollars(month)),
      assumedMs: ASSUMED_MS,
    },
  };
}

function figures(usage: Usage): Record<string, number> {
  return rounding({ ...usage });
}

function rounding(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]));
}
