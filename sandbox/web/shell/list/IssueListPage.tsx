import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { searchIssues } from '../api/issues';
import { messageOf } from '../api/request';
import { ErrorNotice, Loading } from '../layout/Notices';
import { useLoaded } from '../loaded';
import { useNavigation, useTitle } from '../navigation';
import { useSession } from '../session';
import { IssueTable } from './IssueTable';
import { ListFilters } from './ListFilters';
import { addressOf, jqlOf, queryOf, type ListQuery } from './query';

/** The list of work items that the address asks for. */
export function IssueListPage({ search }: { search: URLSearchParams }) {
  const { spaces } = useSession();
  const { go } = useNavigation();
  const query = queryOf(search);
  const space = spaces.find(each => each.key === query.space);
  const title = query.mine ? 'For you' : (space?.name ?? 'All work items');
  useTitle(title);
  const jql = jqlOf(
    query,
    spaces.map(each => each.key),
  );
  const change = (next: Partial<ListQuery>) => {
    go(addressOf({ ...query, ...next }));
  };
  return (
    <div className="page">
      <h1>{title}</h1>
      <ListFilters key={search.toString()} query={query} onChange={change} asJql={jql} />
      {spaces.length === 0 && query.jql === undefined ? (
        <Empty title="There is no space yet" hint="An administrator can set one up under Settings · Apps." />
      ) : (
        <Results jql={jql} />
      )}
    </div>
  );
}

/** The pages seen so far are remembered by their tokens, so that one can go back. */
function Results({ jql }: { jql: string }) {
  const [place, setPlace] = useState<{ jql: string; tokens: string[] }>({ jql, tokens: [] });
  const tokens = place.jql === jql ? place.tokens : [];
  const token = tokens.at(-1);
  const { loaded } = useLoaded(`${jql}\n${token ?? ''}`, () => searchIssues(jql, token));
  if (loaded.state === 'loading') return <Loading what="work items" />;
  if (loaded.state === 'failed')
    return <ErrorNotice title="Jira couldn't run this search" messages={[messageOf(loaded.error)]} />;
  const { issues, nextPageToken } = loaded.value;
  if (issues.length === 0)
    return <Empty title="No work items match" hint="Change the filters, or create one." />;
  return (
    <>
      <IssueTable issues={issues} />
      <div className="paging">
        <Button
          isDisabled={tokens.length === 0}
          onClick={() => {
            setPlace({ jql, tokens: tokens.slice(0, -1) });
          }}
        >
          Previous
        </Button>
        <span aria-live="polite">{`Page ${String(tokens.length + 1)}`}</span>
        <Button
          isDisabled={typeof nextPageToken !== 'string'}
          onClick={() => {
            if (typeof nextPageToken === 'string') setPlace({ jql, tokens: [...tokens, nextPageToken] });
          }}
        >
          Next
        </Button>
      </div>
    </>
  );
}

function Empty({ title, hint }: { title: string; hint: string }) {
  return (
    <div className="centred empty">
      <h2>{title}</h2>
      <p className="subtle">{hint}</p>
    </div>
  );
}
