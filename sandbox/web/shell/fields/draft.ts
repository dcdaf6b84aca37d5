/** A field's value while a form holds it, and its two translations: from what REST gives, to what REST takes. */
import { z } from 'zod';
import { toDocument, toPlainText } from '../adf/plain-text';
import type { Choice, Field } from '../api/fields';

/** Text for typed fields, a choice or none for single ones, a list for multiple ones. */
export type Draft = string | Choice | readonly Choice[] | null;

const Named = z.object({
  id: z.string().optional(),
  accountId: z.string().optional(),
  value: z.string().optional(),
  name: z.string().optional(),
  displayName: z.string().optional(),
});

/** @param value - the field's value in an answer of REST; absent for a new work item */
export function draftOf(field: Field, value: unknown): Draft {
  switch (field.kind) {
    case 'paragraph':
      return toPlainText(value);
    case 'select':
    case 'person':
      return choiceOf(value);
    case 'multi-select':
    case 'people':
    case 'labels':
      return Array.isArray(value) ? value.map(choiceOf).filter(choice => choice !== null) : [];
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** A label, an option or a person as a choice; null for anything else. */
export function choiceOf(value: unknown): Choice | null {
  if (typeof value === 'string') return { value, label: value };
  const parsed = Named.safeParse(value);
  if (!parsed.success) return null;
  const { id, accountId, value: text, name, displayName } = parsed.data;
  const key = accountId ?? id;
  return key === undefined ? null : { value: key, label: displayName ?? text ?? name ?? key };
}

/** What `fields.{id}` is in a request; null empties the field. */
export function toRest(field: Field, draft: Draft): unknown {
  if (typeof draft === 'string') return textToRest(field, draft);
  if (draft === null) return null;
  const reference = (choice: Choice): unknown => {
    if (field.kind === 'labels') return choice.value;
    return field.kind === 'person' || field.kind === 'people'
      ? { accountId: choice.value }
      : { id: choice.value };
  };
  return isList(draft) ? draft.map(reference) : reference(draft);
}

function textToRest(field: Field, text: string): unknown {
  if (field.kind === 'paragraph') return toDocument(text);
  if (text.trim() === '') return null;
  return field.kind === 'number' ? Number(text) : text;
}

export function isList(draft: Draft): draft is readonly Choice[] {
  return Array.isArray(draft);
}

export function isEmpty(draft: Draft): boolean {
  if (draft === null) return true;
  return typeof draft === 'string' ? draft.trim() === '' : isList(draft) && draft.length === 0;
}

export function sameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
