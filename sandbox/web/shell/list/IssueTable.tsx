import type { IssueRow } from '../api/issues';
import { PersonName } from '../layout/Avatar';
import { StatusLozenge } from '../layout/StatusLozenge';
import { instant } from '../layout/time';
import { WorkTypeIcon } from '../layout/WorkTypeIcon';
import { Link } from '../navigation';

/** One row a work item; on narrow screens a card each. */
export function IssueTable({ issues }: { issues: readonly IssueRow[] }) {
  return (
    <table className="issues" aria-label="Work items">
      <thead>
        <tr>
          <th scope="col">Work</th>
          <th scope="col">Type</th>
          <th scope="col">Status</th>
          <th scope="col">Assignee</th>
          <th scope="col">Updated</th>
        </tr>
      </thead>
      <tbody>
        {issues.map(issue => (
          <Row key={issue.id} issue={issue} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ issue }: { issue: IssueRow }) {
  const { summary, status, issuetype, assignee, updated } = issue.fields;
  return (
    <tr>
      <td className="work">
        <WorkTypeIcon name={issuetype.name} />
        <Link to={`/browse/${issue.key}`} className="key">
          {issue.key}
        </Link>
        <Link to={`/browse/${issue.key}`} className="summary">
          {summary}
        </Link>
      </td>
      <td className="type">{issuetype.name}</td>
      <td>
        <StatusLozenge status={status} />
      </td>
      <td className="assignee">
        {assignee ? (
          <PersonName
            accountId={assignee.accountId}
            name={assignee.displayName}
            inactive={assignee.active === false}
          />
        ) : (
          <span className="none">Unassigned</span>
        )}
      </td>
      <td className="updated">{instant(updated)}</td>
    </tr>
  );
}
