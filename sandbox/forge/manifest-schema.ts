import { z } from 'zod';

/** What the host reads of a manifest. `@forge/manifest` has already judged the whole; this gives it types. */
const key = z.string().regex(/^[a-zA-Z0-9_-]+$/);

const appFunction = z.object({
  key,
  handler: z
    .string()
    .regex(/^index\.[A-Za-z_$][\w$]*$/, 'the sandbox bundles src/index only: handler must be index.<export>'),
  timeoutSeconds: z.number().int().min(1).max(900).optional(),
});

/** Filters other than these are refused by name, because the host doesn't evaluate them. */
const trigger = z.object({
  key,
  function: key,
  events: z.array(z.string()),
  filter: z
    .strictObject({ ignoreSelf: z.boolean().optional(), appIsLicensed: z.boolean().optional() })
    .optional(),
  payload: z.undefined({ error: 'NOT_MODELLED: payload.include of a trigger' }).optional(),
});

const consumer = z.object({ key, queue: z.string(), function: key });

const scheduledTrigger = z.object({
  key,
  function: key,
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
});

const page = z.object({
  key,
  title: z.string(),
  icon: z.string().optional(),
  resource: z.string(),
  resolver: z.strictObject({ function: key }).optional(),
  render: z.undefined({ error: 'NOT_MODELLED: UI Kit' }).optional(),
});

const customField = z.object({
  key,
  name: z.string(),
  description: z.string(),
  type: z.enum(['string', 'number', 'user', 'group', 'datetime', 'date']),
  collection: z.literal('none').optional(),
  readOnly: z.boolean().default(false),
  value: z.undefined({ error: 'NOT_MODELLED: value function of a custom field' }).optional(),
  validation: z.undefined({ error: 'NOT_MODELLED: validation of a custom field' }).optional(),
});

/** The page that Jira shows for a rule in its workflow editor. */
const ruleView = z.object({ resource: z.string() }).optional();
const ruleResolver = z.strictObject({ function: key }).optional();

const workflowValidator = z
  .object({
    key,
    name: z.string(),
    function: key.optional(),
    expression: z.string().optional(),
    errorMessage: z.string().optional(),
    view: ruleView,
    resolver: ruleResolver,
  })
  .refine(
    rule => (rule.function === undefined) !== (rule.expression === undefined),
    'function or expression, not both',
  );

const workflowCondition = z.object({
  key,
  name: z.string(),
  expression: z.string(),
  errorMessage: z.string().optional(),
  view: ruleView,
  resolver: ruleResolver,
});

/** Module types the host runs. A manifest with any other is refused: what it would do here is unknown. */
const modules = z.strictObject({
  function: z.array(appFunction).default([]),
  trigger: z.array(trigger).default([]),
  consumer: z.array(consumer).default([]),
  scheduledTrigger: z.array(scheduledTrigger).max(5, 'Forge allows five scheduled triggers').default([]),
  sql: z.array(z.object({ key, engine: z.literal('mysql') })).default([]),
  'jira:issuePanel': z.array(page).default([]),
  'jira:adminPage': z.array(page).default([]),
  'jira:globalPage': z.array(page).default([]),
  'jira:projectPage': z.array(page).default([]),
  'jira:customField': z.array(customField).default([]),
  'jira:workflowValidator': z.array(workflowValidator).default([]),
  'jira:workflowCondition': z.array(workflowCondition).default([]),
});

/** By their names in a manifest. */
export const MODULE_TYPES: readonly string[] = Object.keys(modules.shape);

const scopeMap = z.record(z.string(), z.object({ allowImpersonation: z.boolean().optional() }).nullable());

const permissions = z.object({
  external: z.undefined({ error: 'NOT_MODELLED: external permissions' }).optional(),
  scopes: z.union([z.array(z.string()), scopeMap]).default([]),
  content: z
    .object({ scripts: z.array(z.string()).optional(), styles: z.array(z.string()).optional() })
    .default({}),
});

export const manifestSchema = z.strictObject({
  app: z.object({
    id: z.string().regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/, 'app.id must end in a UUID'),
    name: z.string().optional(),
    runtime: z.object({ name: z.string(), memoryMB: z.number().optional() }),
  }),
  modules: modules.prefault({}),
  resources: z
    .array(
      z.object({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() }),
    )
    .default([]),
  permissions: permissions.prefault({}),
});

export type ParsedManifest = z.infer<typeof manifestSchema>;
export const PAGE_TYPES = [
  'jira:issuePanel',
  'jira:adminPage',
  'jira:globalPage',
  'jira:projectPage',
] as const;
/** Modules that are pages only where someone looks at a rule of theirs. */
export const RULE_TYPES = ['jira:workflowCondition', 'jira:workflowValidator'] as const;
