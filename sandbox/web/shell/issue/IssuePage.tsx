import { useState } from 'react';
import { JiraRefusal } from '../api/request';
import { appEvents } from '../app-frame/app-events';
import { IssuePanels } from '../app-frame/IssuePanels';
import { Failed, Loading } from '../layout/Notices';
import { NotFound } from '../layout/NotFound';
import { WorkTypeIcon } from '../layout/WorkTypeIcon';
import { Link, useTitle } from '../navigation';
import { Activity } from './Activity';
import { Description } from './Description';
import { Details } from './Details';
import { StatusButton } from './StatusButton';
import { Summary } from './Summary';
import { TransitionDialog } from './TransitionDialog';
import { useIssue, type IssueView } from './useIssue';
import type { Transition } from '../api/issues';

/** The view of one work item. */
export function IssuePage({ issueKey }: { issueKey: string }) {
  const { loaded, reload } = useIssue(issueKey, ({ issue }, changes) => {
    appEvents.emit('JIRA_ISSUE_CHANGED', { issueId: issue.id, projectId: issue.fields.project.id, changes });
  });
  if (loaded.state === 'loading') return <Loading what={issueKey} />;
  if (loaded.state === 'failed') {
    const isHidden =
      loaded.error instanceof JiraRefusal && (loaded.error.status === 404 || loaded.error.status === 403);
    return isHidden ? (
      <NotFound what="work item" />
    ) : (
      <Failed what={issueKey} error={loaded.error} retry={() => void reload()} />
    );
  }
  return <LoadedIssue view={loaded.value} reload={reload} />;
}

function LoadedIssue({ view, reload }: { view: IssueView; reload: () => Promise<void> }) {
  const { issue, editable, transitions, comments, history } = view;
  const [transition, setTransition] = useState<Transition>();
  const { summary, project, issuetype, status } = issue.fields;
  useTitle(`[${issue.key}] ${summary}`);
  const field = (id: string) => editable.find(each => each.id === id);
  return (
    <div className="issue">
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <ol>
          <li>
            <Link to={`/issues?space=${project.key}`}>{project.name}</Link>
          </li>
          <li>
            <WorkTypeIcon name={issuetype.name} />
            <Link to={`/browse/${issue.key}`} current>
              {issue.key}
            </Link>
          </li>
        </ol>
      </nav>
      <div className="issue-columns">
        <div className="issue-head">
          <Summary issue={issue} field={field('summary')} onSaved={reload} />
        </div>
        <div className="issue-status">
          <StatusButton status={status} transitions={transitions} onChoose={setTransition} />
        </div>
        <div className="issue-main">
          <Description issue={issue} field={field('description')} onSaved={reload} />
          <IssuePanels issue={issue} onRefresh={reload} />
          <Activity issue={issue} comments={comments} history={history} onCommented={reload} />
        </div>
        <aside className="issue-side" aria-label="Details">
          <Details issue={issue} editable={editable} onSaved={reload} />
        </aside>
      </div>
      {transition && (
        <TransitionDialog
          issue={issue}
          transition={transition}
          onMade={reload}
          onClose={() => {
            setTransition(undefined);
          }}
        />
      )}
    </div>
  );
}
