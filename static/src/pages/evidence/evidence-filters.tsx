import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { EvidenceRead } from '../../../../src/contract/evidence';
import type { EvidenceFilter } from '../../api/remit';
import { Choice } from '../../components/choice';
import { ExportRegister } from '../../components/export-register';
import { Field, TextInput } from '../../components/field';
import styles from './evidence.module.css';

interface EvidenceFiltersProps extends Pick<EvidenceRead, 'kinds'> {
  filter: EvidenceFilter;
  setFilter: (filter: EvidenceFilter) => void;
}

/** Of one ticket, of one kind; what is chosen is what is exported. */
export function EvidenceFilters({ kinds, filter, setFilter }: EvidenceFiltersProps) {
  const [ticket, setTicket] = useState(filter.ticket ?? '');
  const apply = (typed: string, kind: string) => {
    const key = typed.trim().toUpperCase();
    setFilter({ ...(key !== '' && { ticket: key }), ...(kind !== '' && { kind }) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(ticket, filter.kind ?? '');
  };
  return (
    <form role="search" aria-label="Evidence" className={styles.filters} onSubmit={submit}>
      <Field label="Ticket (optional)">
        {id => <TextInput id={id} placeholder="GOV-1" value={ticket} onText={setTicket} />}
      </Field>
      <Field label="What happened">
        {id => (
          <Choice
            id={id}
            value={filter.kind ?? ''}
            options={[
              { value: '', words: 'Everything' },
              ...kinds.map(({ kind, title }) => ({ value: kind, words: title })),
            ]}
            choose={kind => {
              apply(ticket, kind);
            }}
          />
        )}
      </Field>
      <Button type="submit">Show</Button>
      <span className={styles.spring} />
      <ExportRegister dataset="evidence" label="Export as CSV" part={filter} />
    </form>
  );
}
