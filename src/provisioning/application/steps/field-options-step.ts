import { FIELD_NAMES, PEOPLE_FIELDS, type FieldName } from '../../../domain/work-type/fields';
import type { FieldOption } from '../../ports/site-fields';
import { marked } from '../../domain/managed-mark';
import { required, type PlannedChange, type ProvisioningStep, type StepContext } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

/**
 * The options of the select fields, in their order. Options that someone added stay, after ours; only a Cloud
 * service that the register does not have is disabled, because a ticket for it would go nowhere.
 */
export const FIELD_OPTIONS_STEP: ProvisioningStep = {
  key: 'field-options',
  title: 'Options of the select fields',
  specification: context => SELECTS.map(field => [field, wantedOptions(field, context)]),
  async plan(context) {
    const changes: PlannedChange[] = [];
    for (const field of SELECTS) changes.push(...(await planSelect(context, field)));
    return changes;
  },
};

const SELECTS = FIELD_NAMES.filter(field => PEOPLE_FIELDS[field].type === 'select');

function isKeptInStep(field: FieldName): boolean {
  const specification = PEOPLE_FIELDS[field];
  return specification.type === 'select' && specification.options === 'services';
}

function untilThereIsARegister(): Promise<never> {
  return Promise.reject(
    new Error('The options of the cloud services cannot be written before the register is there.'),
  );
}

/** An empty list when the services are not known yet. */
function wantedOptions(field: FieldName, { services }: StepContext): readonly string[] {
  const specification = PEOPLE_FIELDS[field];
  if (specification.type !== 'select') return [];
  return specification.options === 'services' ? (services ?? []) : specification.options;
}

async function planSelect(context: StepContext, field: FieldName): Promise<PlannedChange[]> {
  const { contextId, changes } = await findContext(context, field);
  const fieldId = context.state.fields[field];
  const existing = fieldId && contextId ? await context.site.fieldOptions(fieldId, contextId) : [];
  const wanted = wantedOptions(field, context);
  if (isKeptInStep(field) && context.services === null) {
    return [
      ...changes,
      { text: 'Add the cloud services of the register to Cloud service', apply: untilThereIsARegister },
    ];
  }
  return [
    ...changes,
    ...addition(context, field, wanted, existing),
    ...switches(context, field, wanted, existing),
    ...(isKeptInStep(field) ? [] : order(context, field, wanted, existing)),
  ];
}

async function findContext({ site, state }: StepContext, field: FieldName) {
  const { name } = PEOPLE_FIELDS[field];
  const entry = contextKey(field);
  const fieldId = state.fields[field];
  const contexts = fieldId === undefined ? [] : await site.fieldContexts(fieldId);
  const context =
    contexts.find(({ id }) => id === state.resources[entry]) ??
    contexts.find(({ appliesEverywhere }) => appliesEverywhere);
  if (context) state.resources[entry] = context.id;
  // Jira creates a context with every field; one is missing only where someone removed it.
  if (context || fieldId === undefined) return { contextId: context?.id, changes: [] };
  const text = say`Create the context of the field ${name}`;
  const wanted = { name: `Remit: ${name}`, description: marked('') };
  const apply = async () => {
    state.resources[entry] = await site.createFieldContext(fieldId, wanted);
  };
  return { contextId: undefined, changes: [{ text, apply }] };
}

function addition(
  context: StepContext,
  field: FieldName,
  wanted: readonly string[],
  existing: readonly FieldOption[],
): PlannedChange[] {
  const missing = wanted.filter(value => !existing.some(option => option.value === value));
  if (missing.length === 0) return [];
  const noun = missing.length === 1 ? 'option' : 'options';
  const text = say`Add the ${noun} ${missing} to ${PEOPLE_FIELDS[field].name}`;
  return [
    { text, apply: () => atContext(context, field, (...at) => context.site.addFieldOptions(...at, missing)) },
  ];
}

function switches(
  context: StepContext,
  field: FieldName,
  wanted: readonly string[],
  existing: readonly FieldOption[],
): PlannedChange[] {
  const { name } = PEOPLE_FIELDS[field];
  const keptInStep = isKeptInStep(field);
  return existing.flatMap(option => {
    const needed = wanted.includes(option.value);
    const superfluous = keptInStep && !needed;
    if (option.disabled ? !needed : !superfluous) return [];
    const text = needed
      ? say`Enable the option ${option.value} of ${name}`
      : say`Disable the option ${option.value} of ${name}: the register has no such service`;
    const switched = { ...option, disabled: !needed };
    return [
      {
        text,
        apply: () => atContext(context, field, (...at) => context.site.setFieldOption(...at, switched)),
      },
    ];
  });
}

/** ManagedResource options come first, in their order; the ids of new ones are read when it is written. */
function order(
  context: StepContext,
  field: FieldName,
  wanted: readonly string[],
  existing: readonly FieldOption[],
): PlannedChange[] {
  const values = existing.map(({ value }) => value);
  const afterAddition = [...values, ...wanted.filter(value => !values.includes(value))];
  if (wanted.every((value, position) => afterAddition[position] === value)) return [];
  const apply = () =>
    atContext(context, field, async (fieldId, contextId) => {
      const options = await context.site.fieldOptions(fieldId, contextId);
      const ids = wanted.flatMap(value =>
        options.filter(option => option.value === value).map(({ id }) => id),
      );
      await context.site.orderFieldOptions(fieldId, contextId, ids);
    });
  return [{ text: say`Sort the options of ${PEOPLE_FIELDS[field].name}`, apply }];
}

function atContext(
  context: StepContext,
  field: FieldName,
  write: (fieldId: string, contextId: string) => Promise<void>,
): Promise<void> {
  const { name } = PEOPLE_FIELDS[field];
  const fieldId = required(context.state.fields[field], `field ${name}`);
  return write(
    fieldId,
    required(context.state.resources[contextKey(field)], say`context of the field ${name}`),
  );
}

function contextKey(field: FieldName): string {
  return `context of ${field}`;
}
