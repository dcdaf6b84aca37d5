import type { AppModule } from '../api/sandbox';
import type { Rule, Workflow, WorkflowStatus, WorkflowTransition } from '../api/workflows';

const CONFIGURATION: Readonly<Record<string, string>> = {
  'jira:workflowCondition': 'conditionConfig',
  'jira:workflowValidator': 'validatorConfig',
};

/**
 * `context.extension` of the page that a rule has in the workflow editor. The editor also gives the workflow's name,
 * under a key that is not documented. Source: Forge, jira:workflowCondition, "New workflow editor".
 */
export function ruleExtension(
  module: AppModule,
  rule: Rule,
  { id }: Workflow,
  transition: WorkflowTransition,
  statuses: readonly WorkflowStatus[],
): Record<string, unknown> {
  const statusOf = (reference: string | undefined) => {
    const status = statuses.find(({ statusReference }) => statusReference === reference);
    return status
      ? {
          id: status.id,
          name: status.name,
          statusCategory: status.statusCategory,
          description: status.description,
        }
      : null;
  };
  const configuration = rule.parameters['config'];
  return {
    isNewEditor: true,
    workflowId: id,
    transitionContext: {
      id: transition.id,
      from: statusOf(transition.links[0]?.fromStatusReference),
      to: statusOf(transition.toStatusReference),
    },
    [CONFIGURATION[module.type] ?? 'config']:
      configuration === undefined || configuration === ''
        ? undefined
        : (JSON.parse(configuration) as unknown),
  };
}
