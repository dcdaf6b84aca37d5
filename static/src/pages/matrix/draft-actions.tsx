import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { MatrixSubmitted } from '../../../../src/contract/matrix';
import { goTo } from '../../api/jira-places';
import { submitDraft } from '../../api/remit';
import { useCommand } from '../../api/use-command';
import { ConfirmedButton } from '../../components/confirmed-button';
import { ExportRegister } from '../../components/export-register';
import { Outcome } from '../../components/outcome';
import { Section } from '../../components/section';
import { ImportRegister } from '../../panels/set-up/import-register';
import styles from './matrix.module.css';
import type { Names } from './names';
import { NextApprover } from './next-approver';
import { NEW_ROW, RowForm } from './row-form';
import type { Draft } from './use-draft';

interface DraftActionsProps {
  draft: Draft;
  edited: string | null;
  edit: (id: string | null) => void;
  names: Names;
}

/** What can be done with an open draft as a whole. */
export function DraftActions({ draft, edited, edit, names }: DraftActionsProps) {
  const [importing, setImporting] = useState(false);
  const { standing, run } = useCommand<MatrixSubmitted>();
  const submit = async () => {
    const submitted = await run(submitDraft);
    if (!submitted) return;
    draft.reload();
    void goTo({ ticket: submitted.ticket }, 'this tab'); // it is submitted there, where its gate says what is missing
  };
  return (
    <>
      <div className={styles.bar}>
        <Button
          onClick={() => {
            edit(NEW_ROW.id);
          }}
        >
          Add a row
        </Button>
        <Button
          aria-expanded={importing}
          onClick={() => {
            setImporting(!importing);
          }}
        >
          Import a file
        </Button>
        <ExportRegister dataset="responsibilities" label="Export as CSV" part={{ draft: true }} />
        <ConfirmedButton
          label="Discard the draft"
          question="Discard the draft with all its edits?"
          confirm="Discard"
          act={() => void draft.discard()}
        />
        <span className={styles.spring} />
        <Button appearance="primary" isLoading={standing.state === 'asking'} onClick={() => void submit()}>
          Submit for approval
        </Button>
      </div>
      <NextApprover draft={draft} names={names} />
      <Outcome standing={standing} refusedTitle="The draft wasn’t submitted" />
      {importing && (
        <div className={styles.panel}>
          <Section title="Import a file" level={2}>
            <ImportRegister datasets={['responsibilities']} imported={draft.reload} />
          </Section>
        </div>
      )}
      {edited === NEW_ROW.id && (
        <RowForm
          row={NEW_ROW}
          rows={draft.rows}
          names={names}
          draft={draft}
          close={() => {
            edit(null);
          }}
        />
      )}
    </>
  );
}
