import { AdfDocument } from '../adf/AdfDocument';
import { documentOf } from '../adf/nodes';
import { losesFormatting } from '../adf/plain-text';
import type { Field } from '../api/fields';
import type { Issue } from '../api/issues';
import { InlineEdit } from './InlineEdit';

/** @param field - absent when this person may not edit it */
export function Description({
  issue,
  field,
  onSaved,
}: {
  issue: Issue;
  field: Field | undefined;
  onSaved: () => Promise<void>;
}) {
  const value = issue.fields['description'];
  const isEmpty = documentOf(value) === undefined;
  const shown = isEmpty ? (
    <p className="subtle">{field ? 'Add a description…' : 'No description'}</p>
  ) : (
    <AdfDocument value={value} />
  );
  return (
    <section aria-labelledby="description-title">
      <h2 id="description-title">Description</h2>
      {field && !losesFormatting(value) ? (
        <InlineEdit issue={issue} field={field} onSaved={onSaved}>
          {shown}
        </InlineEdit>
      ) : (
        shown
      )}
      {field && losesFormatting(value) && (
        <p className="subtle">It has formatting that this sandbox can show but not edit.</p>
      )}
    </section>
  );
}
