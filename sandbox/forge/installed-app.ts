import type { AppCustomField, AppWorkflowRule, InstalledApp } from '../seams.ts';
import type { ProductEvents } from './deliveries/product-events.ts';
import type { Installation } from './installation.ts';
import type { Invocations } from './invocations.ts';
import type { AppManifest } from './manifest.ts';
import type { ParsedManifest } from './manifest-schema.ts';

type Modules = ParsedManifest['modules'];
type DeclaredRule = Modules['jira:workflowValidator'][number] | Modules['jira:workflowCondition'][number];

/** The app as the local Jira sees it. */
export function installedApp(
  manifest: AppManifest,
  { appId, environmentId, accountId }: Installation,
  invocations: Invocations,
  events: ProductEvents,
): InstalledApp {
  const { modules, name } = manifest;
  return {
    appId,
    environmentId,
    name,
    accountId,
    modules: {
      issuePanels: modules['jira:issuePanel'].map(({ key }) => ({ key })),
      customFields: modules['jira:customField'].map(customField),
      workflowConditions: modules['jira:workflowCondition'].map(workflowRule),
      workflowValidators: modules['jira:workflowValidator'].map(workflowRule),
    },
    validate: (moduleKey, payload) => invocations.validator(moduleKey, payload),
    publish: event => {
      events.publish(event);
    },
  };
}

function customField({
  key,
  name,
  description,
  type,
  readOnly,
}: Modules['jira:customField'][number]): AppCustomField {
  return { key, name, description, type, readOnly };
}

function workflowRule(rule: DeclaredRule): AppWorkflowRule {
  return {
    key: rule.key,
    name: rule.name,
    ...(rule.expression === undefined ? {} : { expression: rule.expression }),
    ...(rule.errorMessage === undefined ? {} : { errorMessage: rule.errorMessage }),
  };
}
