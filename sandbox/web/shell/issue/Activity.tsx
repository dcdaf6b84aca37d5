import type { ReactNode } from 'react';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { Comment, History } from '../api/activity';
import type { Issue } from '../api/issues';
import { AddComment } from './AddComment';
import { CommentEntry, CreationEntry, HistoryEntry } from './ActivityEntries';

interface ActivityProps {
  issue: Issue;
  comments: Comment[];
  history: History[];
  onCommented: () => Promise<void>;
}

/** Comments and changes, newest first, as Jira's Activity section. */
export function Activity({ issue, comments, history, onCommented }: ActivityProps) {
  const commentEntries = comments.map(comment => ({
    at: comment.created,
    entry: <CommentEntry key={`comment-${comment.id}`} comment={comment} />,
  }));
  const historyEntries = [
    { at: issue.fields.created, entry: <CreationEntry key="creation" issue={issue} /> },
    ...history.map(each => ({
      at: each.created,
      entry: <HistoryEntry key={`history-${each.id}`} history={each} />,
    })),
  ];
  return (
    <section aria-labelledby="activity-title" className="activity">
      <h2 id="activity-title">Activity</h2>
      <Tabs id="activity" defaultSelected={1}>
        <TabList>
          <Tab>All</Tab>
          <Tab>Comments</Tab>
          <Tab>History</Tab>
        </TabList>
        <TabPanel>
          <Entries entries={[...commentEntries, ...historyEntries]} nothing="Nothing has happened yet." />
        </TabPanel>
        <TabPanel>
          <div className="tab-panel">
            <AddComment issueKey={issue.key} onAdded={onCommented} />
            <Entries entries={commentEntries} nothing="No comments yet." />
          </div>
        </TabPanel>
        <TabPanel>
          <Entries entries={historyEntries} nothing="Nothing has changed yet." />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function Entries({ entries, nothing }: { entries: { at: string; entry: ReactNode }[]; nothing: string }) {
  if (entries.length === 0) return <p className="subtle">{nothing}</p>;
  // Stable: of two in the same millisecond the later in the list is the newer.
  const newestFirst = entries.toReversed().sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return <ul className="entries">{newestFirst.map(each => each.entry)}</ul>;
}
