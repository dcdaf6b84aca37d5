import Lozenge from '@atlaskit/lozenge';
import type { Status } from '../api/issues';

/** A status in the colour of its category. */
export function StatusLozenge({ status }: { status: Status }) {
  return <Lozenge appearance={appearanceOf(status)}>{status.name}</Lozenge>;
}

/** Jira's category keys are `new`, `indeterminate` and `done`. */
export function appearanceOf(status: Status): 'default' | 'inprogress' | 'success' {
  if (status.statusCategory.key === 'done') return 'success';
  return status.statusCategory.key === 'indeterminate' ? 'inprogress' : 'default';
}
