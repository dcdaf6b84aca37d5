import { route } from '@forge/api';
import type { WorkflowsInForce } from '../../ports/workflows-in-force';
import { callJira } from '../../../adapters/jira/rest';
import { unlessRefused } from './unless-refused';
import { fromWorkflowDocuments, workflowDocuments } from './workflow-documents';

/** Through "Bulk get workflows", by space and work types. Unverified that apps may: see docs/first-deploy.md. */
export function jiraWorkflowsInForce(): WorkflowsInForce {
  return {
    read: (projectId, workTypeIds) =>
      unlessRefused(async () => {
        const projectAndIssueTypes = workTypeIds.map(issueTypeId => ({ projectId, issueTypeId }));
        const documents = await callJira({
          method: 'POST',
          route: route`/rest/api/3/workflows`,
          body: { projectAndIssueTypes },
          answer: workflowDocuments,
        });
        return fromWorkflowDocuments(documents);
      }),
  };
}
