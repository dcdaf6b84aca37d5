/** What a page of the app hears from the Jira page around it. */
import { events, requestJira, view } from '@forge/bridge';
import type { Person } from '../../../src/contract/route-explain';

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
 * Calls `changed` whenever the ticket around the panel was edited, moved or commented, as long as the page is there.
 * Source: Forge, jira:issuePanel, "Events": JIRA_ISSUE_CHANGED, sent up to some seconds after the change.
 */
export function onTicketChange(changed: () => void): void {
  void events.on('JIRA_ISSUE_CHANGED', changed);
}

const found = (value: unknown): value is { accountId: string; displayName: string; active: boolean } =>
  typeof value === 'object' && value !== null && 'accountId' in value && 'displayName' in value;

/** People whose name or address fits, as Jira lets this reader find them; active ones only, ten at most. */
export async function searchPeople(text: string): Promise<Person[]> {
  const query = new URLSearchParams({ query: text, maxResults: '10' });
  const response = await requestJira(`/rest/api/3/user/search?${query.toString()}`);
  if (!response.ok) throw new Error(`Jira answered ${response.status} to a search for people`);
  const people: unknown = await response.json();
  if (!Array.isArray(people)) throw new Error('Jira answered no list of people');
  return people.filter(found).map(({ accountId, displayName, active }) => ({
    accountId,
    name: displayName,
    active,
  }));
}

/**
 * The kind and the configuration of the workflow rule that Jira shows this page for; null where it gives none.
 * Source: Forge, jira:workflowCondition and jira:workflowValidator: `extension.conditionConfig`, `extension.validatorConfig`.
 */
export async function readRule(): Promise<{
  kind: 'condition' | 'gate';
  config: Record<string, unknown>;
} | null> {
  const { extension } = await view.getContext();
  const given: unknown = extension.validatorConfig ?? extension.conditionConfig;
  // Kept as JSON text by Jira, and given back parsed or as it is kept: the documentation does not say which.
  const value: unknown = typeof given === 'string' && given.startsWith('{') ? JSON.parse(given) : given;
  if (typeof value !== 'object' || value === null) return null;
  const kind = extension.validatorConfig === undefined ? 'condition' : 'gate';
  return { kind, config: value as Record<string, unknown> };
}
