/** Fields that hold options and labels. */
import { optionValue } from '../../expressions/jira-types.ts';
import type { Field, FieldOption } from '../../model.ts';
import { openOptions, type Place } from './contexts.ts';
import { FieldRefusal, isRecord, textsOf, type FieldSite, type FieldType } from './field-type.ts';

function optionOf(stored: unknown, site: FieldSite): FieldOption | undefined {
  return site.records.fieldOptions.get(String(stored));
}

function valueOf(stored: unknown, site: FieldSite): string {
  return optionOf(stored, site)?.value ?? '';
}

export function optionBean(stored: unknown, site: FieldSite): Record<string, unknown> {
  const id = String(stored);
  return {
    self: `${site.settings.baseUrl}/rest/api/3/customFieldOption/${id}`,
    value: valueOf(stored, site),
    id,
  };
}

function optionInExpression(stored: unknown, site: FieldSite): Record<string, unknown> {
  return optionValue({ id: String(stored), value: valueOf(stored, site) });
}

function readOption(input: unknown, field: Field, site: FieldSite, place: Place): string {
  if (!isRecord(input)) throw new FieldRefusal(`Specify a valid 'id' or 'name' for ${field.name}`);
  const { id, value } = input;
  const options = openOptions(site, field, place);
  if (typeof id === 'string' || typeof id === 'number') {
    const known = options.find(option => option.id === String(id));
    if (!known) throw new FieldRefusal(`Option id '${String(id)}' is not valid`);
    return known.id;
  }
  const known = options.find(option => option.value === value);
  if (!known) throw new FieldRefusal(`Option value '${String(value)}' is not valid`);
  return known.id;
}

/** Selects and radio buttons, kept by the option's id. */
export const option: FieldType = {
  list: false,
  operations: ['set'],
  read: readOption,
  show: optionBean,
  describe: (stored, site) => ({ id: String(stored), text: valueOf(stored, site) }),
  express: optionInExpression,
  modified: optionBean,
  searchKind: 'named',
  search: (stored, site) => [searchableOption(stored, site)],
};

/** Multi-selects and checkboxes. */
export const optionList: FieldType = {
  list: true,
  operations: ['set', 'add', 'remove'],
  read: (input, field, site, place) => {
    if (!Array.isArray(input)) throw new FieldRefusal('data was not an array');
    return [...new Set(input.map(entry => readOption(entry, field, site, place)))];
  },
  show: (stored, site) => textsOf(stored).map(id => optionBean(id, site)),
  describe: (stored, site) => ({
    id: `[${textsOf(stored).join(', ')}]`,
    text: textsOf(stored)
      .map(id => valueOf(id, site))
      .join(','),
  }),
  express: (stored, site) => textsOf(stored).map(id => optionInExpression(id, site)),
  modified: (stored, site) => textsOf(stored).map(id => optionBean(id, site)),
  searchKind: 'named',
  search: (stored, site) => textsOf(stored).map(id => searchableOption(id, site)),
};

function searchableOption(stored: unknown, site: FieldSite) {
  const known = optionOf(stored, site);
  const order = known ? { order: known.position } : {};
  return { kind: 'named' as const, id: String(stored), names: [known?.value ?? ''], ...order };
}

export const labels: FieldType = {
  list: true,
  operations: ['set', 'add', 'remove'],
  read: input => {
    if (!Array.isArray(input)) throw new FieldRefusal('data was not an array');
    return [...new Set(input.map(readLabel))].sort((a, b) => a.localeCompare(b));
  },
  show: textsOf,
  describe: stored => ({ id: null, text: textsOf(stored).join(' ') }),
  express: textsOf,
  modified: textsOf,
  searchKind: 'named',
  search: stored => textsOf(stored).map(label => ({ kind: 'named', id: label, names: [label] })),
};

function readLabel(input: unknown): string {
  if (typeof input !== 'string') throw new FieldRefusal('Operation value must be a string');
  if (/\s/.test(input)) throw new FieldRefusal(`The label '${input}' contains spaces which is invalid.`);
  if (input === '' || input.length > 255)
    throw new FieldRefusal(`The label '${input}' is empty or longer than 255 characters.`);
  return input;
}
