/** Where one is in the shell, and the ways elsewhere. */
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';

interface Navigation {
  url: URL;
  go: (path: string, options?: { replace: boolean }) => void;
}

const NavigationContext = createContext<Navigation | undefined>(undefined);

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [url, setUrl] = useState(() => new URL(window.location.href));
  useEffect(() => {
    const follow = () => {
      setUrl(new URL(window.location.href));
    };
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('popstate', follow);
    };
  }, []);
  const go = (path: string, options?: { replace: boolean }) => {
    if (options?.replace === true) window.history.replaceState(null, '', path);
    else window.history.pushState(null, '', path);
    setUrl(new URL(window.location.href));
  };
  return <NavigationContext.Provider value={{ url, go }}>{children}</NavigationContext.Provider>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('NavigationProvider is missing.');
  return navigation;
}

/** A link within the shell; opens in a new tab as any link when asked to. */
export function Link({
  to,
  children,
  className,
  label,
  current = false,
}: {
  to: string;
  children: ReactNode;
  className?: string;
  label?: string;
  current?: boolean;
}) {
  const { go } = useNavigation();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={to}
      onClick={follow}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

/** The title of the browser's tab, as Jira writes it; there as soon as the page that it names. */
export function useTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = `${title} - Jira`;
  }, [title]);
}
