import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import type { MatrixVersionShown, MatrixView } from '../../../../src/contract/matrix';
import { Choice } from '../../components/choice';
import { DayField } from '../../components/day-field';
import { ExportRegister } from '../../components/export-register';
import { Field } from '../../components/field';
import { Outcome } from '../../components/outcome';
import { placeOfEdition, type ShownEdition } from './edition';
import { EditionWords } from './edition-words';
import styles from './matrix.module.css';
import type { Draft } from './use-draft';

interface EditionBarProps {
  /** The version that is there, or that was until another one was asked for. */
  view: MatrixView | null;
  /** Whether it is the one that was asked for. */
  isThere: boolean;
  shown: ShownEdition;
  /** Null for readers who may not edit. */
  draft: Draft | null;
  go: (to: string) => void;
  complete: boolean;
  rowsSoFar: number;
}

type Show = (edition: ShownEdition) => void;

/** Which version is shown, who approved it, and what else can be looked at. */
export function EditionBar({ view, isThere, shown, draft, go, complete, rowsSoFar }: EditionBarProps) {
  const show: Show = edition => {
    go(placeOfEdition(edition));
  };
  const isVersion = shown.kind === 'version' || shown.kind === 'day';
  const current = view?.version.number ?? 1;
  return (
    <div className={styles.edition}>
      <div className={styles.bar}>
        <VersionChoice versions={view?.versions ?? []} current={current} {...{ shown, draft, show }} />
        {shown.kind === 'difference' && shown.to !== 'draft' && (
          <ComparedWith versions={view?.versions ?? []} from={shown.from} to={shown.to} show={show} />
        )}
        {isVersion && (
          <DayField
            label="In force on (optional)"
            day={shown.kind === 'day' ? shown.day : ''}
            choose={day => {
              show(day === '' ? { kind: 'version', version: undefined } : { kind: 'day', day });
            }}
          />
        )}
        <WhatChanged versions={view?.versions ?? []} current={current} {...{ shown, draft, show }} />
        <span className={styles.spring} />
        {view?.youMayExport && isThere && isVersion && (
          <ExportRegister dataset="responsibilities" label="Export as CSV" part={{ version: current }} />
        )}
        {draft && shown.kind !== 'draft' && <ToDraft draft={draft} show={show} />}
      </div>
      {view && isThere && isVersion && (
        <p className={styles.about}>
          <span role="status">
            <EditionWords version={view.version} shown={shown} />
          </span>
          {!complete && (
            <span role="status"> Loading more rows, {rowsSoFar.toLocaleString('en-GB')} so far…</span>
          )}
        </p>
      )}
      {draft && !draft.head && <Outcome standing={draft.editing} refusedTitle="The draft wasn’t started" />}
    </div>
  );
}

interface ChoosingProps {
  versions: readonly MatrixVersionShown[];
  current: number;
  shown: ShownEdition;
  draft: Draft | null;
  show: Show;
}

const DRAFT = 'draft';
const DIFFERENCE = 'difference';

function VersionChoice({ versions, current, shown, draft, show }: ChoosingProps) {
  const isDraft = shown.kind === 'draft';
  if (versions.length === 0 && !draft?.head) return null;
  const chosen = (shown.kind === 'version' ? shown.version : undefined) ?? current;
  const options = [
    ...(shown.kind === 'difference' ? [{ value: DIFFERENCE, words: differenceWords(shown) }] : []),
    ...(draft?.head ? [{ value: DRAFT, words: say`Draft of version ${draft.head.number}` }] : []),
    ...(isDraft && !draft?.head ? [{ value: DRAFT, words: 'No draft' }] : []),
    ...versions.map(version => ({ value: String(version.number), words: versionWords(version) })),
  ];
  return (
    <Field label="Version">
      {id => (
        <Choice
          id={id}
          value={isDraft ? DRAFT : shown.kind === 'difference' ? DIFFERENCE : String(chosen)}
          options={options}
          choose={value => {
            if (value === DRAFT) show({ kind: 'draft' });
            else if (value !== DIFFERENCE) show({ kind: 'version', version: Number(value) });
          }}
        />
      )}
    </Field>
  );
}

interface ComparedWithProps extends Pick<ChoosingProps, 'versions' | 'show'> {
  from: number;
  to: number;
}

/** Any two versions can be compared. */
function ComparedWith({ versions, from, to, show }: ComparedWithProps) {
  const others = versions.filter(({ number }) => number !== to);
  return (
    <Field label="Compared with">
      {id => (
        <Choice
          id={id}
          value={String(from)}
          options={others.map(version => ({ value: String(version.number), words: versionWords(version) }))}
          choose={value => {
            show({ kind: 'difference', from: Number(value), to });
          }}
        />
      )}
    </Field>
  );
}

/** Leads to the difference from the version before. */
function WhatChanged({ versions, current, shown, draft, show }: ChoosingProps) {
  const before = versions.find(({ number }) => number < current)?.number;
  const base = draft?.head?.base ?? undefined;
  const [from, to] =
    shown.kind === 'draft'
      ? [base, 'draft' as const]
      : [shown.kind === 'difference' ? undefined : before, current];
  if (from === undefined) return null;
  return (
    <Button
      appearance="subtle"
      onClick={() => {
        show({ kind: 'difference', from, to });
      }}
    >
      What changed since version {from}
    </Button>
  );
}

function ToDraft({ draft, show }: { draft: Draft; show: Show }) {
  const begin = async () => {
    if (draft.head || (await draft.begin())) show({ kind: 'draft' });
  };
  return (
    <Button
      appearance="primary"
      isLoading={draft.editing.state === 'asking' || draft.paged.state === 'loading'}
      onClick={() => void begin()}
    >
      {draft.head ? say`Open the draft of version ${draft.head.number}` : 'Start a draft'}
    </Button>
  );
}

function versionWords({ number, inForce }: MatrixVersionShown): string {
  return inForce ? say`Version ${number}, in force` : say`Version ${number}`;
}

function differenceWords({ from, to }: Extract<ShownEdition, { kind: 'difference' }>): string {
  return to === 'draft' ? say`Draft compared with version ${from}` : say`Version ${to} compared with ${from}`;
}
