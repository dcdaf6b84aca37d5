import { draftHash, type MatrixDraft } from '../../../src/domain/responsibility/matrix-change';
import type { MatrixContent, MatrixVersion } from '../../../src/domain/responsibility/matrix-version';
import type { DraftResponsibility, Responsibility } from '../../../src/domain/responsibility/responsibility';
import type { MatrixDrafts } from '../../../src/ports/matrix-drafts';
import type { MatrixVersions } from '../../../src/ports/matrix-versions';
import type { Faults } from './faults';
import type { MemoryRegisters } from './register-contents';
import { activitiesIn, rowsAnsweringIn } from './search-in-memory';

export interface MemoryDrafts extends MatrixDrafts {
  /** Of the rows that the draft has; undefined when there is no draft. */
  hash(): string | undefined;
}

const PAGE_SIZE = 3;

/** Versions and the draft as the tables keep them: every write of the draft demands the draft that was seen. */
export function memoryMatrix(
  registers: MemoryRegisters,
  faults: Faults,
): { matrixVersions: MatrixVersions; drafts: MemoryDrafts } {
  let draft: MatrixDraft | null = null;
  let drafted = new Map<string, DraftResponsibility>();
  const isSeen = (seen: MatrixDraft, state: MatrixDraft['state'] = seen.state) =>
    draft?.number === seen.number && draft.revision === seen.revision && draft.state === state;
  const versionRows = (number: number): DraftResponsibility[] =>
    registers.contentNow(number)?.rows.map(row => ({ ...row, accountable: [row.accountable] })) ?? [];
  const rowsOf = (number: number) => {
    const rows = draft?.number === number ? [...drafted.values()] : versionRows(number);
    return structuredClone(rows).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const put = (row: DraftResponsibility) => drafted.set(row.id, structuredClone(row));
  const drafts: MemoryDrafts = {
    hash: () => (draft ? draftHash([...drafted.values()]) : undefined),
    current: () => faults.read('current draft', () => structuredClone(draft)),
    begin: begun =>
      faults.write('begin draft', () => {
        if (draft?.number === begun.number) return 'there already';
        draft = structuredClone(begun);
        return 'begun';
      }),
    advance: (seen, to) =>
      faults.write('advance draft', () => {
        if (!draft || !isSeen(seen)) return undefined;
        draft = { ...draft, ...to, revision: draft.revision + 1 };
        return structuredClone(draft);
      }),
    clearRows: seen =>
      faults.write('clear rows', () => {
        if (isSeen(seen, 'importing')) drafted = new Map();
      }),
    copyBase: seen =>
      faults.write('copy base', () => {
        if (isSeen(seen, 'importing')) versionRows(seen.base).forEach(put);
      }),
    addRows: (seen, rows) =>
      faults.write('add rows', () => {
        if (!isSeen(seen, 'importing')) return false;
        rows.forEach(put);
        return true;
      }),
    putRow: (seen, row) =>
      faults.write('put row', () => {
        if (!isSeen(seen, 'open')) return false;
        put(row);
        return true;
      }),
    removeRow: (seen, id) => faults.write('remove row', () => isSeen(seen, 'open') && drafted.delete(id)),
    forget: seen =>
      faults.write('forget draft', () => {
        if (isSeen(seen)) draft = null;
      }),
    adopt: (version, named) =>
      faults.write('adopt draft', () => {
        adopt(registers, version, { ...named, rows: [...drafted.values()].map(approved) });
      }),
  };
  return { drafts, matrixVersions: memoryVersions(registers, rowsOf, faults) };
}

function memoryVersions(
  registers: MemoryRegisters,
  rowsOf: (number: number) => DraftResponsibility[],
  faults: Faults,
): MatrixVersions {
  return {
    list: () => faults.read('versions', () => registers.contents.versions.map(({ version }) => version)),
    content: number =>
      faults.read('content', () => {
        const content = registers.contentNow(number);
        if (!content) throw new RangeError(`There is no matrix version ${String(number)}.`);
        return content;
      }),
    adopt: (version, content) =>
      faults.write('adopt version', () => {
        adopt(registers, version, content);
      }),
    rows: (number, { domain, service, after } = {}) =>
      faults.read('rows', () => {
        const found = rowsOf(number).filter(
          row =>
            (domain === undefined || row.domain === domain) &&
            (service === undefined || row.service === service || row.service === '*') &&
            (after === undefined || row.id > after),
        );
        const rows = found.slice(0, PAGE_SIZE);
        const last = rows.at(-1);
        return found.length > PAGE_SIZE && last ? { rows, next: last.id } : { rows };
      }),
    allRows: number => faults.read('all rows', () => rowsOf(number)),
    named: number => faults.read('named', () => registers.contentNow(number)),
    activities: (number, query) =>
      faults.read('activities', () => activitiesIn(registers.contentNow(number)?.rows ?? [], query)),
    rowsAnswering: (number, query) =>
      faults.read('rows answering', () => rowsAnsweringIn(registers.contentNow(number)?.rows ?? [], query)),
  };
}

function adopt(registers: MemoryRegisters, version: MatrixVersion, content: MatrixContent): void {
  registers.change(({ versions }) =>
    versions.some(known => known.version.number === version.number)
      ? {}
      : { versions: [...versions, { version, content }] },
  );
}

function approved(row: DraftResponsibility): Responsibility {
  const [accountable = ''] = row.accountable;
  return { ...row, accountable, domain: row.domain as Responsibility['domain'] };
}
