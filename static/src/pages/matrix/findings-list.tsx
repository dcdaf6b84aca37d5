import { Typed } from '../../components/typed';
import Button from '@atlaskit/button/new';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { useState, type ReactNode } from 'react';
import type { MatrixFindings } from '../../../../src/contract/matrix';
import type { Asked } from '../../api/use-reply';
import { Disclosure } from '../../components/disclosure';
import { LinkButton } from '../../components/link-button';
import { lackWords } from '../../components/lack-words';
import styles from './matrix.module.css';
import { errorsFirst, type Finding } from './row-search';

const AT_A_TIME = 20;
const ROWS_NAMED = 4;

/** What was found on a matrix, errors first, each leading to its rows. */
export function FindingsList({
  asked,
  show,
}: {
  asked: Asked<MatrixFindings>;
  show: (rowId: string) => void;
}) {
  const [count, setCount] = useState(AT_A_TIME);
  if (asked.state === 'loading') return <p className={styles.quiet}>Looking for gaps and contradictions…</p>;
  if (asked.state !== 'answered')
    return (
      <p className={styles.quiet} role="alert">
        The findings could not be loaded{asked.state === 'refused' ? `: ${asked.refused.message}` : '.'}
      </p>
    );
  const { errors, warnings, findings } = asked.data;
  if (findings.length === 0) return <p className={styles.quiet}>No gaps or contradictions were found.</p>;
  return (
    <Disclosure
      summary={
        <span className={styles.counts}>
          {errors > 0 && <StatusErrorIcon label="" color="var(--ds-icon-danger)" />}
          {errors > 0 && counted(errors, 'error')}
          {warnings > 0 && <StatusWarningIcon label="" color="var(--ds-icon-warning)" />}
          {warnings > 0 && counted(warnings, 'warning')}
        </span>
      }
    >
      <ul className={styles.findings}>
        {errorsFirst(findings)
          .slice(0, count)
          .map(finding => (
            <FindingLine key={finding.code + finding.rows.join() + finding.message} finding={finding}>
              <Rows rows={finding.rows} show={show} />
            </FindingLine>
          ))}
      </ul>
      {findings.length > count && (
        <Button
          spacing="compact"
          onClick={() => {
            setCount(count + AT_A_TIME);
          }}
        >
          Show {Math.min(AT_A_TIME, findings.length - count)} more
        </Button>
      )}
    </Disclosure>
  );
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString()} ${word}${count === 1 ? '' : 's'}`;
}

/** A finding in words, with whether it stands in the way of an approval. */
export function FindingLine({ finding, children }: { finding: Finding; children?: ReactNode }) {
  return (
    <li className={styles.finding}>
      <span className={styles.icon}>
        {finding.severity === 'error' ? (
          <StatusErrorIcon label="Error:" color="var(--ds-icon-danger)" />
        ) : (
          <StatusWarningIcon label="Warning:" color="var(--ds-icon-warning)" />
        )}
      </span>
      <span>
        {lackWords(finding)} {children}
      </span>
    </li>
  );
}

function Rows({ rows, show }: { rows: readonly string[]; show: (rowId: string) => void }) {
  return (
    <span className={styles.rowLinks}>
      {rows.slice(0, ROWS_NAMED).map(id => (
        <LinkButton
          key={id}
          onClick={() => {
            show(id);
          }}
        >
          <Typed>{id}</Typed>
        </LinkButton>
      ))}
      {rows.length > ROWS_NAMED && (
        <span className={styles.quiet}>and {rows.length - ROWS_NAMED} more rows</span>
      )}
    </span>
  );
}
