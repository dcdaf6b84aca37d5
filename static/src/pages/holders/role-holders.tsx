import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { HoldersListed } from '../../../../src/contract/people';
import { comparable } from '../../../../src/contract/text';
import { listHolders } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { ExportRegister } from '../../components/export-register';
import { searchText } from '../../components/search-text';
import { SearchField } from '../../components/search-field';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import { RoleItem } from './role-item';
import styles from './holders.module.css';
import { Transfer } from './transfer';

/** Every role with who acts for it, its history, and for administrators how to appoint someone. */
export default function RoleHolders() {
  const [asked, askAgain] = useReply(listHolders);
  switch (asked.state) {
    case 'loading':
      return <Loading what="the role holders" />;
    case 'failed':
      return <FailedMessage what="The role holders" tryAgain={askAgain} level="h2" />;
    case 'refused':
      return <RefusedMessage refused={asked.refused} title="You can’t see the role holders" level="h2" />;
    case 'answered':
      return <Roles listed={asked.data} askAgain={askAgain} />;
  }
}

function Roles({ listed, askAgain }: { listed: HoldersListed; askAgain: () => void }) {
  const { roles, youMayEdit, youMayExport } = listed;
  const [text, setText] = useState('');
  const [transferring, setTransferring] = useState(false);
  if (roles.length === 0)
    return <p className={styles.quiet}>There are no roles yet. Import them in Settings, Apps, Remit.</p>;
  const shown = roles.filter(role => textOf(role).includes(comparable(text)));
  const vacant = roles.filter(({ acting }) => acting === null).length;
  return (
    <div className={styles.holders}>
      <div className={styles.bar} role="search" aria-label="Roles">
        <div className={styles.search}>
          <SearchField aria-label="Search the roles" placeholder="Search" value={text} onText={setText} />
        </div>
        <span role="status" className={styles.quiet}>
          {shown.length} of {roles.length} roles{vacant > 0 && say`, ${vacant} vacant`}
        </span>
        <span className={styles.spring} />
        {youMayExport && <ExportRegister dataset="roles" label="Export roles" />}
        {youMayExport && <ExportRegister dataset="holders" label="Export holders" />}
        {youMayEdit && (
          <Button
            aria-expanded={transferring}
            onClick={() => {
              setTransferring(!transferring);
            }}
          >
            Someone is leaving
          </Button>
        )}
      </div>
      {transferring && <Transfer done={askAgain} />}
      {shown.length === 0 && <p className={styles.quiet}>No roles match your search.</p>}
      <ul className={styles.roles}>
        {shown.map(role => (
          <RoleItem key={role.key} role={role} youMayEdit={youMayEdit} changed={askAgain} />
        ))}
      </ul>
    </div>
  );
}

function textOf({ key, name, kind, charter, acting }: HoldersListed['roles'][number]): string {
  return searchText([key, name, kind, charter, acting?.person.name ?? 'vacant']);
}
