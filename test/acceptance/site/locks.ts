import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import type { Governance } from './governance.ts';
import { changeGrants } from './permissions.ts';
import { changeStatuses } from './workflow.ts';

/** What set-up keeps for few. */
const GUARDED = ['EDIT_ISSUES', 'ASSIGN_ISSUES', 'MODIFY_REPORTER'] as const;

/**
 * Lets everyone edit, assign and change the reporter in every status, as only an administrator can, who edits permission
 * scheme and workflows for it. Other apps need no less: what gates refuse then, they refuse behind any lock.
 */
export async function liftLocks(site: Governance): Promise<void> {
  await changeGrants(site, grants => [
    ...grants,
    ...GUARDED.map(permission => ({ permission, holder: { type: 'applicationRole' } })),
  ]);
  for (const { name } of WORK_TYPES) await changeStatuses(site, () => ({}), `Remit: ${name}`);
}
