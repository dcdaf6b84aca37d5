/** Files for import: of bytes at random, of good files spoiled, and of good files with faults in known lines. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { nastyText } from './nasty.ts';

const COMPANY = join(resolve(import.meta.dirname, '..', '..'), 'sandbox', 'company');

export type Dataset = 'roles' | 'holders' | 'services' | 'responsibilities';

export interface FuzzedFile {
  dataset: Dataset;
  csv: string;
  dryRun: boolean;
  /** The lines that are wrong for certain, where they are known: each has to be named. */
  wrongLines?: number[];
}

/** A column of each file, and what can never stand in it. */
const NEVER: Record<Dataset, readonly (readonly [column: string, cell: string])[]> = {
  roles: [
    ['key', 'Not A Key'],
    ['key', ''],
    ['kind', 'wizard'],
    ['name', ''],
    ['name', 'n'.repeat(256)],
  ],
  holders: [
    ['role', 'no-such-role'],
    ['email', 'nobody@example.invalid'],
    ['capacity', 'king'],
    ['from', 'yesterday'],
    ['to', '2026-02-30'],
  ],
  services: [
    ['key', 'ÄWS'],
    ['model', 'XaaS'],
    ['viewpoint', 'sideways'],
    ['material', 'perhaps'],
    ['provider', ''],
  ],
  responsibilities: [
    ['id', ''],
    ['domain', 'Cooking'],
    ['party', 'nobody'],
    ['service', ''],
    ['frequency', 'f'.repeat(65)],
  ],
};
const DATASETS = ['roles', 'holders', 'services', 'responsibilities'] as const;

/** The sample company's own files: no cell of theirs has a comma, a quote or a new line in it, or it is quoted whole. */
const GOOD: Record<Dataset, string> = {
  roles: read('roles'),
  holders: read('holders'),
  services: read('services'),
  responsibilities: read('responsibilities'),
};

const dataset = fc.constantFrom(...DATASETS);

/** Bytes, read as if they were text. */
const bytes = fc
  .tuple(
    dataset,
    fc.uint8Array({ maxLength: 400 }),
    fc.constantFrom('latin1', 'utf8', 'utf16le'),
    fc.boolean(),
  )
  .map(([of, raw, encoding, dryRun]): FuzzedFile => {
    return { dataset: of, csv: Buffer.from(raw).toString(encoding), dryRun };
  });

type Spoil = (csv: string, at: number, text: string) => string;
const SPOILS: readonly Spoil[] = [
  (csv, at, text) => csv.slice(0, at) + text + csv.slice(at),
  (csv, at, text) => csv.slice(0, at) + csv.slice(at + text.length + 1),
  (csv, at) => csv.slice(0, at),
  (csv, at) => `${csv.slice(0, at)}"${csv.slice(at)}`,
  csv => csv.replaceAll('\n', '\r\n'),
  csv => csv.replaceAll('\n', '\r'),
  csv => `\uFEFF${csv}`,
  csv => `\uFEFF\uFEFF${csv}`,
  csv => csv.replaceAll(',', ';'),
  csv => csv.replaceAll(',', '\t'),
  csv => Buffer.from(csv, 'utf8').toString('latin1'),
  csv => Buffer.from(csv, 'latin1').toString('utf8'),
  csv => Buffer.from(csv, 'utf16le').toString('latin1'),
  csv => csv.slice(csv.indexOf('\n') + 1),
  csv => csv + csv,
  csv => csv.toUpperCase(),
  (csv, _at, text) => csv.replace(/^[^,]*,/, `${text.replaceAll(/[",\n\r]/g, '')},`),
  csv => csv.replace(/^([^,]*),([^,]*)/, '$2,$1'),
  csv => csv.replace(/^([^,]*),([^,]*)/, '$1,$1'),
  (csv, at, text) =>
    csv
      .split('\n')
      .map((line, number) => (number === at % 20 ? `${line},${text}` : line))
      .join('\n'),
  csv => `${csv}${'\n'.repeat(50)}`,
  (csv, at, text) => csv.replaceAll(',', `${' '.repeat(at % 5)},${text.includes('"') ? '' : ' '}`),
];

const spoiledFile = fc
  .tuple(
    dataset,
    fc.array(fc.tuple(fc.constantFrom(...SPOILS), fc.nat({ max: 40_000 }), nastyText), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.boolean(),
  )
  .map(([of, spoils, dryRun]): FuzzedFile => {
    const whole = GOOD[of];
    const csv = spoils.reduce(
      (text, [spoil, at, more]) => spoil(text, at % Math.max(1, text.length), more),
      whole,
    );
    return { dataset: of, csv: csv.slice(0, 400_000), dryRun };
  });

/** Every cell of a column of a row replaced by a nasty text: right or wrong, it is said or kept whole. */
const nastyCells = fc
  .tuple(
    dataset,
    fc.array(fc.tuple(fc.nat(), fc.nat(), nastyText), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([of, changes, dryRun]): FuzzedFile => {
    const rows = rowsOf(GOOD[of]);
    for (const [line, column, text] of changes) {
      const row = rows[1 + (line % (rows.length - 1))];
      if (row) row[column % row.length] = text;
    }
    return { dataset: of, csv: written(rows), dryRun };
  });

/** Faults in known lines, in a file with any ends of lines and cells of several lines. */
const wrongInKnownLines = dataset.chain(of =>
  fc
    .record({
      faults: fc.uniqueArray(fc.tuple(fc.nat(), fc.constantFrom(...NEVER[of])), {
        minLength: 1,
        maxLength: 5,
      }),
      dryRun: fc.boolean(),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      long: fc.nat({ max: 20 }),
      blank: fc.nat({ max: 20 }),
    })
    .map(({ faults, dryRun, newline, long, blank }): FuzzedFile => {
      const rows = rowsOf(GOOD[of]);
      const [header = [], ...body] = rows;
      const last = header.length - 1;
      // A day is not written in three lines.
      if (of !== 'holders') body[long]?.splice(last, 1, `one${newline}two${newline}three`);
      const wrong = new Set<number>();
      for (const [at, [column, cell]] of faults) {
        const row = body[at % body.length];
        if (!row) continue;
        row[header.indexOf(column)] = cell;
        wrong.add(at % body.length);
      }
      const heights = body.map(row => row.join('').split(newline).length);
      const lineOf = (index: number) =>
        2 + heights.slice(0, index).reduce((sum, height) => sum + height, 0) + (index > blank ? 1 : 0);
      const text = [header, ...body].map(
        (row, at) => written([row], newline) + (at - 1 === blank ? newline : ''),
      );
      const wrongLines = [...wrong].sort((one, other) => one - other).map(lineOf);
      return { dataset: of, csv: text.join(''), dryRun, wrongLines };
    }),
);

export const fuzzedFile: fc.Arbitrary<FuzzedFile> = fc.oneof(
  { weight: 1, arbitrary: bytes },
  { weight: 3, arbitrary: spoiledFile },
  { weight: 2, arbitrary: nastyCells },
  { weight: 2, arbitrary: wrongInKnownLines },
);

function read(of: Dataset): string {
  return readFileSync(join(COMPANY, `${of}.csv`), 'utf8');
}

/** Enough for files in which a quoted cell has no new line. */
function rowsOf(csv: string): string[][] {
  return csv
    .trim()
    .split('\n')
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

function written(rows: readonly (readonly string[])[], newline = '\n'): string {
  return rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',') + newline).join('');
}
