import { useState } from 'react';
import type { Field } from '../api/fields';
import { JiraRefusal, messageOf } from '../api/request';
import { draftOf, isEmpty, sameDraft, toRest, type Draft } from './draft';

export interface FormErrors {
  /** For the whole form. */
  messages: string[];
  fields: Record<string, string>;
}

const NO_ERRORS: FormErrors = { messages: [], fields: {} };

/**
 * The drafts of a form's fields and what Jira said of them.
 * @param values - what the fields hold already, by field id
 */
export function useFieldForm(fields: readonly Field[], values: Record<string, unknown>) {
  const [changed, setChanged] = useState<Record<string, Draft>>({});
  const [errors, setErrors] = useState<FormErrors>(NO_ERRORS);
  const [isSending, setSending] = useState(false);
  const initial = (field: Field) => draftOf(field, values[field.id] ?? field.defaultValue);
  const draft = (field: Field): Draft => {
    const held = changed[field.id];
    return held === undefined ? initial(field) : held;
  };
  const set = (field: Field, next: Draft) => {
    setChanged({ ...changed, [field.id]: next });
    setErrors({ ...errors, fields: omit(errors.fields, field.id) }); // it was said of another value
  };

  /** The values that differ from what is stored, as REST takes them. */
  const changes = () => {
    const touched = fields.filter(
      field => changed[field.id] !== undefined && !sameDraft(draft(field), draftOf(field, values[field.id])),
    );
    return Object.fromEntries(
      touched.map(field => [field.id, isEmpty(draft(field)) ? emptied(field) : toRest(field, draft(field))]),
    );
  };

  /** Sends the form; keeps it, with what is wrong, when Jira refuses. @returns whether it was accepted */
  const send = async (sending: () => Promise<unknown>): Promise<boolean> => {
    setSending(true);
    setErrors(NO_ERRORS);
    try {
      await sending();
      return true;
    } catch (error) {
      setErrors(errorsFor(error, fields));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { draft, set, changes, send, errors, isSending };
}

function omit(fields: Record<string, string>, id: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== id));
}

function emptied(field: Field): unknown {
  return field.kind === 'labels' || field.kind === 'people' || field.kind === 'multi-select' ? [] : null;
}

/** Errors of fields that the form doesn't show go with the messages, so that none is lost. */
function errorsFor(error: unknown, fields: readonly Field[]): FormErrors {
  if (!(error instanceof JiraRefusal)) return { messages: [messageOf(error)], fields: {} };
  const shown = new Set(fields.map(field => field.id));
  const elsewhere = Object.entries(error.fields).filter(([id]) => !shown.has(id));
  return {
    messages: [...error.messages, ...elsewhere.map(([, message]) => message)],
    fields: Object.fromEntries(Object.entries(error.fields).filter(([id]) => shown.has(id))),
  };
}
