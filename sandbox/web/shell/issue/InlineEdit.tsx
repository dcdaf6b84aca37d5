import { IconButton } from '@atlaskit/button/new';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Field } from '../api/fields';
import { editIssue, type Issue } from '../api/issues';
import { FieldControl } from '../fields/FieldControl';
import { useFieldForm } from '../fields/useFieldForm';

interface InlineEditProps {
  issue: Issue;
  field: Field;
  onSaved: () => Promise<void>;
  /** How the value looks while it isn't edited. */
  children: ReactNode;
  className?: string;
}

/** A value that becomes its control when it is chosen, as everywhere in Jira's view. */
export function InlineEdit({ issue, field, onSaved, children, className = '' }: InlineEditProps) {
  const [isEditing, setEditing] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    window.requestAnimationFrame(() => trigger.current?.focus());
  };
  if (isEditing) return <Editor issue={issue} field={field} onSaved={onSaved} onClose={close} />;
  return (
    <div className={`inline-edit ${className}`}>
      <button
        ref={trigger}
        type="button"
        className="inline-edit-button"
        aria-label={`Edit ${field.name}`}
        onClick={() => {
          setEditing(true);
        }}
      />
      <div className="inline-edit-value">{children}</div>
    </div>
  );
}

function Editor({
  issue,
  field,
  onSaved,
  onClose,
}: Omit<InlineEditProps, 'children'> & { onClose: () => void }) {
  const form = useFieldForm([field], issue.fields);
  const inputId = `edit-${field.id}`;
  const problem = form.errors.fields[field.id] ?? form.errors.messages.join('\n');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const changes = form.changes();
    const accepted = await form.send(async () => {
      if (Object.keys(changes).length === 0) return;
      await editIssue(issue.key, changes);
      await onSaved();
    });
    if (accepted) onClose();
  };
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="inline-editor" onSubmit={event => void save(event)} onKeyDown={keys} noValidate>
      <label htmlFor={inputId} className="visually-hidden">
        {field.name}
      </label>
      <FieldControl
        field={field}
        draft={form.draft(field)}
        onChange={draft => {
          form.set(field, draft);
        }}
        inputId={inputId}
        place={{ key: issue.key }}
        isInvalid={problem !== ''}
        describedBy={problem === '' ? undefined : `${inputId}-error`}
        autoFocus
      />
      <div className="inline-editor-actions">
        <IconButton
          type="submit"
          icon={CheckMarkIcon}
          label={`Save ${field.name}`}
          isDisabled={form.isSending}
        />
        <IconButton icon={CrossIcon} label={`Cancel editing ${field.name}`} onClick={onClose} />
      </div>
      {problem !== '' && (
        <p role="alert" className="field-error" id={`${inputId}-error`}>
          {problem}
        </p>
      )}
    </form>
  );
}
