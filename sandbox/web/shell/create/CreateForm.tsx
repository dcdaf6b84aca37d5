import Button from '@atlaskit/button/new';
import { ModalBody, ModalFooter } from '@atlaskit/modal-dialog';
import type { FormEvent, ReactNode } from 'react';
import type { Field } from '../api/fields';
import { createIssue } from '../api/issues';
import { FieldRow } from '../fields/FieldRow';
import { useFieldForm } from '../fields/useFieldForm';
import { ErrorNotice } from '../layout/Notices';
import { useSuccessFlag } from '../layout/useSuccessFlag';
import { useNavigation } from '../navigation';
import { useSession } from '../session';

interface CreateFormProps {
  /** None as long as they are not loaded. */
  fields: Field[];
  /** Why there are none yet. */
  children: ReactNode;
  space: string;
  workTypeId: string;
  above: ReactNode;
  onClose: () => void;
}

/** The fields of a create screen; opens the new work item, or keeps what was typed and says what Jira refused. */
export function CreateForm({ fields, children, space, workTypeId, above, onClose }: CreateFormProps) {
  const { account } = useSession();
  // Jira takes who creates it for the reporter, unless someone else is chosen.
  const form = useFieldForm(fields, { reporter: account });
  const showSuccess = useSuccessFlag();
  const { go } = useNavigation();
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const accepted = await form.send(async () => {
      const values = { project: { key: space }, issuetype: { id: workTypeId }, ...form.changes() };
      const { key } = await createIssue(values);
      showSuccess(`You've created ${key}`);
      go(`/browse/${key}`);
    });
    if (accepted) onClose();
  };
  return (
    <form className="dialog-form" onSubmit={event => void create(event)} noValidate>
      <ModalBody>
        {form.errors.messages.length > 0 && (
          <ErrorNotice title="We couldn't create this work item" messages={form.errors.messages} />
        )}
        <p className="subtle form-hint">Required fields are marked with an asterisk.</p>
        {above}
        <hr />
        {children}
        {fields.map(field => (
          <FieldRow
            key={field.id}
            form="create"
            field={field}
            draft={form.draft(field)}
            onChange={draft => {
              form.set(field, draft);
            }}
            place={{ project: space }}
            error={form.errors.fields[field.id]}
          />
        ))}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          appearance="primary"
          isDisabled={fields.length === 0}
          isLoading={form.isSending}
        >
          Create
        </Button>
      </ModalFooter>
    </form>
  );
}
