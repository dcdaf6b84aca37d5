import { useEffect, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { addressOf, goTo, type JiraPlace } from '../api/jira-places';
import styles from './link.module.css';

interface JiraLinkProps {
  to: JiraPlace;
  /** Not among other words, as in a list of tickets. */
  standsAlone?: boolean;
  children: ReactNode;
}

/**
 * A link to elsewhere in Jira. Its address can be copied, and opened by the menu of the browser; every click goes by way of
 * Jira, because the frame of the page must neither lead the window away nor open another.
 */
export function JiraLink({ to, standsAlone = false, children }: JiraLinkProps) {
  const address = useAddress(to);
  const follow = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    void goTo(to, event.ctrlKey || event.metaKey || event.shiftKey ? 'new tab' : 'this tab');
  };
  return (
    <a
      className={standsAlone ? styles.link : styles.inText}
      {...(address === null ? { role: 'link', tabIndex: 0 } : { href: address })}
      onClick={follow}
      onAuxClick={event => {
        if (event.button !== MIDDLE_BUTTON) return;
        event.preventDefault();
        void goTo(to, 'new tab');
      }}
      onKeyDown={event => {
        // with an address the browser makes a click of it
        if (address === null && event.key === 'Enter') follow(event);
      }}
    >
      {children}
    </a>
  );
}

const MIDDLE_BUTTON = 1;

/** Null until Jira has said it, and where it does not: the link works without. */
function useAddress(to: JiraPlace): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let ended = false;
    const settle = (found: string | null) => {
      if (!ended) setAddress(found);
    };
    addressOf(to).then(settle, () => {
      settle(null);
    });
    return () => {
      ended = true;
    };
  }, [to]);
  return address;
}
