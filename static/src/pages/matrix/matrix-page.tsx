import SectionMessage from '@atlaskit/section-message';
import { useCallback, useMemo, useState } from 'react';
import type { MatrixView } from '../../../../src/contract/matrix';
import type { Refused } from '../../../../src/contract/reply';
import { listHolders, viewMatrix } from '../../api/remit';
import { usePages } from '../../api/use-pages';
import { useReply } from '../../api/use-reply';
import { endOf } from '../../components/days';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import type { TabProps } from '../tab-props';
import { Differences } from './differences';
import { DraftEditor } from './draft-editor';
import { EditionBar } from './edition-bar';
import { editionOf, type ShownEdition } from './edition';
import { MatrixRows } from './matrix-rows';
import styles from './matrix.module.css';
import { namesOf } from './names';
import { useDraft } from './use-draft';

/** The responsibility matrix: any version of it, the draft of the next one, and how two of them differ. */
export default function MatrixPage({ place, go }: TabProps) {
  const shown = editionOf(place.query);
  const version = shown.kind === 'version' ? shown.version : undefined;
  const day = shown.kind === 'day' ? shown.day : undefined;
  const read = useCallback(
    (cursor: string | undefined) =>
      viewMatrix(day !== undefined ? { at: endOf(day) } : version ? { version } : 'in force', cursor),
    [version, day],
  );
  const [paged, readAgain] = usePages<MatrixView>(read);
  const [register] = useReply(listHolders);
  const draft = useDraft();

  const registered = register.state === 'answered' ? register.data : null;
  const first = paged.state === 'there' ? (paged.pages[0] ?? null) : null;
  const known = useLast(first);
  const names = useMemo(() => namesOf(first, registered), [first, registered]);
  const rows = useMemo(
    () => (paged.state === 'there' ? paged.pages.flatMap(page => page.rows) : []),
    [paged],
  );
  const mayEdit = known?.youMayEdit ?? draft.paged.state === 'there';
  const isVersion = shown.kind === 'version' || shown.kind === 'day';
  const isLoading = paged.state === 'loading' || (!isVersion && draft.paged.state === 'loading');

  // The bar stays while another edition is loaded, or the person who chose it by keyboard would lose their place.
  if (isLoading && !known) return <Loading what="the responsibility matrix" />;
  if (paged.state === 'failed')
    return <FailedMessage what="The responsibility matrix" tryAgain={readAgain} level="h2" />;

  return (
    <div className={styles.matrix}>
      <EditionBar
        view={known}
        isThere={first !== null}
        shown={shown}
        draft={mayEdit ? draft : null}
        go={go}
        complete={paged.state === 'there' && paged.complete}
        rowsSoFar={rows.length}
      />
      {isLoading && <Loading what="the responsibility matrix" />}
      {!isLoading && shown.kind === 'draft' && (
        <DraftEditor draft={draft} names={names} soughtRow={place.query.get('row')} />
      )}
      {!isLoading && shown.kind === 'difference' && (
        <Differences shown={shown} names={names} rows={shown.to === 'draft' ? draft.rows : rows} />
      )}
      {isVersion && paged.state === 'refused' && <NoMatrix shown={shown} refused={paged.refused} />}
      {isVersion && first && (
        <MatrixRows
          key={`${first.version.number} ${day ?? ''}`}
          edition={{ version: first.version.number }}
          rows={rows}
          names={names}
          soughtRow={place.query.get('row')}
        />
      )}
    </div>
  );
}

/** The value, and while there is none the last one that was. */
function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}

function NoMatrix({ shown, refused }: { shown: ShownEdition; refused: Refused }) {
  if (refused.code !== 'MATRIX_NOT_APPROVED')
    return <RefusedMessage refused={refused} title="You can’t see the responsibility matrix" level="h2" />;
  return (
    <div role="status">
      <SectionMessage
        appearance="information"
        title={shown.kind === 'day' ? 'No matrix was in force on that day' : 'No matrix is in force yet'}
        headingLevel="h2"
      >
        <p>{refused.message}</p>
      </SectionMessage>
    </div>
  );
}
