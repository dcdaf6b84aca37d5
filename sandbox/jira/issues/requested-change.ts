/** What a request asks to change of a work item, checked field by field. */
import type { Field, Issue } from '../model.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import { isDocument } from './fields/adf.ts';
import { FieldRefusal, isEmpty, isRecord, type FieldSite, type FieldType } from './fields/field-type.ts';
import { typeOf } from './fields/types-by-key.ts';
import { fieldOf } from './field-set.ts';
import type { UpdateOperation, UpdateRequest } from './update-request.ts';

export interface NewComment {
  body: unknown;
  properties: { key: string; value: unknown }[];
}

/** Checked values, ready to be kept. */
export interface RequestedChange {
  /** By field id; null clears. */
  values: Map<string, unknown>;
  comments: NewComment[];
}

/** The part of a work item that values are checked against; a new one has no fields yet. */
export type ChangedIssue = Pick<Issue, 'projectId' | 'issueTypeId' | 'fields'>;

/**
 * The change that a request asks for.
 * Refuses 400 with every field that cannot be set or whose value isn't one of the field's.
 * @param maySet - whether the operation may set the field
 * @param ignored - fields that the operation reads elsewhere, such as the project of a new work item
 */
export function requestedChange(
  site: FieldSite,
  issue: ChangedIssue,
  request: UpdateRequest,
  maySet: (field: Field) => boolean,
  ignored: readonly string[] = [],
): RequestedChange {
  const change: RequestedChange = { values: new Map(), comments: [] };
  const errors: Record<string, string> = {};
  for (const [name, operations] of operationsByField(request)) {
    if (ignored.includes(name)) continue;
    try {
      if (name === 'comment') change.comments.push(...operations.map(newComment));
      else applyOperations(site, issue, settable(site, name, maySet), operations, change);
    } catch (error) {
      if (!(error instanceof FieldRefusal)) throw error;
      errors[name] = error.message;
    }
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return change;
}

/** Jira's words for a field that an operation doesn't take. */
export function cannotBeSet(name: string): string {
  return `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
}

function operationsByField(request: UpdateRequest): [string, UpdateOperation[]][] {
  const twice = Object.keys(request.fields).find(name => name in request.update);
  if (twice !== undefined) {
    throw new JiraError(400, [], { [twice]: `Field '${twice}' cannot appear in both 'fields' and 'update'` });
  }
  const sets = Object.entries(request.fields).map(([name, set]): [string, UpdateOperation[]] => [
    name,
    [{ set }],
  ]);
  return [...sets, ...Object.entries(request.update)];
}

function settable(site: FieldSite, name: string, maySet: (field: Field) => boolean): Field {
  const field = fieldOf(site, name);
  if (!field || !maySet(field)) throw new FieldRefusal(cannotBeSet(name));
  return field;
}

function applyOperations(
  site: FieldSite,
  issue: ChangedIssue,
  field: Field,
  operations: readonly UpdateOperation[],
  change: RequestedChange,
): void {
  for (const operation of operations) {
    const before = change.values.has(field.id) ? change.values.get(field.id) : issue.fields[field.id];
    change.values.set(field.id, operated(site, issue, field, operation, before));
  }
}

function operated(
  site: FieldSite,
  issue: ChangedIssue,
  field: Field,
  operation: UpdateOperation,
  before: unknown,
): unknown {
  const type = typeOf(field);
  const [verb, input] = verbOf(operation, type);
  if (verb === 'set') return input === null ? cleared(field) : orNull(type.read(input, field, site, issue));
  const given: unknown = type.read([input], field, site, issue);
  const one: unknown = Array.isArray(given) ? given[0] : undefined;
  const others: unknown[] = Array.isArray(before) ? before.filter(entry => entry !== one) : [];
  return orNull(verb === 'add' ? type.read(type.show([...others, one], site), field, site, issue) : others);
}

function verbOf(operation: UpdateOperation, type: FieldType): ['set' | 'add' | 'remove', unknown] {
  const [entry, ...more] = Object.entries(operation);
  if (!entry || more.length > 0) throw new FieldRefusal('Each update needs exactly one operation.');
  const verb = type.operations.find(one => one === entry[0]);
  if (!verb) throw new FieldRefusal(`Field does not support update '${entry[0]}'`);
  return [verb, entry[1]];
}

function cleared(field: Field): null {
  if (field.id === 'summary') throw new FieldRefusal('You must specify a summary of the issue.');
  if (field.id === 'reporter') throw new FieldRefusal('Reporter is required.');
  if (field.id === 'priority') throw new FieldRefusal('Priority is required.');
  return null;
}

function orNull(value: unknown): unknown {
  return isEmpty(value) ? null : value;
}

function newComment(operation: UpdateOperation): NewComment {
  const given = operation.add;
  if (given === undefined) throw notModelled('changing or removing a comment through the field comment');
  if (!isRecord(given)) throw new FieldRefusal('Comment body can not be empty!');
  return readComment(given['body'], []);
}

/** A comment to be written. Refuses a body that isn't a document with text. */
export function readComment(body: unknown, properties: NewComment['properties']): NewComment {
  if (!isDocument(body)) throw new FieldRefusal('Comment body is not valid!');
  return { body, properties };
}
