import { Link, useTitle } from '../navigation';

/** Jira says the same whether something doesn't exist or may not be seen. */
export function NotFound({ what }: { what: string }) {
  useTitle('Not found');
  return (
    <div className="centred not-found">
      <h1>{`We couldn't find that ${what}`}</h1>
      <p>{`It may not exist, or you may not have permission to see it.`}</p>
      <p>
        <Link to="/issues">Go to the list of work items</Link>
      </p>
    </div>
  );
}
