import { useRef, useState } from 'react';
import type { RegisterImported } from '../../../../src/contract/registers';
import type { Refused } from '../../../../src/contract/reply';
import { importRegister, type Dataset } from '../../api/remit';
import { inParts } from './csv-file';

export type ImportStanding =
  | { state: 'not asked' }
  | { state: 'asking'; dryRun: boolean; sent: number; parts: number }
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
    const tell = (next: ImportStanding) => {
      if (turn === newest.current) setStanding(next);
    };
    void upload({ dataset, csv, dryRun }, tell).then(tell);
  };
  return { standing, ask, forget };
}

interface Upload {
  dataset: Dataset;
  csv: string;
  dryRun: boolean;
}

/** Sends a file, in parts where it is too large for one call. */
async function upload(
  { dataset, csv, dryRun }: Upload,
  tell: (standing: ImportStanding) => void,
): Promise<ImportStanding> {
  const parts = inParts(csv);
  const id = crypto.randomUUID();
  try {
    for (const [position, text] of parts.entries()) {
      tell({ state: 'asking', dryRun, sent: position, parts: parts.length });
      const part = parts.length > 1 ? { upload: id, number: position + 1, of: parts.length } : undefined;
      const reply = await importRegister(dataset, text, dryRun, part);
      if (!reply.ok) return { state: 'refused', refused: reply };
      if (!('waitingFor' in reply.data)) return { state: 'answered', imported: reply.data };
    }
    return { state: 'failed', dryRun }; // the last part must be answered with what came of the whole
  } catch {
    return { state: 'failed', dryRun };
  }
}
