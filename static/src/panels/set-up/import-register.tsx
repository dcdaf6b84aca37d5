import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Dataset } from '../../api/remit';
import { ExportRegister } from '../../components/export-register';
import type { CsvText } from './csv-file';
import { ImportOutcome } from './import-outcome';
import styles from './import-register.module.css';
import { ImportSource } from './import-source';
import { useRegisterImport, type ImportStanding } from './use-register-import';

interface ImportRegisterProps {
  /** Those to choose from. */
  datasets: readonly [Dataset, ...Dataset[]];
  /** Called once something was imported in earnest. */
  imported?: () => void;
}

/** Imports a register from a CSV file or pasted text: first as a dry run, then in earnest. */
export function ImportRegister({ datasets, imported }: ImportRegisterProps) {
  const [dataset, setDataset] = useState<Dataset>(datasets[0]);
  const [csv, setCsv] = useState<CsvText>({ ok: true, text: '' });
  const { standing, ask, forget } = useRegisterImport();
  const isImported = standing.state === 'answered' && !standing.imported.dryRun;
  const tell = useRef(imported);
  tell.current = imported;
  useEffect(() => {
    if (isImported) tell.current?.();
  }, [isImported]);

  const source = {
    datasets,
    dataset,
    setDataset: (chosen: Dataset) => {
      setDataset(chosen);
      forget();
    },
    csv,
    take: (given: CsvText) => {
      setCsv(given);
      forget();
    },
    isDisabled: standing.state === 'asking',
  };
  const send = (dryRun: boolean) => {
    if (csv.ok) ask(dataset, csv.text, dryRun);
  };

  return (
    <div className={styles.form}>
      <ImportSource {...source} />
      {!csv.ok && (
        <div role="alert">
          <SectionMessage appearance="warning">
            <p>{csv.message}</p>
          </SectionMessage>
        </div>
      )}
      <ImportActions empty={!csv.ok || csv.text.trim() === ''} standing={standing} send={send}>
        {datasets.length > 1 && (
          <ExportRegister key={dataset} dataset={dataset} label="Export current data" />
        )}
      </ImportActions>
      {standing.state === 'asking' && standing.parts > 1 && (
        <ProgressBar ariaLabel="Progress of the upload" value={standing.sent / standing.parts} />
      )}
      <ImportOutcome standing={standing} />
    </div>
  );
}

interface ImportActionsProps {
  empty: boolean;
  standing: ImportStanding;
  send: (dryRun: boolean) => void;
  children: ReactNode;
}

/** Only what a dry run has found good can be imported. */
function ImportActions({ empty, standing, send, children }: ImportActionsProps) {
  const asking = standing.state === 'asking';
  const checked = standing.state === 'answered' && standing.imported.dryRun;
  return (
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
      {!checked && !asking && <span className={styles.quiet}>Do a dry run first.</span>}
      {children}
    </div>
  );
}
