import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { EvidenceRead } from '../../../../src/contract/evidence';
import { readEvidence, type EvidenceFilter } from '../../api/remit';
import { useCommand } from '../../api/use-command';
import { Disclosure } from '../../components/disclosure';
import { Moment } from '../../components/moment';
import { Outcome } from '../../components/outcome';
import { TicketLink } from '../../components/ticket-link';
import styles from './evidence.module.css';

type Entry = EvidenceRead['entries'][number];

/** The entries, newest first; older ones on demand. */
export function EvidenceEntries({ first, filter }: { first: EvidenceRead; filter: EvidenceFilter }) {
  const [older, setOlder] = useState<EvidenceRead[]>([]);
  const { standing, run } = useCommand<EvidenceRead>();
  const pages = [first, ...older];
  const entries = pages.flatMap(page => page.entries);
  const cursor = pages.at(-1)?.cursor;
  const showOlder = async () => {
    const page = await run(() => readEvidence(filter, cursor));
    if (page) setOlder(before => [...before, page]);
  };
  if (entries.length === 0) return <p className={styles.quiet}>No evidence found.</p>;
  return (
    <>
      <p role="status" className={styles.quiet}>
        {entries.length === 1 ? '1 entry' : say`${entries.length} entries`}, the newest first
        {cursor !== undefined && '; there are older ones'}. Nothing here can be changed or removed.
      </p>
      <ul className={styles.entries} aria-label="Entries">
        {entries.map(entry => (
          <EntryItem key={entry.id} entry={entry} />
        ))}
      </ul>
      {cursor !== undefined && (
        <Button isLoading={standing.state === 'asking'} onClick={() => void showOlder()}>
          Show older
        </Button>
      )}
      <Outcome standing={standing} refusedTitle="Nothing older can be shown" />
    </>
  );
}

/** Direction characters as their escapes: what is shown is what is on record, in its order. */
function asRecorded(entry: object): string {
  return JSON.stringify(entry, null, 2).replaceAll(
    /\p{Bidi_Control}/gu,
    character => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}

function EntryItem({ entry }: { entry: Entry }) {
  const { id, at, title, message, by, actor, ticket, kind, subject, facts } = entry;
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <Lozenge>{title}</Lozenge>
        {ticket !== null && <TicketLink ticket={ticket} standsAlone />}
        <span className={styles.quiet}>
          <Typed>{by ?? 'Remit'}</Typed>
        </span>
        <span className={styles.quiet}>
          <Moment at={at} precision="minute" />
        </span>
      </div>
      {message !== '' && <p>{message}</p>}
      <Disclosure summary="Everything on record">
        <pre className={styles.facts} tabIndex={0} aria-label={say`Facts of ${title}`}>
          <Typed>{asRecorded({ id, at, kind, actor, subject, facts })}</Typed>
        </pre>
      </Disclosure>
    </li>
  );
}
