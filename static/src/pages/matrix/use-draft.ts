import { useCallback, useMemo, useState } from 'react';
import type { MatrixDraft, MatrixRow } from '../../../../src/contract/matrix';
import type { Reply } from '../../../../src/contract/reply';
import { editDraft, readDraft, type DraftEdit } from '../../api/remit';
import { useCommand, type Standing } from '../../api/use-command';
import { usePages, type Paged } from '../../api/use-pages';
import { withEdits } from './draft-edits';

export type DraftHead = Omit<NonNullable<MatrixDraft['draft']>, 'rows' | 'cursor'>;

/** The draft as this reader sees it: what was loaded, with the edits made here since. */
export interface Draft {
  paged: Paged<DraftPage>;
  /** Null when there is none, or none that this reader may see. */
  head: DraftHead | null;
  rows: readonly MatrixRow[];
  complete: boolean;
  /** Counts edits, so that what depends on the rows is asked again. */
  edits: number;
  editing: Standing<MatrixDraft>;
  begin: () => Promise<boolean>;
  put: (row: MatrixRow) => Promise<boolean>;
  remove: (id: string) => Promise<boolean>;
  chooseApprover: (role: string | null) => Promise<boolean>;
  discard: () => Promise<boolean>;
  reload: () => void;
}

type DraftPage = MatrixDraft & { cursor?: string };

const readPage = async (cursor: string | undefined): Promise<Reply<DraftPage>> => {
  const reply = await readDraft(cursor);
  if (!reply.ok) return reply;
  const next = reply.data.draft?.cursor;
  return { ok: true, data: { ...reply.data, ...(next !== undefined && { cursor: next }) } };
};

/** Loads the draft and edits it, one edit at a time, each on top of the revision that this reader has seen. */
export function useDraft(): Draft {
  const [paged, readAgain] = usePages<DraftPage>(readPage);
  const [changed, setChanged] = useState<ReadonlyMap<string, MatrixRow | null>>(new Map());
  const [revised, setRevised] = useState<DraftHead | null>(null);
  const [edits, setEdits] = useState(0);
  const { standing, run, forget } = useCommand<MatrixDraft>();
  const loaded = paged.state === 'there' ? (paged.pages[0]?.draft ?? null) : null;
  const head = revised ?? loaded;
  const rows = useMemo(
    () =>
      withEdits(paged.state === 'there' ? paged.pages.flatMap(page => page.draft?.rows ?? []) : [], changed),
    [paged, changed],
  );

  const reload = useCallback(() => {
    setChanged(new Map());
    setRevised(null);
    forget();
    readAgain();
    setEdits(before => before + 1);
  }, [forget, readAgain]);

  const edit = async (asked: DraftEdit, change?: [string, MatrixRow | null]): Promise<boolean> => {
    const after = await run(() => editDraft(asked));
    if (!after) return false;
    if (change && after.draft) {
      setChanged(before => new Map(before).set(...change));
      setRevised(after.draft);
      setEdits(before => before + 1);
    } else reload();
    return true;
  };
  const revision = head?.revision ?? 0;
  return {
    paged,
    head,
    rows,
    complete: paged.state === 'there' && paged.complete,
    edits,
    editing: standing,
    begin: () => edit({ edit: 'begin' }),
    put: row => edit({ edit: 'put row', revision, row }, [row.id, row]),
    remove: id => edit({ edit: 'remove row', revision, id }, [id, null]),
    chooseApprover: role => edit({ edit: 'matrix approver', revision, role }),
    discard: () => edit({ edit: 'discard', revision }),
    reload,
  };
}
