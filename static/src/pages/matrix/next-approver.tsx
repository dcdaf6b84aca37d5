import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import type { Names } from './names';
import type { Draft } from './use-draft';

/** Stands for the role that approves the matrix now. */
const AS_IT_IS = '';

/** Which role approves the matrix once this draft is approved: who approves it agrees to that as well. */
export function NextApprover({ draft, names }: { draft: Draft; names: Names }) {
  const roles = [...names.roles.values()].map(({ key, name }) => ({ value: key, words: name }));
  return (
    <Field
      label="Matrix approver from then on"
      about="The present matrix approver agrees to another role by approving this draft."
    >
      {id => (
        <Choice
          id={id}
          value={draft.head?.matrixApproverRole ?? AS_IT_IS}
          options={[{ value: AS_IT_IS, words: 'The same role as now' }, ...roles]}
          choose={role => void draft.chooseApprover(role === AS_IT_IS ? null : role)}
        />
      )}
    </Field>
  );
}
