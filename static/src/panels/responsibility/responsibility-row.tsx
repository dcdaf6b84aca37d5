import { Typed } from '../../components/typed';
/** The parts of a matrix row that the table and the stacked list have in common. */
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import type { ResponsibilityRow } from '../../../../src/contract/route-explain';
import { PartyLozenge } from '../../components/party-lozenge';
import { PersonName } from '../../components/person';
import { activityOf } from './matrix-rows';
import styles from './responsibility-row.module.css';

export interface RowsProps {
  rows: readonly ResponsibilityRow[];
  /** Whether each row says its domain, because several are shown. */
  withDomain: boolean;
}

interface ActivityProps {
  row: ResponsibilityRow;
  withDomain: boolean;
  open: boolean;
  toggle: () => void;
  /** The element that has the details while the row is open. */
  detailsId: string;
  /** What stands beside the lozenges. */
  beside?: ReactNode;
}

/** The activity, which opens the row's details, whose task it is, and whether it routes the ticket. */
export function Activity({ row, withDomain, open, toggle, detailsId, beside }: ActivityProps) {
  return (
    <div className={styles.activity}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        onClick={toggle}
      >
        <span className={styles.chevron}>
          <ChevronRightIcon label="" size="small" />
        </span>
        <span>
          <Typed>{activityOf(row)}</Typed>
        </span>
      </button>
      {withDomain && (
        <span className={`${styles.domain} ${styles.quiet}`}>
          <Typed>{row.domain}</Typed>
        </span>
      )}
      <span className={styles.marks}>
        <PartyLozenge party={row.party} />
        {row.routes && <Lozenge appearance="information">Routes this ticket</Lozenge>}
        {beside}
      </span>
    </div>
  );
}

interface RowDetailsProps {
  row: ResponsibilityRow;
  id: string;
  withTasks?: boolean;
}

/** The accountable role and who acts for it now. */
export function AccountableRole({ row: { role, holder, viaDeputy } }: { row: ResponsibilityRow }) {
  return (
    <span className={styles.accountable}>
      <span>
        <Typed>{role}</Typed>
      </span>
      {holder ? (
        <span className={styles.quiet}>
          <PersonName person={holder} />
          {viaDeputy && ', as deputy'}
        </span>
      ) : (
        <span className={`${styles.quiet} ${styles.vacant}`}>Vacant: no one holds it</span>
      )}
    </span>
  );
}

/** Tasks, their first lines when they are not to be read in full. */
export function Tasks({ text, inFull }: { text: string; inFull: boolean }) {
  if (text === '') return <span className={styles.none}>None</span>;
  return (
    <span className={inFull ? undefined : styles.firstLines}>
      <Typed>{text}</Typed>
    </span>
  );
}

/**
 * Where the responsibility is documented and proved, and how often it is checked.
 * @param withTasks - whether the tasks belong to the details, because they are shown nowhere else
 */
export function RowDetails({ row, id, withTasks = false }: RowDetailsProps) {
  const tasks = [
    ['Customer tasks', row.customerTasks || 'None'],
    ['Provider tasks', row.providerTasks || 'None'],
  ];
  const details = [
    ...(withTasks ? tasks : []),
    ['Evidence', row.evidence],
    ['Procedure', row.procedure],
    ['Checked', row.frequency],
    ['Applies to', row.service],
    ['Row', row.id],
  ].filter(([, text]) => text !== '');
  return (
    <dl id={id} className={styles.details}>
      {details.map(([term, text]) => (
        <div key={term} className={term?.endsWith('tasks') ? styles.wide : undefined}>
          <dt>{term}</dt>
          <dd>
            <Typed>{text}</Typed>
          </dd>
        </div>
      ))}
    </dl>
  );
}
