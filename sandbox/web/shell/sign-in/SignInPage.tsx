import { useState } from 'react';
import { messageOf } from '../api/request';
import { listAccounts, signIn, type Account } from '../api/sandbox';
import { Avatar } from '../layout/Avatar';
import { ErrorNotice, Failed, Loading } from '../layout/Notices';
import { useLoaded } from '../loaded';
import { useNavigation, useTitle } from '../navigation';

/** The accounts, one click each. @param next - where the person wanted to go */
export function SignInPage({ next, onSignedIn }: { next: string; onSignedIn: () => Promise<void> }) {
  useTitle('Log in');
  const { go } = useNavigation();
  const { loaded, reload } = useLoaded('accounts', listAccounts);
  const [problem, setProblem] = useState<string>();
  const enter = async (account: Account) => {
    try {
      await signIn(account.email);
      await onSignedIn();
      go(next, { replace: true });
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <img src="/icon.svg" alt="" width={48} height={48} />
        <h1>Log in to Jira</h1>
        <p className="subtle">
          This is a sandbox on your own machine. Choose who you want to be; no password is needed.
        </p>
        {problem !== undefined && <ErrorNotice title="We couldn't log you in" messages={[problem]} />}
        {loaded.state === 'loading' && <Loading what="the accounts" />}
        {loaded.state === 'failed' && (
          <Failed what="the accounts" error={loaded.error} retry={() => void reload()} />
        )}
        {loaded.state === 'ready' && (
          <ul className="accounts">
            {loaded.value.map(account => (
              <li key={account.accountId}>
                <AccountButton account={account} onChoose={() => void enter(account)} />
              </li>
            ))}
          </ul>
        )}
        {loaded.state === 'ready' && loaded.value.length === 0 && <p>There are no accounts yet.</p>}
      </div>
    </main>
  );
}

function AccountButton({ account, onChoose }: { account: Account; onChoose: () => void }) {
  const hint = account.active
    ? account.hint
    : `Inactive${account.hint === undefined ? '' : `: ${account.hint}`}`;
  return (
    <button type="button" className="account" onClick={onChoose} disabled={!account.active}>
      <Avatar
        accountId={account.accountId}
        name={account.displayName}
        colour={account.avatarColour}
        size="medium"
      />
      <span className="account-text">
        <span className="account-name">{account.displayName}</span>
        {hint !== undefined && <span className="account-hint">{hint}</span>}
        <span className="account-email">{account.email}</span>
      </span>
    </button>
  );
}
