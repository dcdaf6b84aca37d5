import type { JiraContext } from '../context.ts';
import type { PermissionGrant } from '../model.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import { APPLICATION_ROLES, groupNamed } from './groups.ts';
import { projectRoles } from './project-roles.ts';

type Holder = PermissionGrant['holder'];

/** A holder of a permission as a request names it. */
export interface HolderPayload {
  type: string;
  parameter?: string | undefined;
  value?: string | undefined;
}

const NAMELESS = ['anyone', 'reporter', 'assignee', 'projectLead'];
const NOT_MODELLED = ['groupCustomField', 'sd.customer.portal.only'];

/** The holder with both its names, once who or what it names is known; refuses 400 otherwise. */
export function checkedHolder(context: JiraContext, { type, parameter, value }: HolderPayload): Holder {
  if (NOT_MODELLED.includes(type)) throw notModelled(`permission holders of the type ${type}`);
  const named = value ?? parameter;
  if (NAMELESS.includes(type)) {
    if (named !== undefined) throw new JiraError(400, `A holder of the type ${type} takes no parameter.`);
    return { type };
  }
  if (type === 'applicationRole' && !named) return { type };
  const holder = named === undefined ? undefined : namedHolder(context, type, named);
  if (!holder) throw new JiraError(400, `The permission holder ${type} '${named ?? ''}' was not found.`);
  return holder;
}

/** Groups may be given by name, in `parameter`, or by id, in `value`; Jira answers with both. */
function namedHolder(context: JiraContext, type: string, named: string): Holder | undefined {
  const { records } = context;
  const same = { type, parameter: named, value: named };
  switch (type) {
    case 'group': {
      const group = records.groups.get(named) ?? groupNamed(records, named);
      return group && { type, parameter: group.name, value: group.id };
    }
    case 'user':
      return records.users.get(named) && same;
    case 'projectRole':
      return projectRoles(context).get(named) && same;
    case 'applicationRole':
      return APPLICATION_ROLES.some(({ key }) => key === named) ? same : undefined;
    case 'userCustomField':
      return records.fields.get(named)?.custom ? same : undefined;
    default:
      return undefined;
  }
}
