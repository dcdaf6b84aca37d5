import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { useState, type ReactNode } from 'react';
import type { AccountFinding } from '../../../../src/contract/people';
import type { AccountsListed } from '../../../../src/contract/registers';
import { listAccounts } from '../../api/remit';
import { useReply } from '../../api/use-reply';
import { Choice } from '../../components/choice';
import { ExportRegister } from '../../components/export-register';
import { Moment } from '../../components/moment';
import { SearchField } from '../../components/search-field';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import { TicketLink } from '../../components/ticket-link';
import styles from './accounts.module.css';
import {
  fittingAccounts,
  keyOf,
  NO_ACCOUNT_FILTER,
  withNames,
  type Account,
  type AccountFilter,
} from './account-search';

/** The register of cloud accounts that grew from approved requests, for administrators and auditors. */
export default function CloudAccounts() {
  const [asked, askAgain] = useReply(listAccounts);
  switch (asked.state) {
    case 'loading':
      return <Loading what="the cloud accounts" />;
    case 'failed':
      return <FailedMessage what="The cloud accounts" tryAgain={askAgain} level="h2" />;
    case 'refused':
      return <RefusedMessage refused={asked.refused} title="You can’t see the cloud accounts" level="h2" />;
    case 'answered':
      return <Register {...asked.data} />;
  }
}

function Register({ accounts: registered, findings, people }: AccountsListed) {
  const [filter, setFilter] = useState(NO_ACCOUNT_FILTER);
  const accounts = withNames(registered, people);
  if (accounts.length === 0)
    return (
      <p className={styles.quiet}>
        No cloud account is registered yet. One is added when an approved request is provisioned.
      </p>
    );
  const shown = fittingAccounts(accounts, findings, filter);
  return (
    <div className={styles.register}>
      {findings.length > 0 && <Findings findings={findings} />}
      <Filters accounts={accounts} filter={filter} setFilter={setFilter} shown={shown.length} />
      {shown.length === 0 && <p className={styles.quiet}>No accounts match your search.</p>}
      <ul className={styles.accounts}>
        {shown.map(account => (
          <AccountItem
            key={keyOf(account)}
            account={account}
            findings={findings.filter(each => keyOf(each) === keyOf(account))}
          />
        ))}
      </ul>
    </div>
  );
}

function Findings({ findings }: { findings: readonly AccountFinding[] }) {
  const count = new Set(findings.map(keyOf)).size;
  return <Warning>{count === 1 ? '1 account needs' : say`${count} accounts need`} attention.</Warning>;
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className={styles.finding}>
      <span className={styles.icon}>
        <StatusWarningIcon label="Warning:" color="var(--ds-icon-warning)" />
      </span>
      <span>{children}</span>
    </p>
  );
}

interface FiltersProps {
  accounts: readonly Account[];
  filter: AccountFilter;
  setFilter: (filter: AccountFilter) => void;
  shown: number;
}

function Filters({ accounts, filter, setFilter, shown }: FiltersProps) {
  const options = (column: 'service' | 'environment') =>
    [...new Set(accounts.map(account => account[column]))].sort().map(value => ({ value, words: value }));
  return (
    <div role="search" aria-label="Cloud accounts" className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          aria-label="Search the cloud accounts"
          placeholder="Search"
          value={filter.text}
          onText={text => {
            setFilter({ ...filter, text });
          }}
        />
      </div>
      <Choice
        label="Cloud service"
        value={filter.service}
        options={[{ value: '', words: 'All services' }, ...options('service')]}
        choose={service => {
          setFilter({ ...filter, service });
        }}
      />
      <Choice
        label="Environment"
        value={filter.environment}
        options={[{ value: '', words: 'All environments' }, ...options('environment')]}
        choose={environment => {
          setFilter({ ...filter, environment });
        }}
      />
      <Choice
        label="Findings"
        value={filter.withFindings}
        options={[
          { value: '', words: 'With and without findings' },
          { value: 'only', words: 'With findings' },
        ]}
        choose={withFindings => {
          setFilter({ ...filter, withFindings });
        }}
      />
      <span role="status" className={styles.count}>
        {shown} of {accounts.length} accounts
      </span>
      <div className={styles.exports}>
        <ExportRegister dataset="accounts" label="Export cloud accounts" />
        <ExportRegister dataset="services" label="Export cloud services" />
      </div>
    </div>
  );
}

function AccountItem({ account, findings }: { account: Account; findings: readonly AccountFinding[] }) {
  const facts = [
    ['Owner', account.owner],
    ['Security contact', account.securityContact],
    ['Billing owner', account.billingOwner ?? ''],
    ['Environment', account.environment],
    ['Data', account.dataClassification],
  ].filter(([, words]) => words !== '');
  return (
    <li className={styles.account}>
      <div className={styles.head}>
        <span className={styles.name}>
          <Typed>{account.provider}</Typed> <Typed>{account.accountId}</Typed>
        </span>
        <span className={styles.quiet}>
          <Typed>{account.service}</Typed> · since <Moment at={account.registeredAt} precision="day" /> ·{' '}
          <TicketLink ticket={account.ticket} />
        </span>
      </div>
      {findings.map(({ code, message }) => (
        <Warning key={code}>{message}</Warning>
      ))}
      <dl className={styles.facts}>
        {facts.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <Typed>{words}</Typed>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
