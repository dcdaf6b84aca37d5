import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { AccountableRole, Activity, RowDetails, Tasks, type RowsProps } from './responsibility-row';
import styles from './responsibility-row.module.css';

const AT_A_TIME = 10;

/** The matrix for a narrow page: what would be columns stands one below the other. */
export function ResponsibilityList({ rows, withDomain }: RowsProps) {
  const [count, setCount] = useState(AT_A_TIME);
  const [openRow, setOpenRow] = useState<string | null>(null);
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
              <Activity row={row} withDomain={withDomain} open={open} toggle={toggle} detailsId={detailsId} />
              <dl className={styles.tasks}>
                <div>
                  <dt>Accountable</dt>
                  <dd>
                    <AccountableRole row={row} />
                  </dd>
                </div>
                <div>
                  <dt>Customer tasks</dt>
                  <dd>
                    <Tasks text={row.customerTasks} />
                  </dd>
                </div>
                <div>
                  <dt>Provider tasks</dt>
                  <dd>
                    <Tasks text={row.providerTasks} />
                  </dd>
                </div>
              </dl>
              {open && <RowDetails row={row} id={detailsId} />}
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
