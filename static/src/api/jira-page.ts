/** What a page of the app hears from the Jira page around it. */
import { events, view } from '@forge/bridge';

/**
 * Takes on Jira's theme, light or dark, and follows it.
 * @returns false when Jira did not say which; the page is then readable in the light theme
 */
export async function followJiraTheme(): Promise<boolean> {
  try {
    await view.theme.enable();
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls `changed` whenever the ticket around the panel was edited, moved or commented.
 * Source: Forge, jira:issuePanel, "Events": JIRA_ISSUE_CHANGED, sent up to some seconds after the change.
 * @returns what ends it
 */
export function onTicketChange(changed: () => void): () => void {
  const subscription = events.on('JIRA_ISSUE_CHANGED', changed);
  return () => {
    void subscription.then(subscribed => {
      subscribed.unsubscribe();
    });
  };
}
