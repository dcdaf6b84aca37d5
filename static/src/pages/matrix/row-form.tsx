import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { Choice } from '../../components/choice';
import { Field, LongTextInput, TextInput } from '../../components/field';
import { COLUMNS, PARTIES } from './columns';
import styles from './matrix.module.css';
import type { Names } from './names';
import { RoleCell } from './role-cell';
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

/** The most characters that a cell takes, as the server does. */
const LONGEST = {
  id: 128,
  domain: 64,
  activity: 160,
  service: 64,
  policy: 255,
  procedure: 255,
  systemOfRecord: 255,
  contractClause: 255,
  frequency: 64,
} as const;

interface RowFormProps {
  row: MatrixRow;
  rows: readonly MatrixRow[];
  names: Names;
  draft: Draft;
  close: () => void;
}

/**
 * Every cell of a row, in place: a dialog would stand in the middle of a frame that is as high as its content, where
 * nobody sees it.
 */
export function RowForm({ row, rows, names, draft, close }: RowFormProps) {
  const [edited, setEdited] = useState(row);
  const form = useRef<HTMLFormElement>(null);
  const isNew = row.id === '';
  const isTaken = isNew && rows.some(({ id }) => id === edited.id);
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
      aria-label={isNew ? 'A new row' : `Row ${row.id}`}
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

interface PartProps {
  edited: MatrixRow;
  set: (change: Partial<MatrixRow>) => void;
}

function IdField({ id, isTaken, set }: { id: string; isTaken: boolean; set: PartProps['set'] }) {
  return (
    <Field
      label={COLUMNS.id}
      about={
        isTaken ? 'Another row has this name already.' : 'A name that no other row has; it stays for good.'
      }
    >
      {(fieldId, aboutId) => (
        <TextInput
          id={fieldId}
          required
          maxLength={LONGEST.id}
          aria-describedby={aboutId}
          aria-invalid={isTaken}
          value={id}
          onText={text => {
            set({ id: text.trim() });
          }}
        />
      )}
    </Field>
  );
}

function WhatFor({ edited, rows, names, set }: PartProps & { rows: readonly MatrixRow[]; names: Names }) {
  const domainsId = useId();
  const servicesId = useId();
  const services = new Set([...names.services.keys(), ...rows.map(({ service }) => service), '*']);
  return (
    <>
      <Field label={COLUMNS.domain}>
        {id => (
          <TextInput
            id={id}
            required
            list={domainsId}
            maxLength={LONGEST.domain}
            value={edited.domain}
            onText={domain => {
              set({ domain });
            }}
          />
        )}
      </Field>
      <Field label={COLUMNS.activity} about="Empty for everything else in the domain.">
        {(id, aboutId) => (
          <TextInput
            id={id}
            maxLength={LONGEST.activity}
            aria-describedby={aboutId}
            value={edited.activity}
            onText={activity => {
              set({ activity });
            }}
          />
        )}
      </Field>
      <Field label={COLUMNS.service} about="The service’s key; * for any.">
        {(id, aboutId) => (
          <TextInput
            id={id}
            required
            list={servicesId}
            maxLength={LONGEST.service}
            aria-describedby={aboutId}
            value={edited.service}
            onText={service => {
              set({ service });
            }}
          />
        )}
      </Field>
      <Field label={COLUMNS.party}>
        {id => (
          <Choice
            id={id}
            value={edited.party}
            options={PARTIES}
            choose={party => {
              set({ party });
            }}
          />
        )}
      </Field>
      <datalist id={domainsId}>
        {[...new Set(rows.map(({ domain }) => domain))].map(domain => (
          <option key={domain} value={domain} />
        ))}
      </datalist>
      <datalist id={servicesId}>
        {[...services].map(key => (
          <option key={key} value={key}>
            {names.services.get(key)}
          </option>
        ))}
      </datalist>
    </>
  );
}

const LONG_TEXTS = { customerTasks: 4_000, providerTasks: 4_000, evidence: 1_000 } as const;
const SHORT_TEXTS = ['policy', 'procedure', 'systemOfRecord', 'contractClause', 'frequency'] as const;

function Texts({ edited, set }: PartProps) {
  return (
    <>
      {(Object.keys(LONG_TEXTS) as (keyof typeof LONG_TEXTS)[]).map(column => (
        <Field key={column} label={COLUMNS[column]} isWide>
          {id => (
            <LongTextInput
              id={id}
              maxLength={LONG_TEXTS[column]}
              value={edited[column]}
              onText={text => {
                set({ [column]: text });
              }}
            />
          )}
        </Field>
      ))}
      {SHORT_TEXTS.map(column => (
        <Field key={column} label={COLUMNS[column]}>
          {id => (
            <TextInput
              id={id}
              maxLength={LONGEST[column]}
              value={edited[column]}
              onText={text => {
                set({ [column]: text });
              }}
            />
          )}
        </Field>
      ))}
    </>
  );
}
