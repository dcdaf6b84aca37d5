import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { MatrixOffice } from '../test/acceptance/site/matrix-office.ts';
import type { RecordedCall } from '../sandbox/seams.ts';
import {
  millisecondsOf,
  ratioOf,
  rounded,
  spreadOf,
  takingTurns,
  type Benchmark,
  type Line,
} from './measure.ts';
import { onMeasuredSite, type MeasuredSite } from './site/measured-site.ts';

const ROWS = 10_000;
/** What the page sends at once: a request of Forge's front end may have 500 kB. */
const PART_CHARACTERS = 390_000;
const TURNS = 5;

/** A matrix of ten thousand rows, imported in parts as the page does, beside reading the same file and no more. */
export const matrixImport: Benchmark = {
  names: ['import', 'import-part', 'import-statements'],
  run: () => onMeasuredSite(measureImport),
};

async function measureImport(site: MeasuredSite): Promise<Line[]> {
  const office = await MatrixOffice.of(await site.governance());
  const [header = ''] = (await office.exported()).split('\n');
  let turn = 0;
  const fileOfTurn = () => csvOf(header, turn);
  const calls: RecordedCall[][] = [];
  site.taken();
  const { subject, baseline } = await takingTurns(
    TURNS,
    async () => {
      turn += 1;
      const parts = partsOf(fileOfTurn());
      let took = 0;
      calls.push(
        await office.site.sandbox.callsDuring(async () => {
          took = await millisecondsOf(() => importParts(office, parts));
        }),
      );
      return took;
    },
    () => millisecondsOf(() => parse(fileOfTurn(), { bom: true, info: true, skipEmptyLines: true })),
  );
  const functions = site.taken().filter(({ handler, wallMs }) => handler === 'resolver' && wallMs > 1);
  const statements = calls.map(each => each.filter(({ type }) => type === 'sql').length);
  return [
    {
      name: 'import',
      unit: 'ms for 10,000 rows',
      ...subject,
      baseline: { name: 'csv-parse on the same file', ...baseline },
      ratio: ratioOf(subject, baseline),
      goal: 'no ratio is asked for; each part within the 25 s of a function',
      with: {
        rows: ROWS,
        rowsPerSecond: Math.round(ROWS / (subject.median / 1_000)),
        parts: partsOf(fileOfTurn()).length,
      },
    },
    {
      name: 'import-part',
      unit: 'ms of a function, each part',
      ...spreadOf(functions.map(({ wallMs }) => wallMs)),
      baseline: null,
      ratio: null,
      goal: '≤ 25,000',
    },
    {
      name: 'import-statements',
      unit: 'SQL statements of an import',
      ...spreadOf(statements),
      baseline: null,
      ratio: null,
      goal: '≤ 150 in a second',
      with: { perSecond: rounded(Math.max(...statements) / (subject.min / 1_000)) },
    },
  ];
}

async function importParts(office: MatrixOffice, parts: readonly string[]): Promise<void> {
  const upload = randomUUID();
  for (const [at, text] of parts.entries()) {
    const reply = await office.import(text, { part: { upload, number: at + 1, of: parts.length } });
    if (!reply.ok) throw new Error(`Part ${at + 1} was refused: ${reply.code}: ${reply.message}`);
  }
}

function partsOf(csv: string): string[] {
  return Array.from({ length: Math.ceil(csv.length / PART_CHARACTERS) }, (_, at) =>
    csv.slice(at * PART_CHARACTERS, (at + 1) * PART_CHARACTERS),
  );
}

/** Every row differs from turn to turn, or an import would find most of its work done. */
function csvOf(header: string, turn: number): string {
  const lines = Array.from({ length: ROWS }, (_, at) => lineOf(at, turn));
  return [header, ...lines].join('\n').concat('\n');
}

function lineOf(at: number, turn: number): string {
  const tasks = `Operate control ${at} as edition ${turn} of its runbook describes; record each run and follow up what fails.`;
  const cells = [
    `row-${String(at).padStart(5, '0')}`,
    'Governance',
    `Activity ${at}`,
    'aws',
    'shared',
    'ciso',
  ];
  return [
    ...cells,
    'iam-lead;ciso',
    '',
    '',
    tasks,
    tasks,
    'Policy 3',
    'RB-1',
    'Remit',
    tasks,
    'MSA 4',
    'Quarterly',
  ].join(',');
}
