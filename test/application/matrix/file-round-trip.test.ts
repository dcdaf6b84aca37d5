import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readResponsibilities } from '../../../src/application/registers/responsibility-lines';
import {
  responsibilityHeader,
  responsibilityLines,
} from '../../../src/application/matrix/export-responsibilities';
import { writtenRow } from '../../../src/application/matrix/written-row';
import { asWritten, neutralised } from '../../../src/domain/responsibility/formula';
import type { DraftResponsibility } from '../../../src/domain/responsibility/responsibility';
import { ROLES, SERVICES } from '../../support/builders/company';
import { aDraft } from '../../support/builders/matrix';

const nasty = fc.oneof(
  fc.string({
    maxLength: 30,
    unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', ',', ';', '"', ' ', 'a', 'é'),
  }),
  fc.constantFrom('=1+1', "'=1", "''@x", '\t=x', '-', '"', "'", '＝1', '\uFEFFx'),
  fc.string({ maxLength: 20 }).filter(text => !text.includes('\uFFFD')),
);
const roleList = fc.array(fc.oneof(nasty, fc.constantFrom('ciso', 'CISO')), { maxLength: 3 });
const anyRow = fc.record({
  activity: nasty,
  accountable: roleList,
  responsible: roleList,
  customerTasks: nasty,
  evidence: nasty,
  frequency: nasty,
});
/** Rows as the draft keeps them. */
const anyRows = fc
  .array(anyRow, { maxLength: 4 })
  .map(rows =>
    rows.map((cells, at) => writtenRow(aDraft({ id: `row-${String(at)}`, ...cells }), ROLES, SERVICES)),
  );

function read(csv: string): readonly DraftResponsibility[] {
  const rows = readResponsibilities(csv, ROLES, SERVICES);
  if (!rows.ok) throw new Error(JSON.stringify(rows.refusal));
  return rows.value;
}

const file = (rows: readonly DraftResponsibility[]) => responsibilityHeader() + responsibilityLines(rows);

describe('the file of responsibilities', () => {
  it('loses nothing when it is exported, imported and exported again, whatever the cells hold', () => {
    fc.assert(
      fc.property(anyRows, rows => {
        expect(read(file(rows))).toEqual(rows);
        expect(file(read(file(rows)))).toBe(file(rows));
      }),
      { numRuns: 500 },
    );
  });

  it('holds no cell that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(nasty, cell => {
        expect(neutralised(cell)).not.toMatch(/^[=+\-@]/);
        expect(asWritten(neutralised(cell))).toBe(cell);
      }),
    );
    expect(neutralised('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`);
    expect(neutralised("it's")).toBe("it's");
  });

  it('takes roles and services by key or exact name, and keeps what no register knows as it is written', () => {
    const csv = `${responsibilityHeader()}r1,Governance,Backup,AWS,shared,CISO; Cloud team,ciso,,,,,,,,,,\n`;
    expect(read(csv)).toMatchObject([
      { service: 'aws', accountable: ['ciso', 'Cloud team'], responsible: ['ciso'] },
    ]);
  });

  it.each([
    ['an unknown domain', 'r1,Astrology,,*,shared,,,,,,,,,,,,', 'domain'],
    ['an unknown party', 'r1,Governance,,*,no one,,,,,,,,,,,,', 'party'],
    ['no id', ',Governance,,*,shared,,,,,,,,,,,,', 'id'],
    ['no service', 'r1,Governance,,,shared,,,,,,,,,,,,', 'service'],
    [
      'a repeated id, in capitals or not',
      'r1,Governance,,*,shared,,,,,,,,,,,,\nR1,Governance,,*,shared,,,,,,,,,,,,',
      'id',
    ],
    ['a cell that is too long', `r1,Governance,,*,shared,,,,,,,,,,,,${'x'.repeat(65)}`, 'frequency'],
  ])('refuses %s, and names line and column', (_, lines, column) => {
    const rows = readResponsibilities(`${responsibilityHeader()}${lines}\n`, ROLES, SERVICES);
    expect(rows).toMatchObject({ ok: false, refusal: [{ column }] });
  });
});
