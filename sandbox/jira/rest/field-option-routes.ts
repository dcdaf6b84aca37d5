import * as z from 'zod';
import { hasOptions } from '../admin/custom-field-types.ts';
import type { JiraContext } from '../context.ts';
import type { FieldContext, FieldOption } from '../model.ts';
import { contextOf } from './field-context-routes.ts';
import { customField } from './field-routes.ts';
import { page, PAGE_QUERY } from './page.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found } from './site-administration.ts';

const VALUE = z
  .string()
  .trim()
  .min(1, 'The option value is required.')
  .max(255, 'The option value is too long.');

const CREATE = z.strictObject({
  options: z
    .array(z.strictObject({ value: VALUE, disabled: z.boolean().optional() }))
    .min(1)
    .max(1000, 'At most 1000 options can be created per request.'),
});

const UPDATE = z.strictObject({
  options: z
    .array(z.strictObject({ id: z.string(), value: VALUE.optional(), disabled: z.boolean().optional() }))
    .min(1)
    .max(1000, 'At most 1000 options can be updated per request.'),
});

const MOVE = z
  .strictObject({
    customFieldOptionIds: z.array(z.string()).min(1),
    position: z.enum(['First', 'Last']).optional(),
    after: z.string().optional(),
  })
  .refine(
    ({ position, after }) => position === undefined || after === undefined,
    "'after' and 'position' were provided. Only 'after' or 'position' can be specified.",
  )
  .refine(
    ({ position, after }) => position !== undefined || after !== undefined,
    "Either 'after' or 'position' must be specified.",
  );

/** A field of 10,000 options takes no more. Source: the official description of the operation. */
const MOST_OPTIONS = 10_000;

/** The options of select fields, by context. Cascading ones are not modelled. */
export function fieldOptionRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/field/{fieldId}/context/{contextId}/option';
  const administer = {
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 403, 'Only Jira administrators can manage custom field options.'),
  };
  return [
    route({
      method: 'GET',
      path,
      ...administer,
      query: [...PAGE_QUERY, 'optionId', 'onlyOptions'],
      handle(call) {
        const asked = call.query.get('optionId');
        const rows = optionsOf(context, optionContext(context, call)).filter(
          ({ id }) => asked === null || id === asked,
        );
        const listed = page(call, context.settings.baseUrl, rows, { default: 100, most: 100 });
        return { status: 200, body: { ...listed, values: listed.values.map(optionJson) } };
      },
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: CREATE,
      handle: call => ({ status: 200, body: { options: createOptions(context, call).map(optionJson) } }),
    }),
    route({
      method: 'PUT',
      path,
      ...administer,
      body: UPDATE,
      handle: call => ({ status: 200, body: { options: updateOptions(context, call).map(optionJson) } }),
    }),
    route({
      method: 'PUT',
      path: `${path}/move`,
      ...administer,
      body: MOVE,
      handle(call) {
        moveOptions(context, call);
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{optionId}`,
      ...administer,
      handle(call) {
        const owner = optionContext(context, call);
        const option = knownOption(context, owner, call.param('optionId'));
        if (context.records.issues.find(({ fields }) => holds(fields[owner.fieldId], option.id))) {
          throw new JiraError(400, 'The option is in use by issues.');
        }
        context.records.fieldOptions.remove(option.id);
        return { status: 204 };
      },
    }),
  ];
}

function optionJson({ id, value, disabled }: FieldOption) {
  return { id, value, disabled };
}

function optionContext(context: JiraContext, call: RestCall): FieldContext {
  const field = customField(context, call.param('fieldId'));
  if (field.key !== undefined) throw notModelled('options of an app’s field');
  if (!hasOptions(field)) throw new JiraError(400, "The custom field doesn't support options.");
  return contextOf(context, call);
}

function optionsOf({ records }: JiraContext, { id }: FieldContext): FieldOption[] {
  return records.fieldOptions
    .filter(({ contextId }) => contextId === id)
    .sort((a, b) => a.position - b.position);
}

function knownOption({ records }: JiraContext, owner: FieldContext, id: string): FieldOption {
  const option = records.fieldOptions.get(id);
  return found(
    option?.contextId === owner.id ? option : undefined,
    `The option with id ${id} was not found.`,
  );
}

function createOptions(context: JiraContext, call: RestCall<z.infer<typeof CREATE>>): FieldOption[] {
  const owner = optionContext(context, call);
  const present = optionsOf(context, owner);
  const { options } = call.body;
  if (present.length + options.length > MOST_OPTIONS)
    throw new JiraError(400, 'The field has too many options.');
  refuseRepeated([...present, ...options]);
  const last = present.at(-1)?.position ?? -1;
  return options.map(({ value, disabled = false }, index) =>
    context.records.fieldOptions.put({
      id: context.store.nextId('fieldOption'),
      contextId: owner.id,
      fieldId: owner.fieldId,
      value,
      disabled,
      position: last + 1 + index,
    }),
  );
}

/** The options that really changed: Jira doesn't report the others. */
function updateOptions(context: JiraContext, call: RestCall<z.infer<typeof UPDATE>>): FieldOption[] {
  const owner = optionContext(context, call);
  const next = call.body.options.map(({ id, value, disabled }) => {
    const option = knownOption(context, owner, id);
    return {
      before: option,
      after: { ...option, value: value ?? option.value, disabled: disabled ?? option.disabled },
    };
  });
  const byId = new Map(next.map(({ after }) => [after.id, after]));
  refuseRepeated(optionsOf(context, owner).map(option => byId.get(option.id) ?? option));
  return next
    .filter(({ before, after }) => before.value !== after.value || before.disabled !== after.disabled)
    .map(({ after }) => context.records.fieldOptions.put(after));
}

/** Puts options first, last or after another one, in the order in which they are given. */
function moveOptions(context: JiraContext, call: RestCall<z.infer<typeof MOVE>>): void {
  const owner = optionContext(context, call);
  const { customFieldOptionIds, position, after } = call.body;
  const moved = customFieldOptionIds.map(id => knownOption(context, owner, id));
  const others = optionsOf(context, owner).filter(({ id }) => !customFieldOptionIds.includes(id));
  if (after !== undefined) knownOption(context, owner, after);
  const before = position === undefined ? others.findIndex(({ id }) => id === after) + 1 : others.length;
  const at = position === 'First' ? 0 : before;
  const ordered = [...others.slice(0, at), ...moved, ...others.slice(at)];
  for (const [index, option] of ordered.entries())
    context.records.fieldOptions.put({ ...option, position: index });
}

function refuseRepeated(options: readonly { value: string }[]): void {
  const values = options.map(({ value }) => value);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined)
    throw new JiraError(400, `The option values must be unique, and '${twice}' is repeated.`);
}

function holds(value: unknown, optionId: string): boolean {
  return Array.isArray(value) ? value.includes(optionId) : value === optionId;
}
