import { DynamicTableStateless } from '@atlaskit/dynamic-table';
import type { RowType } from '@atlaskit/dynamic-table/types';
import { useId, useState } from 'react';
import type { ResponsibilityRow } from '../../../../src/contract/route-explain';
import { pageOf } from './matrix-rows';
import { AccountableRole, Activity, RowDetails, Tasks, type RowsProps } from './responsibility-row';
import styles from './responsibility-row.module.css';

const PER_PAGE = 10;

const HEAD = {
  cells: [
    { key: 'activity', content: 'Activity', width: 28 },
    { key: 'customer', content: 'Customer tasks', width: 26 },
    { key: 'provider', content: 'Provider tasks', width: 26 },
    { key: 'accountable', content: 'Accountable', width: 20 },
  ],
};

/** The matrix as a table. One row at a time shows its details, in a row of their own below it. */
export function ResponsibilityTable({ rows, withDomain }: RowsProps) {
  const [page, setPage] = useState(1);
  const [openRow, setOpenRow] = useState<string | null>(null);
  const detailsId = useId();
  // Details make a page longer than its rows, so the table is given one page and the number of rows in all.
  const paged = rows.length > PER_PAGE;
  const last = Math.ceil(rows.length / PER_PAGE);
  const current = Math.min(page, last);

  const cellsOf = (row: ResponsibilityRow): RowType[] => {
    const open = openRow === row.id;
    const toggle = () => {
      setOpenRow(open ? null : row.id);
    };
    const inFull = open || row.routes;
    const cells = [
      {
        key: 'activity',
        content: (
          <Activity row={row} withDomain={withDomain} open={open} toggle={toggle} detailsId={detailsId} />
        ),
      },
      { key: 'customer', content: <Tasks text={row.customerTasks} inFull={inFull} /> },
      { key: 'provider', content: <Tasks text={row.providerTasks} inFull={inFull} /> },
      { key: 'accountable', content: <AccountableRole row={row} /> },
    ];
    const isHighlighted = row.routes;
    const details = {
      key: 'details',
      colSpan: HEAD.cells.length,
      content: <RowDetails row={row} id={detailsId} />,
    };
    return [
      { key: row.id, isHighlighted, cells },
      ...(open ? [{ key: `${row.id} details`, isHighlighted, cells: [details] }] : []),
    ];
  };

  return (
    <div className={styles.table}>
      <DynamicTableStateless
        label="Shared responsibility"
        isFixedSize
        head={HEAD}
        rows={pageOf(rows, current, PER_PAGE).flatMap(cellsOf)}
        {...(paged && { totalRows: rows.length, rowsPerPage: PER_PAGE })}
        page={current}
        onSetPage={setPage}
      />
    </div>
  );
}
