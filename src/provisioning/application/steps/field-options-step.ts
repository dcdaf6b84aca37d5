import { FIELD_NAMES, PEOPLE_FIELDS, type FieldName } from '../../../domain/work-type/fields';
import type { FieldOption } from '../../ports/jira-site';
import { marked } from '../../domain/mark';
import { noted, type Change, type SetUpStep, type World } from '../set-up-step';

/**
 * The options of the select fields, in their order. Options that somebody added stay, after ours; only a Cloud
 * service that the register does not have is disabled, because a ticket for it would go nowhere.
 */
export const FIELD_OPTIONS_STEP: SetUpStep = {
  key: 'field-options',
  title: 'Options of the select fields',
  specification: world => SELECTS.map(field => [field, wantedOptions(field, world)]),
  async inspect(world) {
    const changes: Change[] = [];
    for (const field of SELECTS) changes.push(...(await inspectSelect(world, field)));
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
function wantedOptions(field: FieldName, { services }: World): readonly string[] {
  const specification = PEOPLE_FIELDS[field];
  if (specification.type !== 'select') return [];
  return specification.options === 'services' ? (services ?? []) : specification.options;
}

async function inspectSelect(world: World, field: FieldName): Promise<Change[]> {
  const { contextId, changes } = await findContext(world, field);
  const fieldId = world.memory.fields[field];
  const existing = fieldId && contextId ? await world.site.fieldOptions(fieldId, contextId) : [];
  const wanted = wantedOptions(field, world);
  if (isKeptInStep(field) && world.services === null) {
    return [
      ...changes,
      { text: 'Add the cloud services of the register to Cloud service', perform: untilThereIsARegister },
    ];
  }
  return [
    ...changes,
    ...addition(world, field, wanted, existing),
    ...switches(world, field, wanted, existing),
    ...(isKeptInStep(field) ? [] : order(world, field, wanted, existing)),
  ];
}

async function findContext({ site, memory }: World, field: FieldName) {
  const { name } = PEOPLE_FIELDS[field];
  const place = contextKey(field);
  const fieldId = memory.fields[field];
  const contexts = fieldId === undefined ? [] : await site.fieldContexts(fieldId);
  const context =
    contexts.find(({ id }) => id === memory.made[place]) ??
    contexts.find(({ holdsEverywhere }) => holdsEverywhere);
  if (context) memory.made[place] = context.id;
  // Jira makes a context with every new field, so one has to be made only where somebody removed it.
  if (context || fieldId === undefined) return { contextId: context?.id, changes: [] };
  const text = `Create the context of the field ${name}`;
  const wanted = { name: `Remit: ${name}`, description: marked('') };
  const perform = async () => {
    memory.made[place] = await site.createFieldContext(fieldId, wanted);
  };
  return { contextId: undefined, changes: [{ text, perform }] };
}

function addition(
  world: World,
  field: FieldName,
  wanted: readonly string[],
  existing: readonly FieldOption[],
): Change[] {
  const missing = wanted.filter(value => !existing.some(option => option.value === value));
  if (missing.length === 0) return [];
  const noun = missing.length === 1 ? 'option' : 'options';
  const text = `Add the ${noun} ${missing.join(', ')} to ${PEOPLE_FIELDS[field].name}`;
  return [
    { text, perform: () => atContext(world, field, (...at) => world.site.addFieldOptions(...at, missing)) },
  ];
}

function switches(
  world: World,
  field: FieldName,
  wanted: readonly string[],
  existing: readonly FieldOption[],
): Change[] {
  const { name } = PEOPLE_FIELDS[field];
  const keptInStep = isKeptInStep(field);
  return existing.flatMap(option => {
    const needed = wanted.includes(option.value);
    const superfluous = keptInStep && !needed;
    if (option.disabled ? !needed : !superfluous) return [];
    const text = needed
      ? `Enable the option ${option.value} of ${name}`
      : `Disable the option ${option.value} of ${name}: the register has no such service`;
    const switched = { ...option, disabled: !needed };
    return [
      { text, perform: () => atContext(world, field, (...at) => world.site.setFieldOption(...at, switched)) },
    ];
  });
}

/** Wanted options come first, in their order; the ids of new ones are read when it is written. */
function order(
  world: World,
  field: FieldName,
  wanted: readonly string[],
  existing: readonly FieldOption[],
): Change[] {
  const values = existing.map(({ value }) => value);
  const afterAddition = [...values, ...wanted.filter(value => !values.includes(value))];
  if (wanted.every((value, position) => afterAddition[position] === value)) return [];
  const perform = () =>
    atContext(world, field, async (fieldId, contextId) => {
      const options = await world.site.fieldOptions(fieldId, contextId);
      const ids = wanted.flatMap(value =>
        options.filter(option => option.value === value).map(({ id }) => id),
      );
      await world.site.orderFieldOptions(fieldId, contextId, ids);
    });
  return [{ text: `Put the options of ${PEOPLE_FIELDS[field].name} in order`, perform }];
}

function atContext(
  world: World,
  field: FieldName,
  write: (fieldId: string, contextId: string) => Promise<void>,
): Promise<void> {
  const { name } = PEOPLE_FIELDS[field];
  const fieldId = noted(world.memory.fields[field], `field ${name}`);
  return write(fieldId, noted(world.memory.made[contextKey(field)], `context of the field ${name}`));
}

function contextKey(field: FieldName): string {
  return `context of ${field}`;
}
