import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import { AdfDocument } from '../adf/AdfDocument';
import type { Change, Comment, History } from '../api/activity';
import type { Issue } from '../api/issues';
import type { Person } from '../api/people';
import { Avatar } from '../layout/Avatar';
import { instant } from '../layout/time';

export function CommentEntry({ comment }: { comment: Comment }) {
  return (
    <Entry author={comment.author} at={comment.created} label="Comment">
      <AdfDocument value={comment.body} />
    </Entry>
  );
}

export function CreationEntry({ issue }: { issue: Issue }) {
  return (
    <Entry
      author={issue.fields.creator ?? undefined}
      at={issue.fields.created}
      label="Change"
      did="created the work item"
    />
  );
}

/** One save: each field that it changed, from what to what. */
export function HistoryEntry({ history }: { history: History }) {
  const [first, ...others] = history.items;
  const did =
    first && others.length === 0
      ? `changed the ${nameOf(first)}`
      : `changed ${String(history.items.length)} fields`;
  return (
    <Entry author={history.author} at={history.created} label="Change" did={did}>
      {history.items.map((change, index) => (
        <p key={index} className="change">
          {others.length > 0 && <span className="change-field">{nameOf(change)}</span>}
          <ChangedValue change={change} value={change.fromString ?? null} />
          <span aria-label="to">→</span>
          <ChangedValue change={change} value={change.toString} />
        </p>
      ))}
    </Entry>
  );
}

/** Jira's changelog names system fields in lower case. */
function nameOf(change: Change): string {
  return change.field.charAt(0).toUpperCase() + change.field.slice(1);
}

function ChangedValue({ change, value }: { change: Change; value: string | null }) {
  if (value === null || value === '') return <span className="none">None</span>;
  if (change.field === 'status') return <Lozenge>{value}</Lozenge>;
  return <span className="changed-value">{value}</span>;
}

function Entry(props: {
  author: Person | undefined;
  at: string;
  label: string;
  did?: string;
  children?: ReactNode;
}) {
  const name = props.author?.displayName ?? 'Jira';
  return (
    <li className="entry" aria-label={`${props.label} by ${name}`}>
      <Avatar accountId={props.author?.accountId ?? ''} name={name} />
      <div className="entry-text">
        <p className="entry-head">
          <strong>{name}</strong> {props.did !== undefined && <span>{props.did}</span>}{' '}
          <time dateTime={props.at}>{instant(props.at)}</time>
        </p>
        {props.children}
      </div>
    </li>
  );
}
