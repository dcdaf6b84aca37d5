import SectionMessage from '@atlaskit/section-message';
import { useCallback, useMemo } from 'react';
import type { MatrixView } from '../../../../src/contract/matrix';
import { listHolders, viewMatrix } from '../../api/remit';
import { usePages } from '../../api/use-pages';
import { useReply } from '../../api/use-reply';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import type { TabProps } from '../tabs';
import { Differences } from './differences';
import { DraftEditor } from './draft-editor';
import { EditionBar } from './edition-bar';
import { editionOf } from './edition';
import { MatrixRows } from './matrix-rows';
import styles from './matrix.module.css';
import { namesOf } from './names';
import { useDraft } from './use-draft';

/** The responsibility matrix: any version of it, the draft of the next one, and how two of them differ. */
export default function MatrixPage({ place, go }: TabProps) {
  const shown = editionOf(place.query);
  const version = shown.kind === 'version' ? shown.version : undefined;
  const read = useCallback((cursor: string | undefined) => viewMatrix(version, cursor), [version]);
  const [paged, readAgain] = usePages<MatrixView>(read);
  const [register] = useReply(listHolders);
  const draft = useDraft();

  const registered = register.state === 'answered' ? register.data : null;
  const first = paged.state === 'there' ? (paged.pages[0] ?? null) : null;
  const names = useMemo(() => namesOf(first, registered), [first, registered]);
  const rows = useMemo(
    () => (paged.state === 'there' ? paged.pages.flatMap(page => page.rows) : []),
    [paged],
  );
  const mayEdit = first?.youMayEdit ?? draft.paged.state === 'there';

  if (paged.state === 'loading' || (shown.kind !== 'version' && draft.paged.state === 'loading'))
    return <Loading what="the responsibility matrix" />;
  if (paged.state === 'failed')
    return <FailedMessage what="The responsibility matrix" tryAgain={readAgain} level="h2" />;

  return (
    <div className={styles.matrix}>
      <EditionBar
        view={first}
        shown={shown}
        draft={mayEdit ? draft : null}
        go={go}
        complete={paged.state === 'there' && paged.complete}
        rowsSoFar={rows.length}
      />
      {shown.kind === 'draft' && (
        <DraftEditor draft={draft} names={names} soughtRow={place.query.get('row')} />
      )}
      {shown.kind === 'difference' && <Differences shown={shown} names={names} />}
      {shown.kind === 'version' && paged.state === 'refused' && <NoMatrix refused={paged.refused} />}
      {shown.kind === 'version' && first && (
        <MatrixRows
          key={first.version.number}
          edition={{ version: first.version.number }}
          rows={rows}
          names={names}
          soughtRow={place.query.get('row')}
        />
      )}
    </div>
  );
}

function NoMatrix({ refused }: { refused: { ok: false; code: string; message: string } }) {
  if (refused.code !== 'MATRIX_NOT_APPROVED')
    return <RefusedMessage refused={refused} title="You can’t see the responsibility matrix" level="h2" />;
  return (
    <SectionMessage appearance="information" title="No matrix is in force yet" headingLevel="h2">
      <p>{refused.message}</p>
    </SectionMessage>
  );
}
