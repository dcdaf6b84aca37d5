import { useEffect, useRef } from 'react';
import { readComments, readHistory, type Comment, type History } from '../api/activity';
import type { Field } from '../api/fields';
import {
  availableTransitions,
  editableFields,
  lastUpdate,
  readIssue,
  type Issue,
  type Transition,
} from '../api/issues';
import { useLoaded, type Loaded } from '../loaded';

/** Everything that the view of one work item shows. */
export interface IssueView {
  issue: Issue;
  editable: Field[];
  transitions: Transition[];
  comments: Comment[];
  history: History[];
}

/** What JIRA_ISSUE_CHANGED tells the app's panels. Source: Forge, jira:issuePanel, "Events". */
export interface IssueChange {
  changeType: 'updated' | 'commented';
  atlassianId: string;
}

const EVERY = 2000;

async function loadView(key: string): Promise<IssueView> {
  const issue = await readIssue(key); // alone first: when it may not be seen, nothing else is asked
  const [editable, transitions, comments, history] = await Promise.all([
    editableFields(key),
    availableTransitions(key),
    readComments(key),
    readHistory(key),
  ]);
  return { issue, editable, transitions, comments, history };
}

/**
 * The work item, kept fresh while the page is visible: what the app or someone else does arrives by itself.
 * @param onChanged - told of what happened since the last look
 */
export function useIssue(
  key: string,
  onChanged: (view: IssueView, changes: IssueChange[]) => void,
): { loaded: Loaded<IssueView>; reload: () => Promise<void> } {
  const { loaded, reload } = useLoaded(key, () => loadView(key));
  const view = loaded.state === 'ready' ? loaded.value : undefined;
  const seen = useRef<IssueView | undefined>(undefined);
  const tell = useRef(onChanged);
  tell.current = onChanged;

  useEffect(() => {
    const before = seen.current;
    seen.current = view;
    if (view && before) {
      const changes = changesBetween(before, view);
      if (changes.length > 0) tell.current(view, changes);
    }
  }, [view]);

  const updated = view?.issue.fields.updated;
  useEffect(() => {
    if (updated === undefined) return undefined;
    let isLooking = false;
    const look = async () => {
      if (isLooking || document.visibilityState !== 'visible') return;
      isLooking = true;
      try {
        if ((await lastUpdate(key)) !== updated) await reload();
      } catch {
        // The server may be restarting; what is shown stays, and the next look tells.
      } finally {
        isLooking = false;
      }
    };
    const timer = window.setInterval(() => void look(), EVERY);
    return () => {
      window.clearInterval(timer);
    };
  }, [key, updated, reload]);
  return { loaded, reload };
}

function changesBetween(before: IssueView, after: IssueView): IssueChange[] {
  const comments = after.comments.slice(before.comments.length);
  const histories = after.history.slice(before.history.length);
  return [
    ...histories.map((history): IssueChange => ({
      changeType: 'updated',
      atlassianId: history.author?.accountId ?? '',
    })),
    ...comments.map((comment): IssueChange => ({
      changeType: 'commented',
      atlassianId: comment.author.accountId,
    })),
  ];
}
