import { APP_FIELD_NAMES, APP_FIELDS, type AppFieldName } from '../../../domain/work-type/fields';
import type { CustomField } from '../../ports/jira-site';
import type { Finding, SetUpStep, World } from '../set-up-step';

/** The read-only fields that come with the app: found, never made. */
export const APP_FIELDS_STEP: SetUpStep = {
  key: 'app-fields',
  title: 'Fields that only Remit writes',
  specification: () => APP_FIELDS,
  async inspect(world) {
    const fields = await world.site.customFields();
    return APP_FIELD_NAMES.flatMap(name => findAppField(world, fields, name));
  },
};

// The same app can be installed from several environments: only this one's fields will do.
function findAppField({ app, memory }: World, fields: readonly CustomField[], name: AppFieldName): Finding[] {
  const { moduleKey, name: title } = APP_FIELDS[name];
  const field = fields.find(
    ({ appField }) =>
      appField?.appId === app.appId &&
      appField.environmentId === app.environmentId &&
      appField.moduleKey === moduleKey,
  );
  if (field) {
    memory.fields[name] = field.id;
    return [];
  }
  return [
    {
      text: `The field ${title} that comes with Remit is missing`,
      obstacle: { code: 'APP_FIELD_MISSING', name: title },
    },
  ];
}
