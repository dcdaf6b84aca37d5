import { listed, say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { ConfirmedButton } from '../../components/confirmed-button';
import { Outcome } from '../../components/outcome';
import { Section } from '../../components/section';
import { FailedMessage, RefusedMessage } from '../../components/standing';
import { TicketLink } from '../../components/ticket-link';
import { ImportRegister } from '../../panels/set-up/import-register';
import { DraftActions } from './draft-actions';
import { MatrixRows } from './matrix-rows';
import styles from './matrix.module.css';
import type { Names } from './names';
import { RowForm } from './row-form';
import type { Draft, DraftHead } from './use-draft';

interface DraftEditorProps {
  draft: Draft;
  names: Names;
  soughtRow: string | null;
}

/** The draft of the next version, for those who may edit it: row by row, or by a file that replaces it. */
export function DraftEditor({ draft, names, soughtRow }: DraftEditorProps) {
  const [edited, setEdited] = useState<string | null>(null);
  const { head, paged, rows } = draft;
  if (paged.state === 'refused')
    return <RefusedMessage refused={paged.refused} title="You can’t see the draft" level="h2" />;
  if (paged.state === 'failed') return <FailedMessage what="The draft" tryAgain={draft.reload} level="h2" />;
  if (!head) return <NoDraft draft={draft} />;
  const isOpen = head.state === 'open';
  return (
    <>
      <DraftState head={head} />
      {isOpen && <DraftActions draft={draft} edited={edited} edit={setEdited} names={names} />}
      <Editing draft={draft} />
      <MatrixRows
        edition={{ draft: true }}
        rows={rows}
        names={names}
        edits={draft.edits}
        soughtRow={soughtRow}
        {...(isOpen && {
          actions: (row: MatrixRow) => <RowActions row={row} draft={draft} edit={setEdited} />,
          form: (row: MatrixRow) =>
            edited === row.id ? (
              <RowForm
                key={row.id}
                row={row}
                rows={rows}
                names={names}
                draft={draft}
                close={() => {
                  setEdited(null);
                }}
              />
            ) : null,
        })}
      />
    </>
  );
}

function NoDraft({ draft }: { draft: Draft }) {
  return (
    <div className={styles.panel}>
      <p>There is no draft. Start one from the version in force, or import a whole matrix.</p>
      <div className={styles.bar}>
        <Button
          appearance="primary"
          isLoading={draft.editing.state === 'asking'}
          onClick={() => void draft.begin()}
        >
          Start a draft
        </Button>
      </div>
      <Outcome standing={draft.editing} refusedTitle="The draft wasn’t started" />
      <Section title="Import a whole matrix" level={2}>
        <ImportRegister datasets={['responsibilities']} imported={draft.reload} />
      </Section>
    </div>
  );
}

function DraftState({ head: { number, authors, state, ticket } }: { head: DraftHead }) {
  const names = listed(authors.map(({ name }) => name));
  if (state === 'submitted')
    return (
      <SectionMessage appearance="information" title="This draft is waiting for approval" headingLevel="h2">
        <p>
          Version {number} was submitted for approval{ticket !== null && ' in '}
          {ticket !== null && <TicketLink ticket={ticket} />}, and can’t be edited until it is decided.
        </p>
      </SectionMessage>
    );
  return (
    <>
      <p className={styles.about}>
        Draft of version {number}
        {names && say`, edited by ${names}`}. It isn’t in force. People who edited it can’t approve it.
      </p>
      {ticket !== null && (
        <SectionMessage appearance="information" title="Its Responsibility change is open" headingLevel="h2">
          <p>
            Use Submit on <TicketLink ticket={ticket} />. The draft then waits for approval and can’t be
            edited.
          </p>
        </SectionMessage>
      )}
    </>
  );
}

/** Whether the last edit went through; another person's edit in between is told, and loaded. */
function Editing({ draft }: { draft: Draft }) {
  const { editing, reload } = draft;
  return (
    <>
      <Outcome standing={editing} refusedTitle="Your change wasn’t saved" />
      {(editing.state === 'refused' || editing.state === 'failed') && (
        <div className={styles.bar}>
          <Button onClick={reload}>Reload the draft</Button>
        </div>
      )}
    </>
  );
}

interface RowActionsProps {
  row: MatrixRow;
  draft: Draft;
  edit: (id: string) => void;
}

function RowActions({ row, draft, edit }: RowActionsProps) {
  return (
    <div className={styles.bar}>
      <Button
        onClick={() => {
          edit(row.id);
        }}
      >
        Edit
      </Button>
      <ConfirmedButton
        label="Remove"
        question="Remove this row from the draft?"
        confirm="Remove"
        isLoading={draft.editing.state === 'asking'}
        act={() => void draft.remove(row.id)}
      />
    </div>
  );
}
