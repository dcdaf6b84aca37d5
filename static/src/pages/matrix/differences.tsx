import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import { useCallback, type ReactNode } from 'react';
import type { MatrixDiff, MatrixRow } from '../../../../src/contract/matrix';
import { compare } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { Section } from '../../components/section';
import { FailedMessage, Loading, RefusedMessage, Unseen } from '../../components/standing';
import { cellText, cellWords, COLUMNS } from './columns';
import type { ShownEdition } from './edition';
import styles from './matrix.module.css';
import type { Names } from './names';
import { activityWords } from './row-search';

type Shown = Extract<ShownEdition, { kind: 'difference' }>;

interface DifferencesProps {
  shown: Shown;
  names: Names;
  /** Of the newer one, as far as they are known: what a row is about. */
  rows: readonly MatrixRow[];
}

/** How two versions differ, row by row and cell by cell. */
export function Differences({ shown: { from, to }, names, rows }: DifferencesProps) {
  const ask = useCallback(() => compare(to === 'draft' ? { draft: true } : { from, to }), [from, to]);
  const [asked, askAgain] = useReply(ask);
  switch (asked.state) {
    case 'loading':
      return <Loading what="the differences" />;
    case 'failed':
      return <FailedMessage what="The differences" tryAgain={askAgain} level="h2" />;
    case 'refused':
      return <RefusedMessage refused={asked.refused} title="These can’t be compared" level="h2" />;
    case 'answered':
      return <Difference diff={asked.data} names={names} rows={rows} />;
  }
}

function Difference({ diff, names, rows }: Omit<DifferencesProps, 'shown'> & { diff: MatrixDiff }) {
  const { from, to, added, removed, changed } = diff;
  const newer = to === 'draft' ? 'the draft' : say`version ${to}`;
  const byId = new Map(rows.map(row => [row.id, row]));
  const words = say`From version ${from} to ${newer}: ${added.length} added, ${removed.length} removed, ${changed.length} changed.`;
  return (
    <>
      <p className={styles.about}>{words}</p>
      <Group title="Changed" count={changed.length}>
        {changed.map(({ id, cells }) => (
          <li key={id} className={styles.difference}>
            <About id={id} row={byId.get(id)} names={names} />
            <dl className={styles.changes}>
              {cells.map(cell => (
                <div key={cell.column}>
                  <dt className={styles.quiet}>{COLUMNS[cell.column]}</dt>
                  <dd>
                    <del className={styles.from}>
                      <Unseen>Before: </Unseen>
                      <Typed>{cellText(cell.column, cell.from, names)}</Typed>
                    </del>{' '}
                    <ins className={styles.to}>
                      <Unseen>Now: </Unseen>
                      <Typed>{cellText(cell.column, cell.to, names)}</Typed>
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </Group>
      <Group title="Added" count={added.length}>
        {added.map(row => (
          <Whole key={row.id} row={row} names={names} />
        ))}
      </Group>
      <Group title="Removed" count={removed.length}>
        {removed.map(row => (
          <Whole key={row.id} row={row} names={names} />
        ))}
      </Group>
    </>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <Section title={`${title} (${count})`} level={2}>
      <ul>{children}</ul>
    </Section>
  );
}

function About({ id, row, names }: { id: string; row: MatrixRow | undefined; names: Names }) {
  if (!row)
    return (
      <span>
        <Typed>{id}</Typed>
      </span>
    );
  return (
    <>
      <Typed>{activityWords(row)}</Typed>{' '}
      <span className={styles.quiet}>
        <Typed>{row.domain}</Typed> · <Typed>{cellWords(row, 'service', names)}</Typed> · <Typed>{id}</Typed>
      </span>
    </>
  );
}

function Whole({ row, names }: { row: MatrixRow; names: Names }) {
  return (
    <li className={styles.difference}>
      <Typed>{activityWords(row)}</Typed>{' '}
      <span className={styles.quiet}>
        <Typed>{row.domain}</Typed> · <Typed>{cellWords(row, 'service', names)}</Typed> ·{' '}
        <Typed>{cellWords(row, 'accountable', names)}</Typed> · <Typed>{row.id}</Typed>
      </span>
    </li>
  );
}
