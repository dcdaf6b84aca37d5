import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AppIcon from '@atlaskit/icon/core/app';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import type { Issue } from '../api/issues';
import { panelsOn, pinPanel, putPanel, type PanelPlacement } from '../api/panels';
import { messageOf } from '../api/request';
import type { AppModule } from '../api/sandbox';
import { Failed } from '../layout/Notices';
import { useLoaded } from '../loaded';
import { useSession } from '../session';
import { AppFrame } from './AppFrame';
import { issueExtension, moduleIdOf } from './page-context';

/**
 * The app's panels on a work item, each in its frame: those that an administrator has shown for all work items, and
 * those that someone added to this one. A button adds each of the others. Source: Forge, jira:issuePanel.
 */
export function IssuePanels({ issue, onRefresh }: { issue: Issue; onRefresh: () => Promise<void> }) {
  const { installed } = useSession();
  const { loaded, reload } = useLoaded(issue.key, () => panelsOn(issue.key));
  const [added, setAdded] = useState<string>();
  const [problem, setProblem] = useState<string>();
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed')
    return <Failed what="The app’s panels" error={loaded.error} retry={() => void reload()} />;
  const change = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setProblem(undefined);
    } catch (error) {
      setProblem(messageOf(error));
    }
    await reload();
  };
  const add = (moduleKey: string) =>
    change(async () => {
      await putPanel(issue.key, moduleKey, true);
      setAdded(moduleKey);
    });
  const panels = loaded.value.flatMap(placement => {
    const module = installed.modules.find(({ key }) => key === placement.moduleKey);
    return module ? [{ module, placement }] : [];
  });
  const isShown = ({ placement }: (typeof panels)[number]) => placement.inProject || placement.onIssue;
  return (
    <>
      {panels
        .filter(panel => !isShown(panel))
        .map(({ module }) => (
          <button key={module.key} type="button" className="add-panel" onClick={() => void add(module.key)}>
            <PanelIcon module={module} />
            {module.title}
          </button>
        ))}
      {problem !== undefined && <p role="alert">{problem}</p>}
      {panels.filter(isShown).map(({ module, placement }) => (
        <section key={module.key} className="panel" aria-label={module.title}>
          <div className="panel-head">
            <h2>
              <PanelIcon module={module} />
              {module.title}
            </h2>
            <PanelMenu issue={issue} module={module} placement={placement} change={change} />
          </div>
          <AppFrame
            module={module}
            extension={issueExtension(issue, added === module.key)}
            issueKey={issue.key}
            refresh={onRefresh}
          />
        </section>
      ))}
    </>
  );
}

function PanelIcon({ module }: { module: AppModule }) {
  return (
    <span className="app-icon">
      {module.iconUrl === undefined ? (
        <AppIcon label="" size="small" color="currentColor" />
      ) : (
        <img src={module.iconUrl} alt="" width={20} height={20} />
      )}
    </span>
  );
}

/** What can be done with a panel; nothing is shown to those who can do nothing. */
function PanelMenu(props: {
  issue: Issue;
  module: AppModule;
  placement: PanelPlacement;
  change: (work: () => Promise<unknown>) => Promise<void>;
}) {
  const { issue, module, placement, change } = props;
  const { installed, isAdministrator } = useSession();
  if (!isAdministrator && !placement.onIssue) return null;
  const forAll = () =>
    pinPanel(moduleIdOf(installed, module.key), issue.fields.project.id, !placement.inProject);
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...trigger }) => (
        <IconButton
          {...trigger}
          ref={triggerRef}
          icon={MoreIcon}
          label={`Actions of ${module.title}`}
          appearance="subtle"
          spacing="compact"
        />
      )}
    >
      <DropdownItemGroup>
        {isAdministrator && (
          <DropdownItem onClick={() => void change(forAll)}>
            {placement.inProject ? 'Hide from all work items' : 'Show for all work items'}
          </DropdownItem>
        )}
        {placement.onIssue && (
          <DropdownItem onClick={() => void change(() => putPanel(issue.key, module.key, false))}>
            Remove from this work item
          </DropdownItem>
        )}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
