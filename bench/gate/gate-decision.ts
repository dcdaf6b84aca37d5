import { z } from 'zod';
import type { RecordedCall } from '../../sandbox/seams.ts';
import type { CloudAccountRequest } from '../../test/acceptance/site/cloud-account-request.ts';
import { COMPLETE, type Governance } from '../../test/acceptance/site/governance.ts';
import { ratioOf, spreadOf, type Benchmark, type Line } from '../measure.ts';
import { onMeasuredSite, type MeasuredSite, type Taken } from '../site/measured-site.ts';
import type { DecisionCalls } from './same-calls.ts';

const TICKETS = 70;
/** So many are decided without a companion, so that the calls are the app's alone. */
const COUNTED = 10;
/** The code is compiled while it runs for the first times: those say nothing of a warm function. */
const WARMING = 10;

const TRANSITIONS = ['submit', 'approve', 'provision'] as const;
const MEASURES = ['wall', 'cpu', 'calls'] as const;

/**
 * Decisions of the gate as the sandbox's workers run it, from the first line of the handler to its answer, each beside
 * a function that makes the same calls of the same packages and decides nothing, in the same thread.
 */
export const gateDecision: Benchmark = {
  names: TRANSITIONS.flatMap(transition => MEASURES.map(measure => `gate-${transition}-${measure}`)),
  run: () => onMeasuredSite(measureGates),
};

type Transition = (typeof TRANSITIONS)[number];

/** How a request is moved; Submit names people on its screen. */
const MOVES: Record<Transition, (request: CloudAccountRequest, nth: number) => Promise<void>> = {
  submit: request =>
    request.mustMove('engineer', 'Submit', { 'Account owner': 'engineer2', 'Security contact': 'secops' }),
  approve: request => request.mustMove('cloud', 'Approve'),
  provision: (request, nth) =>
    request.mustMove('cloud', 'Provision', { 'Account ID': String(100_000_000_000 + nth) }),
};

const GOALS: Record<Transition, string> = {
  submit: 'Jira calls ≤ 2 (the screen sets people), SQL statements ≤ 2',
  approve: 'Jira calls ≤ 1, SQL statements ≤ 2',
  provision: 'Jira calls ≤ 1, SQL statements ≤ 2; the reservation of the account is one more',
};

async function measureGates(site: MeasuredSite): Promise<Line[]> {
  const space = await site.governance();
  const requests: CloudAccountRequest[] = [];
  for (let nth = 0; nth < TICKETS; nth += 1) requests.push(await space.raise(withoutPeople()));
  const lines: Line[] = [];
  for (const transition of TRANSITIONS) lines.push(...(await measureGate(site, space, transition, requests)));
  return lines;
}

function withoutPeople() {
  const { 'Account owner': _owner, 'Security contact': _contact, ...others } = COMPLETE;
  return others;
}

async function measureGate(
  site: MeasuredSite,
  space: Governance,
  transition: Transition,
  requests: readonly CloudAccountRequest[],
): Promise<Line[]> {
  const move = MOVES[transition];
  const decisions: RecordedCall[][] = [];
  for (const [nth, request] of requests.entries()) {
    const calls = await space.sandbox.callsDuring(() => move(request, nth));
    const ofGate = calls.filter(call => call.function === 'decide-gate');
    if (nth < COUNTED) decisions.push(ofGate);
    if (nth === COUNTED - 1) {
      site.imitate(callsOf(request, ofGate));
      site.taken();
    }
  }
  site.imitate(null);
  const gates = site.taken().filter(({ handler }) => handler === 'decideGate');
  return [
    ...(['wall', 'cpu'] as const).map(measure => timeLine(transition, measure, gates)),
    countLine(transition, decisions),
  ];
}

function timeLine(transition: Transition, measure: 'wall' | 'cpu', gates: readonly Taken[]): Line {
  const of = (who: Taken['who']) =>
    spreadOf(
      gates
        .filter(gate => gate.who === who)
        .slice(WARMING)
        .map(({ wallMs, cpuMs }) => (measure === 'wall' ? wallMs : cpuMs)),
    );
  const [subject, baseline] = [of('app'), of('same calls')];
  return {
    name: `gate-${transition}-${measure}`,
    unit: 'ms',
    ...subject,
    baseline: { name: 'the same calls and nothing else', ...baseline },
    ratio: ratioOf(subject, baseline),
    goal: '≤ 2 × the same calls',
  };
}

function countLine(transition: Transition, decisions: readonly (readonly RecordedCall[])[]): Line {
  const counts = (type: RecordedCall['type']) =>
    spreadOf(decisions.map(calls => calls.filter(call => call.type === type).length));
  return {
    name: `gate-${transition}-calls`,
    unit: 'SQL statements',
    ...counts('sql'),
    baseline: null,
    ratio: null,
    goal: GOALS[transition],
    with: { jiraCalls: counts('jira'), kvsReads: counts('kvs'), queuePushes: counts('queue') },
  };
}

const keyed = z.object({ key: z.string() });
const statement = z.object({
  query: z.string(),
  params: z.array(z.union([z.string(), z.number(), z.null()])),
});

function callsOf({ key, id }: CloudAccountRequest, calls: readonly RecordedCall[]): DecisionCalls {
  const bodies = (type: RecordedCall['type']) =>
    calls.filter(call => call.type === type).map(({ body }) => body);
  return {
    key,
    id,
    configurationKey: keyed.parse(bodies('kvs')[0]).key,
    jiraPaths: calls.filter(({ type }) => type === 'jira').map(({ path }) => path),
    statements: bodies('sql').map(body => statement.parse(body)),
  };
}
