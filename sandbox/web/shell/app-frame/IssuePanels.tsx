import AppIcon from '@atlaskit/icon/core/app';
import type { Issue } from '../api/issues';
import { useSession } from '../session';
import { AppFrame } from './AppFrame';
import { issueExtension } from './page-context';

/** The app's panels on a work item, each in its frame. */
export function IssuePanels({ issue, onRefresh }: { issue: Issue; onRefresh: () => Promise<void> }) {
  const { installed } = useSession();
  const panels = installed.modules.filter(module => module.type === 'jira:issuePanel');
  return (
    <>
      {panels.map(panel => (
        <section key={panel.key} className="panel" aria-label={panel.title}>
          <h2>
            <span className="app-icon">
              {panel.iconUrl === undefined ? (
                <AppIcon label="" size="small" color="currentColor" />
              ) : (
                <img src={panel.iconUrl} alt="" width={20} height={20} />
              )}
            </span>
            {panel.title}
          </h2>
          <AppFrame
            module={panel}
            extension={issueExtension(issue)}
            issueKey={issue.key}
            refresh={onRefresh}
          />
        </section>
      ))}
    </>
  );
}
