import { Typed } from '../../components/typed';
import Button from '@atlaskit/button/new';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { Fragment, type ReactNode } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { PartyLozenge } from '../../components/party-lozenge';
import { PersonName } from '../../components/person';
import { useMedia } from '../../components/use-media';
import styles from './matrix.module.css';
import { roleName, serviceName, type Names } from './names';
import { activityWords, type Finding, type FindingsByRow } from './row-search';

/** Rows on a page: what can be drawn again at every keystroke without being felt. */
export const PER_PAGE = 25;

const NARROW = '(max-width: 639px)';

interface MatrixTableProps {
  rows: readonly MatrixRow[];
  names: Names;
  findings: FindingsByRow;
  page: number;
  setPage: (page: number) => void;
  openRow: string | null;
  setOpenRow: (id: string | null) => void;
  /** What an open row shows below it. */
  details: (row: MatrixRow) => ReactNode;
}

/** The rows of a matrix, a page at a time; one of them may be open. */
export function MatrixTable({ rows, names, findings, page, setPage, ...opening }: MatrixTableProps) {
  const { openRow, setOpenRow, details } = opening;
  const narrow = useMedia(NARROW);
  const last = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const current = Math.min(page, last);
  const shown = rows.slice((current - 1) * PER_PAGE, current * PER_PAGE);
  return (
    <>
      <table className={styles.table} aria-label="Responsibility matrix">
        <thead>
          <tr>
            <th scope="col">Activity</th>
            {!narrow && <th scope="col">Cloud service</th>}
            {!narrow && <th scope="col">Accountable</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => {
            const open = row.id === openRow;
            const service = serviceName(names, row.service);
            return (
              <Fragment key={row.id}>
                <tr>
                  <td>
                    <Activity
                      row={row}
                      open={open}
                      toggle={() => {
                        setOpenRow(open ? null : row.id);
                      }}
                      findings={findings.get(row.id) ?? NOTHING}
                      beside={
                        narrow && (
                          <span className={styles.beside}>
                            <span>
                              <Typed>{service}</Typed>
                            </span>
                            <Accountable row={row} names={names} />
                          </span>
                        )
                      }
                    />
                  </td>
                  {!narrow && (
                    <td>
                      <Typed>{service}</Typed>
                    </td>
                  )}
                  {!narrow && (
                    <td>
                      <Accountable row={row} names={names} />
                    </td>
                  )}
                </tr>
                {open && (
                  <tr className={styles.detailsRow}>
                    <td colSpan={narrow ? 1 : 3}>{details(row)}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {last > 1 && <PageTurner page={current} last={last} setPage={setPage} />}
    </>
  );
}

const NOTHING: readonly Finding[] = [];

interface ActivityProps {
  row: MatrixRow;
  open: boolean;
  toggle: () => void;
  findings: readonly Finding[];
  beside: ReactNode;
}

function Activity({ row, open, toggle, findings, beside }: ActivityProps) {
  const errors = findings.some(({ severity }) => severity === 'error');
  return (
    <span className={styles.activity}>
      <button type="button" className={styles.toggle} aria-expanded={open} onClick={toggle}>
        <span className={styles.chevron}>
          <ChevronRightIcon label="" size="small" />
        </span>
        <span>
          <Typed>{activityWords(row)}</Typed>
        </span>
      </button>
      <span className={styles.marks}>
        <PartyLozenge party={row.party} />
        {errors && <StatusErrorIcon label="Has errors" color="var(--ds-icon-danger)" />}
        {!errors && findings.length > 0 && (
          <StatusWarningIcon label="Has warnings" color="var(--ds-icon-warning)" />
        )}
        <span className={styles.quiet}>
          <Typed>{row.domain}</Typed>
        </span>
        {beside}
      </span>
    </span>
  );
}

/** The accountable role and who acts for it now; a draft's row may have none or several. */
export function Accountable({ row, names }: { row: MatrixRow; names: Names }) {
  if (row.accountable.length === 0) return <span className={styles.vacant}>No one accountable</span>;
  return (
    <span className={styles.accountable}>
      {row.accountable.map(key => {
        const { holder = null, viaDeputy = false } = names.roles.get(key) ?? {};
        return (
          <span key={key}>
            <Typed>{roleName(names, key)}</Typed>{' '}
            {holder ? (
              <span className={`${styles.quiet ?? ''} ${styles.actor ?? ''}`}>
                <PersonName person={holder} />
                {viaDeputy && ', as deputy'}
              </span>
            ) : (
              <span className={`${styles.vacant ?? ''} ${styles.actor ?? ''}`}>vacant</span>
            )}
          </span>
        );
      })}
    </span>
  );
}

function PageTurner({
  page,
  last,
  setPage,
}: {
  page: number;
  last: number;
  setPage: (page: number) => void;
}) {
  return (
    <nav aria-label="Pages of the matrix" className={styles.pages}>
      <Button
        spacing="compact"
        isDisabled={page === 1}
        onClick={() => {
          setPage(page - 1);
        }}
      >
        Previous
      </Button>
      <span role="status">
        Page {page} of {last}
      </span>
      <Button
        spacing="compact"
        isDisabled={page === last}
        onClick={() => {
          setPage(page + 1);
        }}
      >
        Next
      </Button>
    </nav>
  );
}
