import { draftHash, type MatrixDraft } from '../../../src/domain/responsibility/matrix-change';
import type { MatrixContent } from '../../../src/domain/responsibility/matrix-version';
import type { DraftResponsibility, Responsibility } from '../../../src/domain/responsibility/responsibility';
import { comparableId } from '../../../src/domain/shared/text';
import type { MatrixDrafts } from '../../../src/ports/matrix-drafts';
import type { MatrixVersions, NamedInMatrix } from '../../../src/ports/matrix-versions';
import type { Faults } from './faults';
import { inOrderOf } from './in-order';
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
  const rows = memoryRows(registers);
  return {
    drafts: memoryDrafts(registers, rows, faults),
    matrixVersions: memoryVersions(registers, rows, faults),
  };
}

interface MemoryRows {
  /** Of a version or a draft, by id. */
  of(number: number): DraftResponsibility[];
  /** Those of a draft, to be written in. */
  drafted(number: number): Map<string, DraftResponsibility>;
}

function memoryRows(registers: MemoryRegisters): MemoryRows {
  const byNumber = new Map<number, Map<string, DraftResponsibility>>();
  const drafted = (number: number) => {
    const known = byNumber.get(number) ?? new Map<string, DraftResponsibility>();
    byNumber.set(number, known);
    return known;
  };
  return {
    drafted,
    of: number => {
      const version = registers.contentNow(number)?.rows;
      const rows = version?.map(row => ({ ...row, accountable: [row.accountable] }));
      return inOrderOf(structuredClone(rows ?? [...drafted(number).values()]), ({ id }) => [id]);
    },
  };
}

function memoryDrafts(registers: MemoryRegisters, rows: MemoryRows, faults: Faults): MemoryDrafts {
  let draft: MatrixDraft | null = null;
  const isSeen = (seen: MatrixDraft, state: MatrixDraft['state'] = seen.state) =>
    draft?.number === seen.number && draft.revision === seen.revision && draft.state === state;
  const isWritable = (seen: MatrixDraft, state: MatrixDraft['state']) =>
    isSeen(seen, state) && !registers.contentNow(seen.number);
  const add = (number: number, added: readonly DraftResponsibility[]) => {
    const there = rows.drafted(number);
    const known = new Set([...there.keys()].map(comparableId));
    if (added.some(({ id }) => known.has(comparableId(id))))
      throw new Error('There is a row with this id already.');
    for (const row of added) there.set(row.id, structuredClone(row));
  };
  return {
    hash: () =>
      draft ? draftHash({ ...registers.contents, rows: rows.of(draft.number) }, draft) : undefined,
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
        if (isWritable(seen, 'importing')) rows.drafted(seen.number).clear();
      }),
    copyBase: seen =>
      faults.write('copy base', () => {
        if (isWritable(seen, 'importing')) add(seen.number, rows.of(seen.base));
      }),
    addRows: (seen, added) =>
      faults.write('add rows', () => {
        if (added.length === 0) return true;
        if (!isWritable(seen, 'importing')) return false;
        add(seen.number, added);
        return true;
      }),
    rowCalled: (seen, id) =>
      faults.read('row called', () =>
        [...rows.drafted(seen.number).keys()].find(known => comparableId(known) === comparableId(id)),
      ),
    putRow: (seen, row) =>
      faults.write('put row', () => {
        if (!isWritable(seen, 'open')) return false;
        rows.drafted(seen.number).set(row.id, structuredClone(row));
        return true;
      }),
    removeRow: (seen, id) =>
      faults.write('remove row', () => isWritable(seen, 'open') && rows.drafted(seen.number).delete(id)),
    forget: seen =>
      faults.write('forget draft', () => {
        if (isSeen(seen)) draft = null;
      }),
    adopt: (version, named) =>
      faults.write('adopt draft', () => {
        const { roles, services } = named;
        registers.adopt(version, { roles, services, rows: rows.of(version.number).map(approved) });
      }),
  };
}

function approved(row: DraftResponsibility): Responsibility {
  const [accountable = ''] = row.accountable;
  return { ...row, accountable, domain: row.domain as Responsibility['domain'] };
}

function memoryVersions(registers: MemoryRegisters, rows: MemoryRows, faults: Faults): MatrixVersions {
  const versionRows = (number: number) => registers.contentNow(number)?.rows ?? [];
  return {
    list: () =>
      faults.read('versions', () =>
        registers.contents.versions
          .map(({ version }) => version)
          .sort((one, other) => one.number - other.number),
      ),
    content: number =>
      faults.read('content', (): MatrixContent => {
        const content = registers.contentNow(number);
        if (!content) throw new RangeError(`There is no matrix version ${String(number)}.`);
        return { ...namedBy(content), rows: inOrderOf(content.rows, ({ id }) => [id]) };
      }),
    adopt: (version, content) =>
      faults.write('adopt version', () => {
        registers.adopt(version, content);
      }),
    rows: (number, { domain, service, after } = {}) =>
      faults.read('rows', () => {
        const found = rows
          .of(number)
          .filter(
            row =>
              (domain === undefined || row.domain === domain) &&
              (service === undefined || row.service === service || row.service === '*') &&
              (after === undefined || row.id > after),
          );
        const page = found.slice(0, PAGE_SIZE);
        const last = page.at(-1);
        return found.length > PAGE_SIZE && last ? { rows: page, next: last.id } : { rows: page };
      }),
    allRows: number => faults.read('all rows', () => rows.of(number)),
    named: number =>
      faults.read('named', () => {
        const content = registers.contentNow(number);
        return content && namedBy(content);
      }),
    activities: (number, query) => faults.read('activities', () => activitiesIn(versionRows(number), query)),
    rowsAnswering: (number, query) =>
      faults.read('rows answering', () => rowsAnsweringIn(versionRows(number), query)),
  };
}

function namedBy({ roles, services }: MatrixContent): NamedInMatrix {
  return { roles: inOrderOf(roles, ({ key }) => [key]), services: inOrderOf(services, ({ key }) => [key]) };
}
