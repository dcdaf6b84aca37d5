import { say } from '../../../../src/contract/text';
import TextArea from '@atlaskit/textarea';
import { useId, useRef, type ChangeEvent } from 'react';
import type { Dataset } from '../../api/remit';
import { Choice } from '../../components/choice';
import { csvOf, withinLimit, type CsvText } from './csv-file';
import styles from './import-register.module.css';

const DATASETS = [
  {
    value: 'roles',
    words: 'Roles',
    columns: 'key, name, kind, charter',
    effect: 'Roles with the same key are changed, others are added, and none are deleted.',
  },
  {
    value: 'holders',
    words: 'Role holders',
    columns: 'role, email, capacity, from, to',
    effect: 'A new holder ends the period of the previous one. History is kept.',
  },
  {
    value: 'services',
    words: 'Cloud services',
    columns: 'key, name, provider, model, viewpoint, material, contract',
    effect: 'Services with the same key are changed, others are added, and none are deleted.',
  },
  {
    value: 'responsibilities',
    words: 'Responsibilities',
    columns:
      'id, domain, activity, service, party, accountable, responsible, consulted, informed, customer_tasks, provider_tasks, policy, procedure, system_of_record, evidence, contract_clause, frequency',
    effect: 'The file replaces the whole draft of the next version. The matrix in force doesn’t change.',
  },
] as const;

const NOTHING: CsvText = { ok: true, text: '' };

/** A longer text is not shown: a field of that size would make the page slow. */
const MOST_SHOWN = 100_000;

interface ImportSourceProps {
  datasets: readonly Dataset[];
  dataset: Dataset;
  setDataset: (dataset: Dataset) => void;
  csv: CsvText;
  take: (csv: CsvText) => void;
  isDisabled: boolean;
}

/** Which register is imported, and its content: from a file, or pasted. */
export function ImportSource({ datasets, dataset, setDataset, csv, take, isDisabled }: ImportSourceProps) {
  const about = DATASETS.find(({ value }) => value === dataset);
  const textId = useId();
  const text = csv.ok ? csv.text : '';
  const isShown = text.length <= MOST_SHOWN;
  const newest = useRef(0);
  const takeFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    newest.current += 1;
    const turn = newest.current;
    take(NOTHING); // until it is read, nothing of the content before may be sent in its place
    const read = await csvOf(file);
    if (turn === newest.current) take(read);
  };
  return (
    <>
      <div className={styles.row}>
        {datasets.length > 1 && (
          <Choice
            label="Register"
            value={dataset}
            options={DATASETS.filter(({ value }) => datasets.includes(value))}
            isDisabled={isDisabled}
            choose={setDataset}
          />
        )}
        <input
          type="file"
          accept=".csv,text/csv"
          aria-label="CSV file"
          className={styles.file}
          disabled={isDisabled}
          onChange={event => void takeFile(event)}
        />
      </div>
      <p className={styles.quiet}>
        Columns, in the first line: <span className={styles.columns}>{about?.columns}</span>. {about?.effect}
      </p>
      <div>
        <label htmlFor={textId} className={styles.label}>
          Content, from the file or pasted
        </label>
        <TextArea
          id={textId}
          isMonospaced
          minimumRows={5}
          maxHeight="16rem"
          isDisabled={isDisabled || !isShown}
          {...(!isShown && {
            placeholder: say`${text.length.toLocaleString()} characters, too many to show`,
          })}
          value={isShown ? text : ''}
          onChange={event => {
            newest.current += 1;
            take(withinLimit(event.currentTarget.value));
          }}
        />
      </div>
    </>
  );
}
