import Button from '@atlaskit/button/new';
import { useFlags } from '@atlaskit/flag';
import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useState, type FormEvent } from 'react';
import { fieldsToCreate, workTypesToCreate, type Choice, type Field } from '../api/fields';
import { createIssue } from '../api/issues';
import { FieldRow } from '../fields/FieldRow';
import { useFieldForm } from '../fields/useFieldForm';
import { ErrorNotice, Failed, Loading } from '../layout/Notices';
import { useLoaded } from '../loaded';
import { useNavigation } from '../navigation';
import { useSession } from '../session';

/** Jira's create dialog: a space, a work type, and the fields of its create screen. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { spaces } = useSession();
  const [space, setSpace] = useState<Choice | undefined>(
    spaces[0] && { value: spaces[0].key, label: spaces[0].name },
  );
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="large" shouldScrollInViewport>
        <ModalHeader>
          <ModalTitle>Create</ModalTitle>
          <CloseButton onClick={onClose} />
        </ModalHeader>
        <ModalBody>
          <Picker
            label="Space"
            value={space}
            options={spaces.map(each => ({ value: each.key, label: each.name }))}
            onChange={setSpace}
          />
        </ModalBody>
        {space ? <TypeAndFields key={space.value} space={space.value} onClose={onClose} /> : <NoSpace />}
      </ModalDialog>
    </ModalTransition>
  );
}

function NoSpace() {
  return (
    <ModalBody>
      <p>There is no space that you may create work items in.</p>
    </ModalBody>
  );
}

function TypeAndFields({ space, onClose }: { space: string; onClose: () => void }) {
  const { loaded } = useLoaded(space, () => workTypesToCreate(space));
  const [chosen, setChosen] = useState<Choice>();
  if (loaded.state === 'loading') return <Loading what="the work types" />;
  if (loaded.state === 'failed') return <Failed what="the work types" error={loaded.error} />;
  const options = loaded.value.map(type => ({ value: type.id, label: type.name }));
  const workType = chosen ?? options[0];
  if (!workType) return <NoSpace />;
  return (
    <>
      <ModalBody>
        <Picker label="Work type" value={workType} options={options} onChange={setChosen} />
      </ModalBody>
      <Fields key={workType.value} space={space} workTypeId={workType.value} onClose={onClose} />
    </>
  );
}

function Fields({ space, workTypeId, onClose }: { space: string; workTypeId: string; onClose: () => void }) {
  const { loaded } = useLoaded(workTypeId, () => fieldsToCreate(space, workTypeId));
  if (loaded.state === 'loading') return <Loading what="the fields" />;
  if (loaded.state === 'failed') return <Failed what="the fields" error={loaded.error} />;
  return (
    <CreateForm
      fields={loaded.value.filter(field => field.kind !== 'fixed')}
      space={space}
      workTypeId={workTypeId}
      onClose={onClose}
    />
  );
}

function CreateForm({
  fields,
  space,
  workTypeId,
  onClose,
}: {
  fields: Field[];
  space: string;
  workTypeId: string;
  onClose: () => void;
}) {
  const form = useFieldForm(fields, {});
  const { showFlag } = useFlags();
  const { go } = useNavigation();
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const accepted = await form.send(async () => {
      const values = { project: { key: space }, issuetype: { id: workTypeId }, ...form.changes() };
      const { key } = await createIssue(values);
      showFlag({ id: key, title: `You've created ${key}`, appearance: 'success', isAutoDismiss: true });
      go(`/browse/${key}`);
    });
    if (accepted) onClose();
  };
  return (
    <form onSubmit={event => void create(event)} noValidate>
      <ModalBody>
        <p className="subtle">Required fields are marked with an asterisk.</p>
        {form.errors.messages.length > 0 && (
          <ErrorNotice title="We couldn't create this work item" messages={form.errors.messages} />
        )}
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
        <Button type="submit" appearance="primary" isLoading={form.isSending}>
          Create
        </Button>
      </ModalFooter>
    </form>
  );
}

function Picker({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Choice | undefined;
  options: Choice[];
  onChange: (choice: Choice) => void;
}) {
  const inputId = `create-${label.toLowerCase().replace(' ', '-')}`;
  return (
    <div className="field-row">
      <label htmlFor={inputId} className="required">
        {label}
      </label>
      <Select<Choice>
        inputId={inputId}
        value={value ?? null}
        options={options}
        menuPortalTarget={document.body}
        styles={{ menuPortal: base => ({ ...base, zIndex: 700 }) }}
        onChange={choice => {
          if (choice) onChange(choice);
        }}
      />
    </div>
  );
}
