import Button from '@atlaskit/button/new';
import type { MatrixVersionShown, MatrixView } from '../../../../src/contract/matrix';
import { Choice } from '../../components/choice';
import { Moment } from '../../components/moment';
import { PersonName } from '../../components/person';
import { Outcome } from '../../components/outcome';
import { TicketLink } from '../../components/ticket-link';
import { placeOfEdition, type ShownEdition } from './edition';
import { ExportRows } from './export-rows';
import styles from './matrix.module.css';
import type { Draft } from './use-draft';

interface EditionBarProps {
  view: MatrixView | null;
  shown: ShownEdition;
  /** Null for readers who may not edit. */
  draft: Draft | null;
  go: (to: string) => void;
  complete: boolean;
  rowsSoFar: number;
}

const DRAFT = 'draft';
const DIFFERENCE = 'difference';

/** Which version is shown, who approved it, and what else can be looked at. */
export function EditionBar({ view, shown, draft, go, complete, rowsSoFar }: EditionBarProps) {
  const versions = view?.versions ?? [];
  const show = (edition: ShownEdition) => {
    go(placeOfEdition(edition));
  };
  const current = view?.version.number ?? 1;
  const before = versions.find(({ number }) => number < current);
  const choose = (value: string) => {
    if (value === DRAFT) show({ kind: 'draft' });
    else if (value !== DIFFERENCE) show({ kind: 'version', version: Number(value) });
  };
  const isDraft = shown.kind === 'draft';
  return (
    <div>
      <div className={styles.bar}>
        {(versions.length > 0 || draft?.head) && (
          <Choice
            label="Version of the matrix"
            value={isDraft ? DRAFT : shown.kind === 'difference' ? DIFFERENCE : String(current)}
            options={[
              ...(shown.kind === 'difference' ? [{ value: DIFFERENCE, words: differenceWords(shown) }] : []),
              ...(draft?.head
                ? [{ value: DRAFT, words: `Draft of version ${draft.head.number}` }]
                : isDraft
                  ? [{ value: DRAFT, words: 'No draft' }]
                  : []),
              ...versions.map(version => ({ value: String(version.number), words: versionWords(version) })),
            ]}
            choose={choose}
          />
        )}
        {shown.kind === 'version' && before && (
          <Button
            appearance="subtle"
            onClick={() => {
              show({ kind: 'difference', from: before.number, to: current });
            }}
          >
            What changed since version {before.number}
          </Button>
        )}
        {isDraft && draft?.head && draft.head.base !== null && (
          <Button
            appearance="subtle"
            onClick={() => {
              show({ kind: 'difference', from: draft.head?.base ?? 1, to: 'draft' });
            }}
          >
            What changed since version {draft.head.base}
          </Button>
        )}
        <span className={styles.spring} />
        {view && shown.kind === 'version' && <ExportRows version={current} />}
        {draft && !isDraft && <ToDraft draft={draft} show={show} />}
      </div>
      {view && shown.kind === 'version' && (
        <p className={styles.about}>
          <Approval version={view.version} />
          {!complete && <span role="status"> Loading more rows, {rowsSoFar.toLocaleString()} so far…</span>}
        </p>
      )}
      {draft && !draft.head && <Outcome standing={draft.editing} refusedTitle="No draft was begun" />}
    </div>
  );
}

function ToDraft({ draft, show }: { draft: Draft; show: (edition: ShownEdition) => void }) {
  const begin = async () => {
    if (draft.head || (await draft.begin())) show({ kind: 'draft' });
  };
  return (
    <Button
      appearance="primary"
      isLoading={draft.editing.state === 'asking' || draft.paged.state === 'loading'}
      onClick={() => void begin()}
    >
      {draft.head ? `Open the draft of version ${draft.head.number}` : 'Begin a draft'}
    </Button>
  );
}

function Approval({ version }: { version: MatrixVersionShown }) {
  const { number, approvedBy, approvedAt, effectiveFrom, changeTicket, inForce } = version;
  return (
    <>
      Version {number} {inForce ? 'is in force' : 'took effect'} since{' '}
      <Moment at={effectiveFrom} precision="day" />; approved by <PersonName person={approvedBy} /> on{' '}
      <Moment at={approvedAt} precision="day" />
      {changeTicket !== null && (
        <>
          {' '}
          in <TicketLink ticket={changeTicket} />
        </>
      )}
      .
    </>
  );
}

function versionWords({ number, inForce }: MatrixVersionShown): string {
  return inForce ? `Version ${number}, in force` : `Version ${number}`;
}

function differenceWords({ from, to }: Extract<ShownEdition, { kind: 'difference' }>): string {
  return to === 'draft' ? `Draft compared with version ${from}` : `Version ${to} compared with ${from}`;
}
