import { z } from 'zod';
import { jira } from './request';

const Rule = z.object({ id: z.string(), ruleKey: z.string(), parameters: z.record(z.string(), z.string()) });
export type Rule = z.infer<typeof Rule>;

const ConditionGroup = z.object({
  operation: z.string(),
  conditions: z.array(Rule),
  get conditionGroups() {
    return z.array(ConditionGroup);
  },
});

const Transition = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  toStatusReference: z.string(),
  links: z.array(z.object({ fromStatusReference: z.string() })),
  transitionScreen: Rule.optional(),
  conditions: ConditionGroup.optional(),
  validators: z.array(Rule),
  actions: z.array(Rule),
});
export type WorkflowTransition = z.infer<typeof Transition>;

const Workflow = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  statuses: z.array(z.object({ statusReference: z.string() })),
  transitions: z.array(Transition),
});
export type Workflow = z.infer<typeof Workflow>;

const Status = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  statusReference: z.string(),
  statusCategory: z.enum(['TODO', 'IN_PROGRESS', 'DONE']),
});
export type WorkflowStatus = z.infer<typeof Status>;

const Found = z.object({ values: z.array(Workflow), statuses: z.array(Status) });

/** The workflows that spaces use, with their transitions and rules: for administrators. */
export const listWorkflows = () =>
  jira(Found, 'GET', 'workflows/search?isActive=true&expand=values.transitions');

/** Every condition of a transition, however they are grouped. */
export function conditionsOf({ conditions }: WorkflowTransition): Rule[] {
  const flat = (group: z.infer<typeof ConditionGroup>): Rule[] => [
    ...group.conditions,
    ...group.conditionGroups.flatMap(flat),
  ];
  return conditions ? flat(conditions) : [];
}
