import { route } from '@forge/api';
import type { WorkflowsInForce } from '../../ports/workflows-in-force';
import { fromWorkflowDocuments, workflowDocuments } from './workflow-documents';
import { callJira, JiraFault } from '../../../adapters/jira/rest';

/** Through "Bulk get workflows", by space and work types. That an app may is to be seen: docs/first-deploy.md. */
export function jiraWorkflowsInForce(): WorkflowsInForce {
  return {
    read: async (projectId, workTypeIds) => {
      const projectAndIssueTypes = workTypeIds.map(issueTypeId => ({ projectId, issueTypeId }));
      try {
        const documents = await callJira({
          method: 'POST',
          route: route`/rest/api/3/workflows`,
          body: { projectAndIssueTypes },
          answer: workflowDocuments,
        });
        return fromWorkflowDocuments(documents);
      } catch (fault) {
        if (fault instanceof JiraFault && (fault.status === 401 || fault.status === 403))
          return { refused: fault.message };
        throw fault;
      }
    },
  };
}
