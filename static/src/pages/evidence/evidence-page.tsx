import { useCallback, useEffect, useState } from 'react';
import type { EvidenceRead } from '../../../../src/contract/evidence';
import { readEvidence, type EvidenceFilter } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import { EvidenceEntries } from './evidence-entries';
import { EvidenceFilters } from './evidence-filters';
import styles from './evidence.module.css';

type Kinds = EvidenceRead['kinds'];

/** What is on record, in words and with every fact, for administrators and auditors. */
export default function EvidencePage() {
  const [filter, setFilter] = useState<EvidenceFilter>({});
  /** Known once the reader was answered; they stay while another part is asked for. */
  const [kinds, setKinds] = useState<Kinds>([]);
  return (
    <div className={styles.evidence}>
      {kinds.length > 0 && <EvidenceFilters kinds={kinds} filter={filter} setFilter={setFilter} />}
      <Chosen
        key={JSON.stringify(filter)}
        filter={filter}
        tellKinds={setKinds}
        refusedTitle={kinds.length > 0 ? 'No evidence to show' : 'You can’t see the evidence'}
      />
    </div>
  );
}

interface ChosenProps {
  filter: EvidenceFilter;
  tellKinds: (kinds: Kinds) => void;
  refusedTitle: string;
}

/** What was asked for: what was shown before goes at once. */
function Chosen({ filter, tellKinds, refusedTitle }: ChosenProps) {
  const ask = useCallback(() => readEvidence(filter, undefined), [filter]);
  const [asked, askAgain] = useReply(ask);
  const kinds = asked.state === 'answered' ? asked.data.kinds : null;
  useEffect(() => {
    if (kinds) tellKinds(kinds);
  }, [kinds, tellKinds]);
  switch (asked.state) {
    case 'loading':
      return <Loading what="the evidence" />;
    case 'failed':
      return <FailedMessage what="The evidence" tryAgain={askAgain} level="h2" />;
    case 'refused':
      return <RefusedMessage refused={asked.refused} title={refusedTitle} level="h2" />;
    case 'answered':
      return <EvidenceEntries first={asked.data} filter={filter} />;
  }
}
