import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { AccountableRole, Activity, RowDetails, type RowsProps } from './responsibility-row';
import styles from './responsibility-row.module.css';

const AT_A_TIME = 10;

/** The matrix for a narrow page: what would be columns stands one below the other, the tasks of one row at a time. */
export function ResponsibilityList({ rows, withDomain }: RowsProps) {
  const [count, setCount] = useState(AT_A_TIME);
  const [openRow, setOpenRow] = useState(rows.find(({ routes }) => routes)?.id ?? null);
  const detailsId = useId();
  const left = rows.length - count;
  return (
    <>
      <ul className={styles.list}>
        {rows.slice(0, count).map(row => {
          const open = openRow === row.id;
          const toggle = () => {
            setOpenRow(open ? null : row.id);
          };
          return (
            <li key={row.id} className={`${styles.item} ${row.routes ? styles.routing : ''}`}>
              <Activity
                row={row}
                withDomain={withDomain}
                open={open}
                toggle={toggle}
                detailsId={detailsId}
                beside={<AccountableRole row={row} />}
              />
              {open && <RowDetails row={row} id={detailsId} withTasks />}
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <div className={styles.more}>
          <Button
            onClick={() => {
              setCount(count + AT_A_TIME);
            }}
          >
            Show {Math.min(left, AT_A_TIME)} more
          </Button>
        </div>
      )}
    </>
  );
}
