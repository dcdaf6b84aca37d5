import { FlagsProvider } from '@atlaskit/flag';
import { useEffect, useState } from 'react';
import { AppPage } from './app-frame/AppPage';
import { CreateDialog } from './create/CreateDialog';
import { IssuePage } from './issue/IssuePage';
import { SIGNED_OUT } from './api/request';
import { ErrorBoundary } from './layout/ErrorBoundary';
import { Failed, Loading } from './layout/Notices';
import { NotFound } from './layout/NotFound';
import { SideNavigation } from './layout/SideNavigation';
import { TopNavigation } from './layout/TopNavigation';
import { IssueListPage } from './list/IssueListPage';
import { useLoaded } from './loaded';
import { NavigationProvider, useNavigation } from './navigation';
import { routeOf, type Route } from './routes';
import { loadSession, SessionProvider } from './session';
import { SignInPage } from './sign-in/SignInPage';
import { ThemeProvider } from './theme';
import { WorkflowsPage } from './workflows/WorkflowsPage';

export function App() {
  return (
    <ThemeProvider>
      <NavigationProvider>
        <FlagsProvider>
          <Site />
        </FlagsProvider>
      </NavigationProvider>
    </ThemeProvider>
  );
}

/** The sign-in page for those who aren't signed in, wherever they wanted to go. */
function Site() {
  const { url } = useNavigation();
  const route = routeOf(url);
  const { loaded, reload } = useLoaded('session', loadSession);
  useEffect(() => {
    const askAgain = () => void reload();
    window.addEventListener(SIGNED_OUT, askAgain);
    return () => {
      window.removeEventListener(SIGNED_OUT, askAgain);
    };
  }, [reload]);
  if (loaded.state === 'loading') return <Loading what="Jira" />;
  if (loaded.state === 'failed')
    return <Failed what="Jira" error={loaded.error} retry={() => void reload()} />;
  if (route.page === 'sign-in') return <SignInPage next={route.next} onSignedIn={reload} />;
  if (!loaded.value) return <ToSignIn />;
  return (
    <SessionProvider key={loaded.value.account.accountId} value={loaded.value}>
      <Workspace route={route} onSessionChanged={reload} />
    </SessionProvider>
  );
}

function ToSignIn() {
  const { url, go } = useNavigation();
  useEffect(() => {
    go(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`, { replace: true });
  }, [url, go]);
  return <Loading what="the sign-in page" />;
}

function Workspace({ route, onSessionChanged }: { route: Route; onSessionChanged: () => Promise<void> }) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isCreating, setCreating] = useState(false);
  const { url } = useNavigation();
  useEffect(() => {
    setMenuOpen(false);
  }, [url]);
  return (
    <div className="workspace">
      <a className="skip-link" href="#main">
        Skip to main content
      </a>
      <TopNavigation
        isMenuOpen={isMenuOpen}
        onMenu={() => {
          setMenuOpen(!isMenuOpen);
        }}
        onCreate={() => {
          setCreating(true);
        }}
        onSessionChanged={onSessionChanged}
      />
      <div className="workspace-body">
        <SideNavigation route={route} isOpen={isMenuOpen} />
        <main id="main" tabIndex={-1} aria-label="Main content">
          <ErrorBoundary at={url.href} what="this page">
            <Page route={route} />
          </ErrorBoundary>
        </main>
      </div>
      {isCreating && (
        <CreateDialog
          onClose={() => {
            setCreating(false);
          }}
        />
      )}
    </div>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'list':
      return <IssueListPage search={route.search} />;
    case 'issue':
      return <IssuePage key={route.key} issueKey={route.key} />;
    case 'app':
      return <AppPage key={route.moduleKey} moduleKey={route.moduleKey} path={route.path} />;
    case 'workflows':
      return <WorkflowsPage id={route.id} />;
    default:
      return <NotFound what="page" />;
  }
}
