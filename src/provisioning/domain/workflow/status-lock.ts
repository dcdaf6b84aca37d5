import type { FieldName } from '../../../domain/work-type/fields';
import type { Status } from '../../../domain/work-type/work-type';

type Properties = Readonly<Record<string, string>>;

/** What else a locked status leaves to apps. Attaching stays: what comes later is shown as added later. */
const LOCKED_TOO = ['assign', 'attachdeleteall', 'attachdeleteown'] as const;

/**
 * The properties that keep everyone from editing in a status but apps and those that the work type names.
 * Source: domain rules, "Who may edit"; Jira Cloud, "Use workflow properties": they restrict what the permission scheme
 * grants, any one that names the person lets them, and the value says nothing where the kind of person says it all.
 */
export function statusLock(
  { editors }: Pick<Status, 'editors'>,
  ids: { appsRole(): string; field(name: FieldName): string },
): Properties {
  if (!editors) return {};
  const toApps = (permission: string): [string, string] => [
    `jira.permission.${permission}.projectrole`,
    ids.appsRole(),
  ];
  const others = editors.map((editor): [string, string] =>
    editor === 'assignee'
      ? ['jira.permission.edit.assignee', 'true']
      : ['jira.permission.edit.userCF', ids.field(editor)],
  );
  const locked = editors.length === 0 ? LOCKED_TOO.map(toApps) : [];
  return Object.fromEntries([toApps('edit'), ...others, ...locked]);
}

/** Whether a property of a status says who may do what in it. */
export function isLockProperty(name: string): boolean {
  return name.startsWith('jira.permission.') || name === 'jira.issue.editable';
}

/** Of the properties of a status those that say who may do what in it. */
export function lockIn(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => isLockProperty(name)));
}

/** Those of a status that others put there, for their own ends: they stay. */
export function othersIn(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !isLockProperty(name)));
}
