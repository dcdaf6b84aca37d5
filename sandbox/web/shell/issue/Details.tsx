import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import type { ReactNode } from 'react';
import type { Field } from '../api/fields';
import type { Issue } from '../api/issues';
import { FieldValue } from '../fields/FieldValue';
import { instant } from '../layout/time';
import { useSession } from '../session';
import { InlineEdit } from './InlineEdit';

/** Shown elsewhere in the view, or not a value to read. */
const ELSEWHERE = new Set([
  'summary',
  'description',
  'issuetype',
  'project',
  'comment',
  'attachment',
  'issuelinks',
  'status',
]);
const FIRST = ['assignee', 'reporter'];

/** The right column: what people write first, then what apps write and people only read. */
export function Details({
  issue,
  editable,
  onSaved,
}: {
  issue: Issue;
  editable: Field[];
  onSaved: () => Promise<void>;
}) {
  const { installed } = useSession();
  const people = FIRST.map(id => editable.find(each => each.id === id) ?? readOnly(issue, id));
  const others = editable.filter(field => !ELSEWHERE.has(field.id) && !FIRST.includes(field.id));
  const ofApps = Object.keys(issue.schema).filter(id => isOfApp(issue, id));
  const ids = new Set([...others.map(field => field.id), ...ofApps, ...FIRST]);
  const filled = Object.keys(issue.schema).filter(
    id => id.startsWith('customfield_') && !ids.has(id) && hasValue(issue.fields[id]),
  );
  return (
    <>
      <Group title="Details">
        {[...people, ...others].map(field => (
          <Row key={field.id} name={field.name}>
            {editable.includes(field) && field.kind !== 'fixed' ? (
              <InlineEdit issue={issue} field={field} onSaved={onSaved}>
                <Value issue={issue} id={field.id} />
              </InlineEdit>
            ) : (
              <Value issue={issue} id={field.id} />
            )}
          </Row>
        ))}
        {filled.map(id => (
          <Row key={id} name={issue.names[id] ?? id}>
            <Value issue={issue} id={id} />
          </Row>
        ))}
      </Group>
      {ofApps.length > 0 && (
        <Group
          title={installed.app.name}
          icon={<LockLockedIcon label="Read-only" size="small" color="currentColor" />}
        >
          {ofApps.map(id => (
            <Row key={id} name={issue.names[id] ?? id}>
              <Value issue={issue} id={id} />
            </Row>
          ))}
        </Group>
      )}
      <p className="issue-dates">
        {`Created ${instant(issue.fields.created)}`}
        <br />
        {`Updated ${instant(issue.fields.updated)}`}
      </p>
    </>
  );
}

/** An app's field carries its extension's address as its type. */
function isOfApp(issue: Issue, id: string): boolean {
  return issue.schema[id]?.custom?.includes('ecosystem::extension') ?? false;
}

function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function readOnly(issue: Issue, id: string): Field {
  return { id, name: issue.names[id] ?? id, required: false, kind: 'fixed', choices: [] };
}

function Value({ issue, id }: { issue: Issue; id: string }) {
  const value = issue.fields[id];
  return id === 'assignee' && !hasValue(value) ? (
    <span className="none">Unassigned</span>
  ) : (
    <FieldValue value={value} />
  );
}

function Group({ title, icon, children }: { title: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <section className="details" aria-label={title}>
      <h2>
        {title} {icon}
      </h2>
      <div className="details-rows">{children}</div>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="details-row" role="group" aria-label={name}>
      <div className="details-name">{name}</div>
      <div className="details-value">{children}</div>
    </div>
  );
}
