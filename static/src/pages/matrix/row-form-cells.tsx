import { isolated } from '../../../../src/contract/text';
/** The cells of a row's form that are not roles. */
import { useId } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { Choice } from '../../components/choice';
import { Field, LongTextInput, TextInput } from '../../components/field';
import { COLUMNS, PARTIES } from './columns';
import type { Names } from './names';

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

interface PartProps {
  edited: MatrixRow;
  set: (change: Partial<MatrixRow>) => void;
}

export function IdField({ id, isTaken, set }: { id: string; isTaken: boolean; set: PartProps['set'] }) {
  return (
    <Field
      label={COLUMNS.id}
      about={isTaken ? 'Another row has this name already.' : 'A unique name. It can’t be changed later.'}
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

export function WhatFor({
  edited,
  rows,
  names,
  set,
}: PartProps & { rows: readonly MatrixRow[]; names: Names }) {
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
            {isolated(names.services.get(key) ?? key)}
          </option>
        ))}
      </datalist>
    </>
  );
}

const LONG_TEXTS = { customerTasks: 4_000, providerTasks: 4_000, evidence: 1_000 } as const;
const SHORT_TEXTS = ['policy', 'procedure', 'systemOfRecord', 'contractClause', 'frequency'] as const;

export function Texts({ edited, set }: PartProps) {
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
