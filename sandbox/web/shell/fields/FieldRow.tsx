import type { Field } from '../api/fields';
import { FieldControl, type Place } from './FieldControl';
import type { Draft } from './draft';

/** A field of a form: its label, its control, and what is wrong with it. */
export function FieldRow(props: {
  field: Field;
  draft: Draft;
  onChange: (draft: Draft) => void;
  place: Place;
  error?: string | undefined;
  /** Tells the inputs of two open forms apart. */
  form: string;
}) {
  const { field, draft, onChange, place, error, form } = props;
  const inputId = `${form}-${field.id}`;
  const errorId = `${inputId}-error`;
  return (
    <div className="field-row">
      <label htmlFor={inputId} {...(field.required ? { className: 'required' } : {})}>
        {field.name}
      </label>
      <FieldControl
        field={field}
        draft={draft}
        onChange={onChange}
        inputId={inputId}
        place={place}
        isInvalid={error !== undefined}
        describedBy={error === undefined ? undefined : errorId}
      />
      {error !== undefined && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
