import { say } from '../../../../src/contract/text';
import DynamicTable from '@atlaskit/dynamic-table';
import SectionMessage from '@atlaskit/section-message';
import type { RegisterImported } from '../../../../src/contract/registers';
import type { FileError } from '../../../../src/contract/reply';
import { useMedia } from '../../components/use-media';
import styles from './import-register.module.css';
import type { ImportStanding } from './use-register-import';

/** What came of an import or a dry run: counts, or the lines that are wrong. */
export function ImportOutcome({ standing }: { standing: ImportStanding }) {
  return (
    <div aria-live="polite" className={styles.outcome}>
      {outcome(standing)}
    </div>
  );
}

function outcome(standing: ImportStanding) {
  switch (standing.state) {
    case 'not asked':
    case 'asking':
      return null;
    case 'failed':
      return (
        <SectionMessage appearance="error" title="Remit didn’t answer" headingLevel="h3">
          <p>
            {standing.dryRun ? 'Nothing was changed. ' : 'A dry run shows what is still to be imported. '}Try
            again.
          </p>
        </SectionMessage>
      );
    case 'refused':
      return (
        <>
          <SectionMessage appearance="warning" title="Nothing was imported" headingLevel="h3">
            <p>{standing.refused.message}</p>
          </SectionMessage>
          {standing.refused.errors && <FileErrors errors={standing.refused.errors} />}
        </>
      );
    case 'answered':
      return <Counts imported={standing.imported} />;
  }
}

function Counts({ imported: { lines, added, changed, unchanged, dryRun } }: { imported: RegisterImported }) {
  const read = lines === 1 ? '1 line' : say`${lines} lines`;
  return (
    <SectionMessage
      appearance={dryRun ? 'information' : 'success'}
      title={dryRun ? 'The file is valid' : 'Imported'}
      headingLevel="h3"
    >
      <p>
        {read}: {added} {dryRun ? 'would be added' : 'added'}, {changed} changed, {unchanged} unchanged.
        {dryRun && ' Nothing is imported yet.'}
      </p>
    </SectionMessage>
  );
}

const CELLS = [
  { key: 'line', content: 'Line', width: 10 },
  { key: 'column', content: 'Column', width: 18 },
  { key: 'problem', content: 'Problem', width: 42 },
];
const ALLOWED = { key: 'allowed', content: 'Allowed', width: 30 };

/** What is allowed, unless the problem says it in words already. */
function notSaidYet(problem: string, allowed: readonly string[] = []): string {
  return allowed.every(value => problem.includes(value)) ? '' : allowed.join(', ');
}

/** Below this width a table of four columns cannot be read. */
const NARROW = '(max-width: 559px)';

function FileErrors({ errors }: { errors: readonly FileError[] }) {
  const narrow = useMedia(NARROW);
  const saysMore = errors.some(({ problem, allowed }) => notSaidYet(problem, allowed) !== '');
  if (narrow) return <FileErrorList errors={errors} />;
  return (
    <DynamicTable
      label="Rows with errors"
      isFixedSize
      head={{ cells: saysMore ? [...CELLS, ALLOWED] : CELLS }}
      rowsPerPage={20}
      rows={errors.map(({ line, column, problem, allowed }, position) => ({
        key: String(position),
        cells: [
          { key: 'line', content: line },
          { key: 'column', content: column },
          { key: 'problem', content: problem },
          ...(saysMore ? [{ key: 'allowed', content: notSaidYet(problem, allowed) }] : []),
        ],
      }))}
    />
  );
}

/** As many as someone fixes before trying again. */
const LISTED = 50;

function FileErrorList({ errors }: { errors: readonly FileError[] }) {
  return (
    <ul aria-label="Rows with errors" className={styles.errors}>
      {errors.slice(0, LISTED).map(({ line, column, problem, allowed }, position) => (
        <li key={position}>
          <strong>
            Line {line}
            {column !== '' && say`, ${column}`}
          </strong>
          : {problem}
          {notSaidYet(problem, allowed) !== '' && say` Allowed: ${notSaidYet(problem, allowed)}.`}
        </li>
      ))}
      {errors.length > LISTED && <li>And {errors.length - LISTED} more.</li>}
    </ul>
  );
}
