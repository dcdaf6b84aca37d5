import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { DOMAINS } from '../src/domain/responsibility/domains.ts';
import type * as Resolve from '../src/domain/responsibility/resolve';
import { bundle, inTemporaryFolder } from './bundle.ts';
import { millisecondsOf, ratioOf, takingTurns, type Benchmark, type Line } from './measure.ts';

type Allocation = Resolve.Allocation;
type Row = Parameters<typeof Resolve.indexResponsibilities>[0][number];
type Question = Resolve.RouteQuestion;

const ROWS = 10_000;
const SERVICES = 200;
/** Resolutions per sample: one of them takes microseconds. */
const AT_ONCE = 5_000;
const TURNS = 25;

/** Who is accountable, asked of a large matrix by its index, and by looking at every row. */
export const resolution: Benchmark = {
  names: ['resolution', 'resolution-index'],
  run: () =>
    inTemporaryFolder(async folder => {
      const file = await bundle('src/domain/responsibility/resolve.ts', join(folder, 'resolve.mjs'));
      return measure((await import(pathToFileURL(file).href)) as typeof Resolve);
    }),
};

async function measure(domain: typeof Resolve): Promise<Line[]> {
  const rows = matrix();
  const allocation = allocationOf(domain.indexResponsibilities(rows));
  const questions = Array.from({ length: AT_ONCE }, (_, at) => questionAbout(rows, at));
  refuseDifferentAnswers(domain, rows, allocation, questions);
  const each = (answer: (question: Question) => unknown) => async () =>
    ((await millisecondsOf(() => {
      for (const question of questions) answer(question);
    })) /
      AT_ONCE) *
    1_000;
  const { subject, baseline } = await takingTurns(
    TURNS,
    each(question => domain.resolve(question, allocation)),
    each(question => scanned(domain, rows, allocation, question)),
  );
  const index = await takingTurns(
    TURNS,
    () => millisecondsOf(() => domain.indexResponsibilities(rows)),
    () => millisecondsOf(() => rows.map(row => row.id).sort()),
  );
  return [
    {
      name: 'resolution',
      unit: 'µs per resolution',
      ...subject,
      baseline: { name: 'the same with a scan of all rows', ...baseline },
      ratio: ratioOf(baseline, subject),
      goal: 'scan / index ≥ 100',
      with: { rows: ROWS, services: SERVICES },
    },
    {
      name: 'resolution-index',
      unit: 'ms to build the index',
      ...index.subject,
      baseline: { name: 'sorting the ids of the rows', ...index.baseline },
      ratio: ratioOf(index.subject, index.baseline),
      goal: 'reported apart from the resolution',
      with: { rows: ROWS },
    },
  ];
}

function matrix(): Row[] {
  return Array.from({ length: ROWS }, (_, at): Row => ({
    id: `row-${String(at).padStart(5, '0')}`,
    domain: domainAt(at),
    activity: at % 25 === 0 ? '' : `Activity ${Math.floor(at / SERVICES)}`,
    service: at % 10 === 0 ? '*' : `service-${at % SERVICES}`,
    party: 'shared',
    accountable: 'role',
    responsible: ['role'],
    consulted: [],
    informed: [],
    customerTasks: 'Configure it.',
    providerTasks: 'Run it.',
    policy: '',
    procedure: '',
    systemOfRecord: '',
    evidence: '',
    contractClause: '',
    frequency: '',
  }));
}

function domainAt(at: number): Row['domain'] {
  const domain = DOMAINS[at % DOMAINS.length];
  if (domain === undefined) throw new RangeError('There are no domains.');
  return domain;
}

/** About a row of the matrix, or, one time in five, about an activity that only a more general row answers for. */
function questionAbout(rows: readonly Row[], at: number): Question {
  const row = rows[(at * 7_919) % rows.length];
  if (!row) throw new RangeError('The matrix is empty.');
  return {
    domain: row.domain,
    activity: at % 5 === 0 ? 'An activity of its own' : row.activity,
    service: row.service === '*' ? `service-${at % SERVICES}` : row.service,
    at: AT,
    excluded: new Set(),
  };
}

const AT = '2026-10-01T12:00:00.000Z' as Question['at'];

function allocationOf(rows: Allocation['rows']): Allocation {
  const services = Array.from({ length: SERVICES }, (_, at) => ({
    key: `service-${at}`,
    name: `Service ${at}`,
    provider: 'Provider',
    model: 'SaaS' as const,
    viewpoint: 'customer' as const,
    material: true,
    contract: '',
  }));
  const person = { accountId: 'holder', displayName: 'Holder', active: true, kind: 'person' as const };
  return {
    matrix: { number: 1, contentHash: 'hash' },
    rows,
    roles: [{ key: 'role', name: 'Role', kind: 'internal', charter: '' }],
    holders: [
      {
        role: 'role',
        accountId: 'holder',
        capacity: 'holder',
        from: '2026-01-01T00:00:00.000Z' as Question['at'],
        to: null,
      },
    ],
    services: { named: services, register: [] },
    accounts: new Map([['holder', person]]),
    matrixApproverRole: 'role',
  };
}

/** What one would write first: four looks at all rows, the most specific row first. All else is the same. */
function scanned(
  { resolve, indexResponsibilities }: typeof Resolve,
  rows: readonly Row[],
  allocation: Allocation,
  question: Question,
): ReturnType<typeof Resolve.resolve> {
  const wanted = [
    [question.activity, question.service],
    [question.activity, '*'],
    ['', question.service],
    ['', '*'],
  ];
  const [row] = wanted.flatMap(
    ([activity, service]) =>
      rows.find(
        each => each.domain === question.domain && each.activity === activity && each.service === service,
      ) ?? [],
  );
  return resolve(question, { ...allocation, rows: indexResponsibilities(row ? [row] : []) });
}

/** A comparison of two that do not do the same would be worth nothing. */
function refuseDifferentAnswers(
  domain: typeof Resolve,
  rows: readonly Row[],
  allocation: Allocation,
  questions: readonly Question[],
): void {
  for (const question of questions) {
    const [one, other] = [domain.resolve(question, allocation), scanned(domain, rows, allocation, question)];
    if (JSON.stringify(one) !== JSON.stringify(other))
      throw new Error(`Index and scan disagree about ${JSON.stringify(question)}`);
  }
}
