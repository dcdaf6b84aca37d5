import Button from '@atlaskit/button/new';
import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useState, type ReactNode } from 'react';
import { fieldsToCreate, workTypesToCreate, type Choice } from '../api/fields';
import { Failed, Loading } from '../layout/Notices';
import { useLoaded } from '../loaded';
import { useSession } from '../session';
import { CreateForm } from './CreateForm';

/** Jira's create dialog: a space, a work type, and the fields of its create screen. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { spaces } = useSession();
  const [space, setSpace] = useState<Choice | undefined>(
    spaces[0] && { value: spaces[0].key, label: spaces[0].name },
  );
  const options = spaces.map(each => ({ value: each.key, label: each.name }));
  const picker = <Picker label="Space" value={space} options={options} onChange={setSpace} />;
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="large">
        <ModalHeader>
          <ModalTitle>Create</ModalTitle>
          <CloseButton onClick={onClose} />
        </ModalHeader>
        {space ? (
          <OfSpace key={space.value} space={space.value} above={picker} onClose={onClose} />
        ) : (
          <Waiting onClose={onClose}>There is no space that you may create work items in.</Waiting>
        )}
      </ModalDialog>
    </ModalTransition>
  );
}

interface PartProps {
  space: string;
  /** What was chosen so far, shown above. */
  above: ReactNode;
  onClose: () => void;
}

function OfSpace({ space, above, onClose }: PartProps) {
  const { loaded } = useLoaded(space, () => workTypesToCreate(space));
  const [chosen, setChosen] = useState<Choice>();
  if (loaded.state !== 'ready') {
    return (
      <Waiting onClose={onClose}>
        {above}
        {loaded.state === 'failed' ? (
          <Failed what="the work types" error={loaded.error} />
        ) : (
          <Loading what="the work types" />
        )}
      </Waiting>
    );
  }
  const options = loaded.value.map(type => ({ value: type.id, label: type.name }));
  const workType = chosen ?? options[0];
  const both = (
    <>
      {above}
      <Picker label="Work type" value={workType} options={options} onChange={setChosen} />
    </>
  );
  if (!workType) return <Waiting onClose={onClose}>{both}</Waiting>;
  return (
    <OfWorkType
      key={workType.value}
      space={space}
      workTypeId={workType.value}
      above={both}
      onClose={onClose}
    />
  );
}

/** One form from the first: what is being chosen above it stays open when the fields come. */
function OfWorkType({ space, workTypeId, above, onClose }: PartProps & { workTypeId: string }) {
  const { loaded } = useLoaded(workTypeId, () => fieldsToCreate(space, workTypeId));
  const fields = loaded.state === 'ready' ? loaded.value.filter(field => field.kind !== 'fixed') : [];
  return (
    <CreateForm fields={fields} space={space} workTypeId={workTypeId} above={above} onClose={onClose}>
      {loaded.state === 'loading' && <Loading what="the fields" />}
      {loaded.state === 'failed' && <Failed what="the fields" error={loaded.error} />}
    </CreateForm>
  );
}

/** The dialog as long as there is no form. */
function Waiting({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  return (
    <>
      <ModalBody>{children}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </>
  );
}

function Picker(props: {
  label: string;
  value: Choice | undefined;
  options: Choice[];
  onChange: (choice: Choice) => void;
}) {
  const { label, value, options, onChange } = props;
  const inputId = `create-${label.toLowerCase().replace(' ', '-')}`;
  return (
    <div className="field-row field-row-short">
      <label htmlFor={inputId} className="required">
        {label}
      </label>
      <Select<Choice>
        inputId={inputId}
        value={value ?? null}
        options={options}
        menuPortalTarget={document.body}
        classNamePrefix="choice"
        onChange={choice => {
          if (choice) onChange(choice);
        }}
      />
    </div>
  );
}
