import { listWorkflows, type WorkflowStatus } from '../api/workflows';
import { Failed, Loading } from '../layout/Notices';
import { NotFound } from '../layout/NotFound';
import { useLoaded } from '../loaded';
import { Link, useTitle } from '../navigation';
import { useSession } from '../session';
import { Transitions } from './Transitions';

/** The workflows that spaces use, for administrators to look at; or one of them. Nothing can be changed here. */
export function WorkflowsPage({ id }: { id: string | undefined }) {
  const { isAdministrator } = useSession();
  return isAdministrator ? <Workflows id={id} /> : <NotFound what="page" />;
}

function Workflows({ id }: { id: string | undefined }) {
  useTitle('Workflows');
  const { loaded, reload } = useLoaded('workflows', listWorkflows);
  if (loaded.state === 'loading') return <Loading what="the workflows" />;
  if (loaded.state === 'failed')
    return <Failed what="The workflows" error={loaded.error} retry={() => void reload()} />;
  const { values, statuses } = loaded.value;
  if (id === undefined)
    return (
      <div className="page">
        <h1>Workflows</h1>
        <ul className="workflow-list">
          {values.map(workflow => (
            <li key={workflow.id}>
              <Link to={`/workflows/${workflow.id}`}>{workflow.name}</Link>
              <p>{workflow.description}</p>
            </li>
          ))}
        </ul>
      </div>
    );
  const workflow = values.find(each => each.id === id);
  if (!workflow) return <NotFound what="workflow" />;
  const used = workflow.statuses.flatMap(
    ({ statusReference }) => statuses.find(status => status.statusReference === statusReference) ?? [],
  );
  return (
    <div className="page workflow">
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <ol>
          <li>
            <Link to="/workflows">Workflows</Link>
          </li>
        </ol>
      </nav>
      <h1>{workflow.name}</h1>
      <p>{workflow.description}</p>
      <h2>Statuses</h2>
      <ul className="workflow-statuses" aria-label="Statuses">
        {used.map(status => (
          <li key={status.id}>
            {status.name} <small>({CATEGORIES[status.statusCategory]})</small>
          </li>
        ))}
      </ul>
      <h2>Transitions</h2>
      <Transitions workflow={workflow} statuses={used} />
    </div>
  );
}

const CATEGORIES: Record<WorkflowStatus['statusCategory'], string> = {
  TODO: 'to do',
  IN_PROGRESS: 'in progress',
  DONE: 'done',
};
