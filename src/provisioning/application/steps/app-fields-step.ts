import { APP_FIELD_NAMES, APP_FIELDS, type AppFieldName } from '../../../domain/work-type/fields';
import type { CustomField } from '../../ports/site-fields';
import type { PlanEntry, ProvisioningStep, StepContext } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

/** The read-only fields that come with the app: found, never created. */
export const APP_FIELDS_STEP: ProvisioningStep = {
  key: 'app-fields',
  title: 'Fields that only Remit writes',
  specification: () => APP_FIELDS,
  async plan(context) {
    const fields = await context.site.customFields();
    return APP_FIELD_NAMES.flatMap(name => findAppField(context, fields, name));
  },
};

// The same app can be installed from several environments: only the fields of this one count.
function findAppField(
  { app, state }: StepContext,
  fields: readonly CustomField[],
  name: AppFieldName,
): PlanEntry[] {
  const { moduleKey, name: title } = APP_FIELDS[name];
  const field = fields.find(
    ({ appField }) =>
      appField?.appId === app.appId &&
      appField.environmentId === app.environmentId &&
      appField.moduleKey === moduleKey,
  );
  if (field) {
    state.fields[name] = field.id;
    return [];
  }
  return [
    {
      text: say`The field ${title} that comes with Remit is missing`,
      blocker: { code: 'APP_FIELD_MISSING', name: title },
    },
  ];
}
