import { useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { readFindings, type Edition } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { FindingsList } from './findings-list';
import { MatrixFilters } from './matrix-filters';
import { MatrixTable, PER_PAGE } from './matrix-table';
import styles from './matrix.module.css';
import type { Names } from './names';
import { filtered, findingsByRow, NO_FILTER, searchable, type FindingsByRow } from './row-search';
import { RowDetails } from './row-details';

interface MatrixRowsProps {
  edition: Edition;
  rows: readonly MatrixRow[];
  names: Names;
  /** Another number asks for the findings again. */
  edits?: number;
  /** A row to be led to. */
  soughtRow?: string | null;
  /** What can be done with an open row. */
  actions?: (row: MatrixRow) => ReactNode;
  /** The form of the row that is being edited; it takes the place of the row's cells. */
  form?: (row: MatrixRow) => ReactNode;
}

const NOTHING_FOUND: FindingsByRow = new Map();

/** The rows of a version or of the draft: findings, filters, and a page of rows. */
export function MatrixRows({
  edition,
  rows,
  names,
  edits = 0,
  soughtRow = null,
  actions,
  form,
}: MatrixRowsProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const [page, setPage] = useState(1);
  const [openRow, setOpenRow] = useState(soughtRow);
  const [sought, setSought] = useState(soughtRow);
  const asked = useFindings(edition, edits);
  const found = asked.state === 'answered' ? asked.data.findings : null;

  const findings = useMemo(() => (found ? findingsByRow(found) : NOTHING_FOUND), [found]);
  const prepared = useMemo(() => searchable(rows, names), [rows, names]);
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filtered(prepared, wanted, findings), [prepared, wanted, findings]);

  const lead = useCallback(
    (id: string) => {
      setFilter(NO_FILTER);
      setPage(Math.floor(Math.max(0, placeOf(id, prepared)) / PER_PAGE) + 1);
      setOpenRow(id);
      setSought(id);
    },
    [prepared],
  );
  useEffect(() => {
    if (soughtRow !== null && placeOf(soughtRow, prepared) >= 0) lead(soughtRow);
    // only once the row has come, with the first or a later page
  }, [soughtRow, prepared, lead]);

  return (
    <>
      <FindingsList asked={asked} show={lead} />
      <MatrixFilters
        rows={rows}
        names={names}
        filter={filter}
        setFilter={next => {
          setFilter(next);
          setPage(1);
          setSought(null);
        }}
        shown={shown.length}
      />
      {shown.length === 0 ? (
        <p className={styles.about}>
          {rows.length === 0 ? 'There are no rows yet.' : 'No rows match your search.'}
        </p>
      ) : (
        <MatrixTable
          rows={shown}
          names={names}
          findings={findings}
          page={page}
          setPage={setPage}
          openRow={openRow}
          setOpenRow={setOpenRow}
          details={row => (
            <RowDetails
              row={row}
              names={names}
              findings={findings.get(row.id) ?? []}
              isSought={row.id === sought}
              actions={actions?.(row)}
              form={form?.(row)}
            />
          )}
        />
      )}
    </>
  );
}

const placeOf = (id: string, prepared: readonly { row: MatrixRow }[]) =>
  prepared.findIndex(({ row }) => row.id === id);

function useFindings(edition: Edition, edits: number) {
  const version = 'version' in edition ? edition.version : null;
  const ask = useCallback(() => readFindings(version === null ? { draft: true } : { version }), [version]);
  const [asked, askAgain] = useReply(ask);
  useEffect(() => {
    if (edits > 0) askAgain();
  }, [edits, askAgain]);
  return asked;
}
