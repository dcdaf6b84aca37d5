import * as z from 'zod';

/** The bodies of the bulk operations on workflows. Source: the official description of `/workflows/create` and `/update`. */

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
const TEXTS = z.record(z.string(), z.string());
const LAYOUT = z.strictObject({ x: z.number(), y: z.number() });

const RULE = z.strictObject({
  id: z.string().nullish(),
  ruleKey: z.string(),
  parameters: TEXTS.optional(),
});

const LINK = z.strictObject({
  fromStatusReference: z.string().nullish(),
  fromPort: z.int().nullish(),
  toPort: z.int().nullish(),
});

export interface ConditionGroupPayload {
  operation: 'ALL' | 'ANY';
  conditionGroups?: ConditionGroupPayload[] | undefined;
  conditions?: RulePayload[] | undefined;
}

const CONDITION_GROUP: z.ZodType<ConditionGroupPayload> = z.strictObject({
  operation: z.enum(['ALL', 'ANY']),
  conditionGroups: z.lazy(() => z.array(CONDITION_GROUP)).optional(),
  conditions: z.array(RULE).optional(),
});

const TRANSITION = z.strictObject({
  id: z.string().regex(/^\d{1,9}$/, 'A transition id is a number, as text.'),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
  name: NAME,
  description: z.string().optional(),
  links: z.array(LINK).optional(),
  toStatusReference: z.string(),
  transitionScreen: RULE.nullish(),
  conditions: CONDITION_GROUP.nullish(),
  validators: z.array(RULE).optional(),
  actions: z.array(RULE).optional(),
  triggers: z.array(z.unknown()).max(0, 'NOT_MODELLED: triggers').optional(),
  properties: TEXTS.optional(),
  customIssueEventId: z.null('NOT_MODELLED: customIssueEventId').optional(),
});

const STATUS_LAYOUT = z.strictObject({
  statusReference: z.string(),
  layout: LAYOUT.nullish(),
  properties: TEXTS,
  approvalConfiguration: z.null('NOT_MODELLED: approvalConfiguration').optional(),
});

const STATUS = z.strictObject({
  id: z.string().optional(),
  statusReference: z.string(),
  name: NAME,
  statusCategory: z.enum(['TODO', 'IN_PROGRESS', 'DONE']),
  description: z.string().optional(),
});

const SCOPE = z.strictObject({
  type: z.literal('GLOBAL', 'NOT_MODELLED: workflows of a team-managed space'),
  project: z.null('NOT_MODELLED: workflows of a team-managed space').optional(),
});

const BODY = {
  description: z.string().max(1000, 'The description is too long.').optional(),
  startPointLayout: LAYOUT.nullish(),
  loopedTransitionContainerLayout: LAYOUT.nullish(),
  statuses: z.array(STATUS_LAYOUT).min(1, 'A workflow needs a status.'),
  transitions: z.array(TRANSITION).min(1, 'A workflow needs a transition.'),
};

const MIGRATIONS = z
  .array(z.unknown())
  .max(0, 'NOT_MODELLED: moving work items to other statuses')
  .optional();

/** `POST /workflows/create`. */
export const CREATE_WORKFLOWS = z.strictObject({
  scope: SCOPE,
  statuses: z.array(STATUS).max(1000),
  workflows: z
    .array(z.strictObject({ name: NAME, ...BODY }))
    .min(1, 'Give a workflow.')
    .max(20),
});

/** `POST /workflows/update`: whole documents, each with the version that it replaces. */
export const UPDATE_WORKFLOWS = z.strictObject({
  statuses: z.array(STATUS).max(1000),
  workflows: z
    .array(
      z.strictObject({
        id: z.string(),
        version: z.strictObject({ id: z.string(), versionNumber: z.int() }),
        ...BODY,
        statusMappings: MIGRATIONS,
        defaultStatusMappings: MIGRATIONS,
      }),
    )
    .min(1, 'Give a workflow.')
    .max(20),
});

const OPTIONS = z
  .strictObject({
    levels: z
      .array(z.enum(['WARNING', 'ERROR']))
      .max(2)
      .optional(),
  })
  .optional();

/** `POST /workflows/create/validation`. */
export const VALIDATE_CREATE = z.strictObject({ payload: CREATE_WORKFLOWS, validationOptions: OPTIONS });

/** `POST /workflows/update/validation`. */
export const VALIDATE_UPDATE = z.strictObject({ payload: UPDATE_WORKFLOWS, validationOptions: OPTIONS });

export type CreateWorkflows = z.infer<typeof CREATE_WORKFLOWS>;
export type UpdateWorkflows = z.infer<typeof UPDATE_WORKFLOWS>;
export type RulePayload = z.infer<typeof RULE>;
export type TransitionPayload = z.infer<typeof TRANSITION>;
export type StatusPayload = z.infer<typeof STATUS>;
/** What creations and updates have in common. `name` is the present one in an update. */
export interface WorkflowPayload {
  name: string;
  description?: string | undefined;
  startPointLayout?: z.infer<typeof LAYOUT> | null | undefined;
  loopedTransitionContainerLayout?: z.infer<typeof LAYOUT> | null | undefined;
  statuses: z.infer<typeof STATUS_LAYOUT>[];
  transitions: TransitionPayload[];
}
