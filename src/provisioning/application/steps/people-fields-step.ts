import { FIELD_NAMES, PEOPLE_FIELDS, type FieldName } from '../../../domain/work-type/fields';
import type { CustomField } from '../../ports/jira-site';
import { marked } from '../../domain/mark';
import { findThing, note } from '../managed-resource';
import type { Finding, SetUpStep, World } from '../set-up-step';

/** The fields that people write. Jira allows several fields of one name: ours carry our mark. */
export const PEOPLE_FIELDS_STEP: SetUpStep = {
  key: 'people-fields',
  title: 'Fields that people write',
  specification: () => FIELD_NAMES.map(wantedField),
  async inspect(world) {
    const fields = await world.site.customFields();
    return FIELD_NAMES.flatMap(name => inspectField(world, name, fields));
  },
};

function wantedField(field: FieldName) {
  const { name, type, description } = PEOPLE_FIELDS[field];
  return { name, type, description: marked(description) };
}

function inspectField({ site, memory }: World, field: FieldName, fields: readonly CustomField[]): Finding[] {
  const wanted = wantedField(field);
  return findThing(
    {
      ...wanted,
      what: 'field',
      detail: ` (${wanted.type})`,
      create: () => site.createField(wanted),
      restore: id => site.describeField({ ...wanted, id }),
    },
    fields.filter(({ type }) => type === wanted.type),
    note(memory.fields, field),
    'may repeat',
  ).findings;
}
