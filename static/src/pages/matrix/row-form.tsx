import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { comparableId } from '../../../../src/contract/text';
import { COLUMNS } from './columns';
import styles from './matrix.module.css';
import type { Names } from './names';
import { RoleCell } from './role-cell';
import { IdField, Texts, WhatFor } from './row-form-cells';
import type { Draft } from './use-draft';

/** A row that is not there yet: it has no name of its own. */
export const NEW_ROW: MatrixRow = {
  id: '',
  domain: '',
  activity: '',
  service: '*',
  party: 'customer',
  accountable: [],
  responsible: [],
  consulted: [],
  informed: [],
  customerTasks: '',
  providerTasks: '',
  policy: '',
  procedure: '',
  systemOfRecord: '',
  evidence: '',
  contractClause: '',
  frequency: '',
};

interface RowFormProps {
  row: MatrixRow;
  rows: readonly MatrixRow[];
  names: Names;
  draft: Draft;
  close: () => void;
}

/**
 * Every cell of a row, in place: a dialog would stand in the middle of a frame that is as high as its content, where
 * no one sees it.
 */
export function RowForm({ row, rows, names, draft, close }: RowFormProps) {
  const [edited, setEdited] = useState(row);
  const form = useRef<HTMLFormElement>(null);
  const isNew = row.id === '';
  const isTaken = isNew && rows.some(({ id }) => comparableId(id) === comparableId(edited.id));
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const set = (change: Partial<MatrixRow>) => {
    setEdited(before => ({ ...before, ...change }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isTaken && (await draft.put(edited))) close();
  };
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-label={isNew ? 'A new row' : say`Row ${row.id}`}
      onSubmit={event => void save(event)}
    >
      <div className={styles.form}>
        {isNew && <IdField id={edited.id} isTaken={isTaken} set={set} />}
        <WhatFor edited={edited} rows={rows} names={names} set={set} />
        {(['accountable', 'responsible', 'consulted', 'informed'] as const).map(column => (
          <RoleCell
            key={column}
            label={COLUMNS[column]}
            chosen={edited[column]}
            names={names}
            set={keys => {
              set({ [column]: keys });
            }}
          />
        ))}
        <Texts edited={edited} set={set} />
      </div>
      <div className={styles.bar}>
        <Button type="submit" appearance="primary" isLoading={draft.editing.state === 'asking'}>
          Save in the draft
        </Button>
        <Button appearance="subtle" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
