import { useMemo } from 'react';
import type { PageHistory } from '../bridge/history-commands';
import { NotFound } from '../layout/NotFound';
import { useTitle } from '../navigation';
import { appPages, useSession } from '../session';
import { AppFrame } from './AppFrame';

/** A page of the app that fills the screen: its admin page, global page or project page. */
export function AppPage({ moduleKey, path }: { moduleKey: string; path: string }) {
  const session = useSession();
  const module = appPages(session).find(each => each.key === moduleKey);
  useTitle(module?.title ?? 'Apps');
  const history = useMemo(() => historyBelow(`/apps/${moduleKey}`), [moduleKey]);
  if (!module) return <NotFound what="page" />;
  const space = module.type === 'jira:projectPage' ? session.spaces[0] : undefined;
  return (
    <div className="page app-page" data-path={path}>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <ol>
          <li>{module.type === 'jira:adminPage' ? 'Settings' : 'Apps'}</li>
          <li>{session.installed.app.name}</li>
        </ol>
      </nav>
      <h1>{module.title}</h1>
      <AppFrame
        module={module}
        extension={space ? { project: { id: space.id, key: space.key } } : {}}
        history={history}
        setTitle={title => {
          document.title = `${title} - Jira`;
        }}
        minimumHeight={320}
      />
    </div>
  );
}

function historyBelow(base: string): PageHistory {
  return {
    location: () => {
      const { pathname, search, hash } = window.location;
      return {
        pathname: pathname.slice(base.length) || '/',
        search,
        hash,
        state: window.history.state as unknown,
      };
    },
    write: ({ pathname, search, hash, state }, how) => {
      const address = base + (pathname.startsWith('/') ? pathname : `/${pathname}`) + search + hash;
      if (how === 'push') window.history.pushState(state, '', address);
      else window.history.replaceState(state, '', address);
    },
    onPop: listener => {
      window.addEventListener('popstate', listener);
      return () => {
        window.removeEventListener('popstate', listener);
      };
    },
  };
}
