import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import MenuIcon from '@atlaskit/icon/core/menu';
import SearchIcon from '@atlaskit/icon/core/search';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { useState, type FormEvent } from 'react';
import { addressOfSearch } from '../list/query';
import { Link, useNavigation } from '../navigation';
import { useTheme } from '../theme';
import { AccountMenu } from './AccountMenu';

/** The bar across the top: product, search, Create, theme, account. */
export function TopNavigation(props: {
  isMenuOpen: boolean;
  onMenu: () => void;
  onCreate: () => void;
  onSessionChanged: () => Promise<void>;
}) {
  const { colorMode, toggle } = useTheme();
  return (
    <header className="top-navigation">
      <div className="top-start">
        <span className="menu-button">
          <IconButton
            icon={MenuIcon}
            label={props.isMenuOpen ? 'Close the menu' : 'Open the menu'}
            appearance="subtle"
            aria-expanded={props.isMenuOpen}
            aria-controls="side-navigation"
            onClick={props.onMenu}
          />
        </span>
        <Link to="/issues" className="product" label="Jira, sandbox">
          <img src="/icon.svg" alt="" width={24} height={24} />
          <span className="product-name">Jira</span>
          <span className="sandbox-badge">Sandbox</span>
        </Link>
      </div>
      <div className="top-middle">
        <SearchBox />
        <span className="create-wide">
          <Button appearance="primary" iconBefore={AddIcon} onClick={props.onCreate}>
            Create
          </Button>
        </span>
        <span className="create-narrow">
          <IconButton appearance="primary" icon={AddIcon} label="Create" onClick={props.onCreate} />
        </span>
      </div>
      <div className="top-end">
        <IconButton
          icon={ThemeIcon}
          label={colorMode === 'light' ? 'Switch to dark theme' : 'Switch to light theme'}
          appearance="subtle"
          onClick={toggle}
        />
        <AccountMenu onSessionChanged={props.onSessionChanged} />
      </div>
    </header>
  );
}

/** Takes a key, a query in JQL, or words. */
function SearchBox() {
  const { go } = useNavigation();
  const [text, setText] = useState('');
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') go(addressOfSearch(text.trim()));
  };
  return (
    <form className="search" role="search" onSubmit={search}>
      <SearchIcon label="" color="currentColor" />
      <input
        type="search"
        aria-label="Search"
        placeholder="Search"
        title="A key such as KEY-1, a query in JQL, or words"
        value={text}
        onChange={event => {
          setText(event.target.value);
        }}
      />
    </form>
  );
}
