import AppsIcon from '@atlaskit/icon/core/apps';
import PersonIcon from '@atlaskit/icon/core/person';
import SettingsIcon from '@atlaskit/icon/core/settings';
import WorkItemsIcon from '@atlaskit/icon/core/work-items';
import type { ReactNode } from 'react';
import { Link } from '../navigation';
import type { Route } from '../routes';
import { appPages, useSession } from '../session';

/** The list of places on the left; a drawer on narrow screens. */
export function SideNavigation({ route, isOpen }: { route: Route; isOpen: boolean }) {
  const session = useSession();
  const pages = appPages(session);
  const settings = pages.filter(page => page.type === 'jira:adminPage');
  const apps = pages.filter(page => page.type !== 'jira:adminPage');
  const list = route.page === 'list' ? route.search : undefined;
  return (
    <nav id="side-navigation" className={`side-navigation ${isOpen ? 'is-open' : ''}`} aria-label="Sidebar">
      <ul>
        <Item
          to="/issues?mine=1"
          icon={<PersonIcon label="" color="currentColor" />}
          current={list?.get('mine') === '1'}
        >
          For you
        </Item>
        <Item
          to="/issues"
          icon={<WorkItemsIcon label="" color="currentColor" />}
          current={list !== undefined && list.size === 0}
        >
          All work items
        </Item>
      </ul>
      <Group title="Spaces">
        {session.spaces.map(space => (
          <Item
            key={space.key}
            to={`/issues?space=${space.key}`}
            icon={<SpaceIcon name={space.name} />}
            current={list?.get('space') === space.key}
          >
            {space.name}
          </Item>
        ))}
        {session.spaces.length === 0 && <li className="side-empty">No spaces yet</li>}
      </Group>
      {apps.length > 0 && (
        <Group title="Apps">
          {apps.map(page => (
            <Item
              key={page.key}
              to={`/apps/${page.key}`}
              icon={<AppsIcon label="" color="currentColor" />}
              current={route.page === 'app' && route.moduleKey === page.key}
            >
              {page.title}
            </Item>
          ))}
        </Group>
      )}
      {session.isAdministrator && (
        <Group title="Settings · Work items">
          <Item
            to="/workflows"
            icon={<SettingsIcon label="" color="currentColor" />}
            current={route.page === 'workflows'}
          >
            Workflows
          </Item>
        </Group>
      )}
      {settings.length > 0 && (
        <Group title="Settings · Apps">
          {settings.map(page => (
            <Item
              key={page.key}
              to={`/apps/${page.key}`}
              icon={<SettingsIcon label="" color="currentColor" />}
              current={route.page === 'app' && route.moduleKey === page.key}
            >
              {page.title}
            </Item>
          ))}
        </Group>
      )}
    </nav>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Item({
  to,
  icon,
  current,
  children,
}: {
  to: string;
  icon: ReactNode;
  current: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <Link to={to} current={current} className="side-item">
        <span className="side-icon">{icon}</span>
        <span>{children}</span>
      </Link>
    </li>
  );
}

function SpaceIcon({ name }: { name: string }) {
  return (
    <span className="space-icon" aria-hidden="true">
      {name.charAt(0).toUpperCase()}
    </span>
  );
}
