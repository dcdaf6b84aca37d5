import type { Field } from '../api/fields';
import type { Issue } from '../api/issues';
import { InlineEdit } from './InlineEdit';

/** The title of the view. @param field - absent when this person may not edit it */
export function Summary({
  issue,
  field,
  onSaved,
}: {
  issue: Issue;
  field: Field | undefined;
  onSaved: () => Promise<void>;
}) {
  const heading = <h1 className="issue-summary">{issue.fields.summary}</h1>;
  if (!field) return heading;
  return (
    <InlineEdit issue={issue} field={field} onSaved={onSaved} className="summary-edit">
      {heading}
    </InlineEdit>
  );
}
