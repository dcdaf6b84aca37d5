import { FIELD_NAMES, PEOPLE_FIELDS, type FieldName } from '../../../domain/work-type/fields';
import type { CustomField } from '../../ports/site-fields';
import { marked } from '../../domain/managed-mark';
import { findManaged, stateEntry } from '../managed-resource';
import type { PlanEntry, ProvisioningStep, StepContext } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

/** The fields that people write. Jira allows several fields of one name: ours carry our mark. */
export const PEOPLE_FIELDS_STEP: ProvisioningStep = {
  key: 'people-fields',
  title: 'Fields that people write',
  specification: () => FIELD_NAMES.map(wantedField),
  async plan(context) {
    const fields = await context.site.customFields();
    return FIELD_NAMES.flatMap(name => planField(context, name, fields));
  },
};

function wantedField(field: FieldName) {
  const { name, type, description } = PEOPLE_FIELDS[field];
  return { name, type, description: marked(description) };
}

function planField(
  { site, state }: StepContext,
  field: FieldName,
  fields: readonly CustomField[],
): PlanEntry[] {
  const wanted = wantedField(field);
  return findManaged(
    {
      ...wanted,
      what: 'field',
      detail: say` (${wanted.type})`,
      create: () => site.createField(wanted),
      restore: id => site.describeField({ ...wanted, id }),
    },
    fields.filter(({ type }) => type === wanted.type),
    stateEntry(state.fields, field),
    'may repeat',
  ).plan;
}
