import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import { z } from 'zod';
import { jira } from '../api/request';
import { useLoaded } from '../loaded';
import type { ListQuery } from './query';

interface FilterProps {
  query: ListQuery;
  onChange: (next: Partial<ListQuery>) => void;
  /** The same question in JQL, to go on with there. */
  asJql: string;
}

/** Text, status and "assigned to me", or a query in JQL. */
export function ListFilters(props: FilterProps) {
  const { jql } = props.query;
  return jql === undefined ? <BasicFilters {...props} /> : <JqlFilter jql={jql} onChange={props.onChange} />;
}

async function statusNames(): Promise<string[]> {
  const statuses = await jira(z.array(z.object({ name: z.string() })), 'GET', 'status');
  return [...new Set(statuses.map(status => status.name))].sort((one, other) => one.localeCompare(other));
}

function BasicFilters({ query, onChange, asJql }: FilterProps) {
  const [text, setText] = useState(query.text);
  const { loaded } = useLoaded('statuses', statusNames);
  const options = loaded.state === 'ready' ? loaded.value.map(name => ({ value: name, label: name })) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ text: text.trim() });
  };
  return (
    <form className="filters" onSubmit={submit}>
      <div className="filter-text">
        <Textfield
          aria-label="Search work items"
          placeholder="Search work items"
          isCompact
          value={text}
          onChange={event => {
            setText(event.currentTarget.value);
          }}
          onBlur={() => {
            if (text.trim() !== query.text) onChange({ text: text.trim() });
          }}
        />
      </div>
      <div className="filter-status">
        <Select<{ value: string; label: string }>
          label="Status"
          inputId="filter-status"
          placeholder="Status"
          spacing="compact"
          isClearable
          isLoading={loaded.state === 'loading'}
          options={options}
          value={query.status === '' ? null : { value: query.status, label: query.status }}
          onChange={choice => {
            onChange({ status: choice?.value ?? '' });
          }}
        />
      </div>
      <Button
        isSelected={query.mine}
        aria-pressed={query.mine}
        onClick={() => {
          onChange({ mine: !query.mine });
        }}
      >
        Assigned to me
      </Button>
      <Button
        appearance="subtle"
        onClick={() => {
          onChange({ jql: asJql });
        }}
      >
        JQL
      </Button>
    </form>
  );
}

function JqlFilter({ jql, onChange }: { jql: string; onChange: FilterProps['onChange'] }) {
  const [text, setText] = useState(jql);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ jql: text });
  };
  return (
    <form className="filters" onSubmit={submit}>
      <div className="filter-jql">
        <Textfield
          aria-label="JQL"
          placeholder="project = KEY AND status = Done ORDER BY created DESC"
          isMonospaced
          isCompact
          value={text}
          onChange={event => {
            setText(event.currentTarget.value);
          }}
        />
      </div>
      <Button type="submit" appearance="primary">
        Search
      </Button>
      <Button
        appearance="subtle"
        onClick={() => {
          onChange({ jql: undefined });
        }}
      >
        Basic
      </Button>
    </form>
  );
}
