import { AsyncSelect, CreatableSelect, default as Select } from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { Choice, Field } from '../api/fields';
import { searchPeople } from '../api/people';
import { Avatar } from '../layout/Avatar';
import { isList, type Draft } from './draft';

/** Where people are looked for: for an assignee only those who can be assigned there. */
export type Place = { key: string } | { project: string };

export interface FieldControlProps {
  field: Field;
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** The id of the input, which a label names. */
  inputId: string;
  place: Place;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  autoFocus?: boolean;
}

/** The control that a field's kind calls for. */
export function FieldControl(props: FieldControlProps) {
  const { field, draft, onChange, inputId, describedBy, isInvalid = false, autoFocus = false } = props;
  const text = typeof draft === 'string' ? draft : '';
  const described = describedBy === undefined ? {} : { 'aria-describedby': describedBy };
  switch (field.kind) {
    case 'paragraph':
      return (
        <TextArea
          id={inputId}
          value={text}
          minimumRows={4}
          resize="vertical"
          isInvalid={isInvalid}
          autoFocus={autoFocus}
          {...described}
          onChange={event => {
            onChange(event.target.value);
          }}
        />
      );
    case 'text':
    case 'number':
    case 'date':
      return (
        <Textfield
          id={inputId}
          type={field.kind}
          value={text}
          isInvalid={isInvalid}
          autoFocus={autoFocus}
          autoComplete="off"
          {...described}
          onChange={event => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    case 'fixed':
      return <span>{text}</span>;
    default:
      return <ChoiceControl {...props} />;
  }
}

function ChoiceControl({
  field,
  draft,
  onChange,
  inputId,
  place,
  describedBy,
  isInvalid = false,
  autoFocus = false,
}: FieldControlProps) {
  const shared = {
    inputId,
    isInvalid,
    autoFocus,
    isClearable: true,
    // Menus of controls in a dialog must not be cut off by it.
    menuPortalTarget: document.body,
    menuPlacement: 'auto' as const,
    placeholder:
      field.kind === 'labels' ? 'Type to add' : field.kind === 'person' ? 'Search for a person' : 'Select',
    classNamePrefix: 'choice',
    ...(describedBy === undefined ? {} : { descriptionId: describedBy }),
  };
  const single = draft === null || typeof draft === 'string' || isList(draft) ? null : draft;
  const several = isList(draft) ? draft : [];
  const loadPeople = async (query: string) =>
    (await searchPeople(query, field.id === 'assignee' ? place : undefined))
      .filter(person => person.accountType !== 'app')
      .map((person): Found => ({ value: person.accountId, label: person.displayName, sought: query }));
  switch (field.kind) {
    case 'person':
      return (
        <AsyncSelect<Choice>
          {...shared}
          value={single}
          onChange={onChange}
          loadOptions={loadPeople}
          filterOption={isFoundFor}
          defaultOptions
          formatOptionLabel={personOption}
        />
      );
    case 'people':
      return (
        <AsyncSelect<Choice, true>
          {...shared}
          isMulti
          value={several}
          onChange={onChange}
          loadOptions={loadPeople}
          filterOption={isFoundFor}
          defaultOptions
          formatOptionLabel={personOption}
        />
      );
    case 'labels':
      return (
        <CreatableSelect<Choice, true>
          {...shared}
          isMulti
          value={several}
          onChange={onChange}
          options={[]}
          noOptionsMessage={() => 'Type a label and press Enter'}
        />
      );
    case 'multi-select':
      return (
        <Select<Choice, true>
          {...shared}
          isMulti
          value={several}
          onChange={onChange}
          options={field.choices}
        />
      );
    default:
      return <Select<Choice> {...shared} value={single} onChange={onChange} options={field.choices} />;
  }
}

/** Someone who was found for a text. */
interface Found extends Choice {
  sought: string;
}

/** Until the answer to what is typed has come, no one of an earlier answer can be chosen. */
function isFoundFor({ data }: { data: Choice }, typed: string): boolean {
  return !('sought' in data) || data.sought === typed;
}

function personOption(choice: Choice) {
  return (
    <span className="person">
      <Avatar accountId={choice.value} name={choice.label} size="xxsmall" />
      <span>{choice.label}</span>
    </span>
  );
}
