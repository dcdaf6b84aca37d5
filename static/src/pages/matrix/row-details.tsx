import { Typed } from '../../components/typed';
import { useEffect, useRef, type ReactNode } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { cellWords, COLUMNS } from './columns';
import { FindingLine } from './findings-list';
import styles from './matrix.module.css';
import type { Names } from './names';
import type { Finding } from './row-search';

const WIDE = new Set<string>(['customerTasks', 'providerTasks']);
const ELSEWHERE = new Set<string>(['domain', 'activity', 'service', 'party', 'accountable']);
const SHOWN = (Object.keys(COLUMNS) as (keyof MatrixRow)[]).filter(column => !ELSEWHERE.has(column));

interface RowDetailsProps {
  row: MatrixRow;
  names: Names;
  findings: readonly Finding[];
  /** Whether the reader was led here from elsewhere, and has to see it. */
  isSought: boolean;
  actions?: ReactNode;
  /** In place of the cells and the actions, while the row is edited. */
  form?: ReactNode;
}

/** Every cell of a row, and what was found on it. */
export function RowDetails({ row, names, findings, isSought, actions, form }: RowDetailsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSought) place.current?.scrollIntoView({ block: 'center' });
  }, [isSought]);
  return (
    <div ref={place} className={styles.details}>
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map(finding => (
            <FindingLine key={finding.code + finding.message} finding={finding} />
          ))}
        </ul>
      )}
      {form ?? (
        <>
          <dl className={styles.cells}>
            {SHOWN.map(column => {
              const words = cellWords(row, column, names);
              return words === '' ? null : (
                <div key={column} className={WIDE.has(column) ? styles.wide : undefined}>
                  <dt>{COLUMNS[column]}</dt>
                  <dd>
                    <Typed>{words}</Typed>
                  </dd>
                </div>
              );
            })}
          </dl>
          {actions}
        </>
      )}
    </div>
  );
}
