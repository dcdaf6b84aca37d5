import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import TextArea from '@atlaskit/textarea';
import { useId, useState, type ChangeEvent } from 'react';
import type { Dataset } from '../../api/remit';
import { Choice } from '../../components/choice';
import { csvText, withinLimit, type CsvText } from './csv-file';
import { ImportOutcome } from './import-outcome';
import styles from './import-register.module.css';
import { useRegisterImport } from './use-register-import';

const DATASETS = [
  {
    value: 'roles',
    words: 'Roles',
    columns: 'key, name, kind, charter',
    effect: 'A role with the same key is changed, others are added, and none is deleted.',
  },
  {
    value: 'holders',
    words: 'Role holders',
    columns: 'role, email, capacity, from, to',
    effect: 'A new holder ends the period of the one before; nothing of the past is deleted.',
  },
  {
    value: 'services',
    words: 'Cloud services',
    columns: 'key, name, provider, model, viewpoint, material, contract',
    effect: 'A service with the same key is changed, others are added, and none is deleted.',
  },
] as const;

/** Imports a register from a CSV file or pasted text: first as a dry run, then in earnest. */
export function ImportRegister() {
  const [dataset, setDataset] = useState<Dataset>('roles');
  const [csv, setCsv] = useState<CsvText>({ ok: true, text: '' });
  const { standing, ask, forget } = useRegisterImport();
  const textId = useId();
  const about = DATASETS.find(({ value }) => value === dataset);
  const asking = standing.state === 'asking';
  const empty = !csv.ok || csv.text.trim() === '';
  const checked = standing.state === 'answered' && standing.imported.dryRun;

  const take = (given: CsvText) => {
    setCsv(given);
    forget();
  };
  const takeFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file) take(csvText(await file.arrayBuffer()));
  };
  const send = (dryRun: boolean) => {
    if (csv.ok) ask(dataset, csv.text, dryRun);
  };

  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Choice
          label="Register"
          value={dataset}
          options={DATASETS}
          isDisabled={asking}
          choose={chosen => {
            setDataset(chosen);
            forget();
          }}
        />
        <input
          type="file"
          accept=".csv,text/csv"
          aria-label="CSV file"
          className={styles.file}
          disabled={asking}
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
          isDisabled={asking}
          value={csv.ok ? csv.text : ''}
          onChange={event => {
            take(withinLimit(event.currentTarget.value));
          }}
        />
      </div>
      {!csv.ok && (
        <div role="alert">
          <SectionMessage appearance="warning">
            <p>{csv.message}</p>
          </SectionMessage>
        </div>
      )}
      <div className={styles.row}>
        <Button
          isDisabled={empty || asking}
          isLoading={asking && standing.dryRun}
          onClick={() => {
            send(true);
          }}
        >
          Dry run
        </Button>
        <Button
          appearance="primary"
          isDisabled={!checked}
          isLoading={asking && !standing.dryRun}
          onClick={() => {
            send(false);
          }}
        >
          Import
        </Button>
        {!checked && !asking && <span className={styles.quiet}>A dry run comes first.</span>}
      </div>
      <ImportOutcome standing={standing} />
    </div>
  );
}
