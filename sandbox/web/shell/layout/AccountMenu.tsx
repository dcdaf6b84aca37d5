import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import LogOutIcon from '@atlaskit/icon/core/log-out';
import { listAccounts, signIn, signOut, type Account } from '../api/sandbox';
import { useLoaded } from '../loaded';
import { useNavigation } from '../navigation';
import { useSession } from '../session';
import { Avatar } from './Avatar';

/** The person's own menu: who they are, another account in one click, sign out. */
export function AccountMenu({ onSessionChanged }: { onSessionChanged: () => Promise<void> }) {
  const { account } = useSession();
  const { url, go } = useNavigation();
  const { loaded } = useLoaded('accounts', listAccounts);
  const others =
    loaded.state === 'ready'
      ? loaded.value.filter(each => each.active && each.accountId !== account.accountId)
      : [];
  const switchTo = async (other: Account) => {
    await signIn(other.email);
    await onSessionChanged();
  };
  const leave = async () => {
    await signOut();
    go(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
    await onSessionChanged();
  };
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      menuLabel="Your account"
      trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...trigger }) => (
        <button
          {...trigger}
          ref={triggerRef}
          type="button"
          className="avatar-button"
          aria-label={`Your account: ${account.displayName}`}
        >
          <Avatar accountId={account.accountId} name={account.displayName} colour={account.avatarColour} />
        </button>
      )}
    >
      <DropdownItemGroup title="Signed in">
        <DropdownItem
          description={account.email}
          elemBefore={
            <Avatar accountId={account.accountId} name={account.displayName} colour={account.avatarColour} />
          }
        >
          {account.displayName}
        </DropdownItem>
      </DropdownItemGroup>
      <DropdownItemGroup title="Switch account" hasSeparator>
        {others.map(other => (
          <DropdownItem
            key={other.accountId}
            description={other.hint ?? other.email}
            elemBefore={
              <Avatar accountId={other.accountId} name={other.displayName} colour={other.avatarColour} />
            }
            onClick={() => void switchTo(other)}
          >
            {other.displayName}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
      <DropdownItemGroup hasSeparator>
        <DropdownItem elemBefore={<LogOutIcon label="" color="currentColor" />} onClick={() => void leave()}>
          Sign out
        </DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
