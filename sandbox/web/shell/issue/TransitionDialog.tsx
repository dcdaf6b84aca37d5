import Button from '@atlaskit/button/new';
import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useEffect, useRef, type FormEvent } from 'react';
import { makeTransition, type Issue, type Transition } from '../api/issues';
import { FieldRow } from '../fields/FieldRow';
import { useFieldForm } from '../fields/useFieldForm';
import { ErrorNotice } from '../layout/Notices';
import { useSuccessFlag } from '../layout/useSuccessFlag';

interface TransitionDialogProps {
  issue: Issue;
  transition: Transition;
  /** Called when the transition is made; awaited before the dialog closes, so that the view is fresh then. */
  onMade: () => Promise<void>;
  onClose: () => void;
}

/**
 * The screen of a transition. Without a screen the transition is made at once, and the dialog is only there to say
 * what kept it from happening. A refusal keeps the form as it is.
 */
export function TransitionDialog({ issue, transition, onMade, onClose }: TransitionDialogProps) {
  const fields = transition.fields.filter(field => field.kind !== 'fixed');
  const form = useFieldForm(fields, issue.fields);
  const showSuccess = useSuccessFlag();
  const make = async () => {
    const accepted = await form.send(async () => {
      await makeTransition(issue.key, transition.id, form.changes());
      await onMade();
    });
    if (!accepted) return;
    showSuccess(`${issue.key} moved to ${transition.to.name}`);
    onClose();
  };
  const isImmediate = fields.length === 0;
  const started = useRef(false);
  useEffect(() => {
    if (!isImmediate || started.current) return;
    started.current = true;
    void make();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void make();
  };
  if (isImmediate && form.errors.messages.length === 0) return null;
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose}>
        <ModalHeader>
          <ModalTitle>{transition.name}</ModalTitle>
          <CloseButton onClick={onClose} />
        </ModalHeader>
        <form className="dialog-form" onSubmit={submit} noValidate>
          <ModalBody>
            {form.errors.messages.length > 0 && (
              <ErrorNotice title="We couldn't move this work item" messages={form.errors.messages} />
            )}
            {fields.map(field => (
              <FieldRow
                key={field.id}
                form="transition"
                field={field}
                draft={form.draft(field)}
                onChange={draft => {
                  form.set(field, draft);
                }}
                place={{ key: issue.key }}
                error={form.errors.fields[field.id]}
              />
            ))}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" appearance="primary" isLoading={form.isSending}>
              {isImmediate ? 'Try again' : transition.name}
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}
