import type { JiraContext } from '../context.ts';
import { permissionOf } from '../permissions/catalogue.ts';
import { projectRoles } from '../permissions/project-roles.ts';
import { resolutions } from './priorities.ts';

/** What is wrong with the value of a rule's parameter; undefined when nothing is. */
export type ParameterCheck = (context: JiraContext, value: string) => string | undefined;

export const anyText: ParameterCheck = () => undefined;

export const aBoolean: ParameterCheck = (_context, value) =>
  value === 'true' || value === 'false' ? undefined : `must be "true" or "false", and is "${value}"`;

/** One of the given words. */
export function oneOf(...words: readonly string[]): ParameterCheck {
  return (_context, value) =>
    words.includes(value) ? undefined : `must be one of ${words.join(', ')}, and is "${value}"`;
}

/** An empty text, or JSON. */
export const aConfiguration: ParameterCheck = (_context, value) => {
  if (value === '') return undefined;
  try {
    JSON.parse(value);
    return undefined;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return 'must be JSON';
  }
};

export const aField: ParameterCheck = ({ records }, value) =>
  records.fields.get(value) ? undefined : `names the field ${value}, which does not exist`;

export const aStatus: ParameterCheck = ({ records }, value) =>
  records.statuses.get(value) ? undefined : `names the status ${value}, which does not exist`;

export const aScreen: ParameterCheck = ({ records }, value) =>
  records.screens.get(value) ? undefined : `names the screen ${value}, which does not exist`;

/** What is wrong with the value that `system:update-field` gives a field; of resolutions, it must be one's id. */
export function updateProblem(
  context: JiraContext,
  { field, value = '' }: Readonly<Record<string, string>>,
): string | undefined {
  if (field !== 'resolution' || value === '' || resolutions(context).get(value)) return undefined;
  return `names the resolution ${value}, which does not exist`;
}

export const anAccount: ParameterCheck = ({ records }, value) =>
  records.users.get(value) ? undefined : `names the account ${value}, which does not exist`;

export const aPermission: ParameterCheck = (_context, value) =>
  permissionOf(value) ? undefined : `names the permission ${value}, which does not exist`;

const aRole: ParameterCheck = (context, value) =>
  projectRoles(context).get(value) ? undefined : `names the project role ${value}, which does not exist`;

const aGroup: ParameterCheck = ({ records }, value) =>
  records.groups.get(value) ? undefined : `names the group ${value}, which does not exist`;

const aUserField: ParameterCheck = (context, value) => {
  const field = context.records.fields.get(value);
  if (!field) return aField(context, value);
  const type = field.schema.type === 'array' ? field.schema.items : field.schema.type;
  return type === 'user' ? undefined : `names the field ${value}, which does not hold people`;
};

export const roles = listOf(aRole);
export const groups = listOf(aGroup);
export const permissions = listOf(aPermission);
export const fields = listOf(aField);
export const userFields = listOf(aUserField);

/** A comma-separated list. */
function listOf(check: ParameterCheck): ParameterCheck {
  return (context, value) => {
    const problems = value.split(',').map(one => check(context, one.trim()));
    return problems.find(problem => problem !== undefined);
  };
}
