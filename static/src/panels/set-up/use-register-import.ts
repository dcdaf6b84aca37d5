import { useRef, useState } from 'react';
import type { RegisterImported } from '../../../../src/contract/registers';
import type { Refused } from '../../../../src/contract/reply';
import { importRegister, type Dataset } from '../../api/remit';

export type ImportStanding =
  | { state: 'not asked' }
  | { state: 'asking'; dryRun: boolean }
  | { state: 'failed'; dryRun: boolean }
  | { state: 'refused'; refused: Refused }
  | { state: 'answered'; imported: RegisterImported };

interface RegisterImport {
  standing: ImportStanding;
  ask: (dataset: Dataset, csv: string, dryRun: boolean) => void;
  /** The content is another now: what was said of the former one no longer holds. */
  forget: () => void;
}

/** One import at a time, and what came of it. */
export function useRegisterImport(): RegisterImport {
  const [standing, setStanding] = useState<ImportStanding>({ state: 'not asked' });
  const newest = useRef(0);

  const forget = () => {
    newest.current += 1;
    setStanding({ state: 'not asked' });
  };
  const ask = (dataset: Dataset, csv: string, dryRun: boolean) => {
    newest.current += 1;
    const turn = newest.current;
    setStanding({ state: 'asking', dryRun });
    void outcomeOf(dataset, csv, dryRun).then(outcome => {
      if (turn === newest.current) setStanding(outcome);
    });
  };
  return { standing, ask, forget };
}

async function outcomeOf(dataset: Dataset, csv: string, dryRun: boolean): Promise<ImportStanding> {
  try {
    const reply = await importRegister(dataset, csv, dryRun);
    return reply.ok ? { state: 'answered', imported: reply.data } : { state: 'refused', refused: reply };
  } catch {
    return { state: 'failed', dryRun };
  }
}
