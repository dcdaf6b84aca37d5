import { say } from '../../domain/shared/sentence';

/** Why set-up stops until an administrator acts. The set is closed. */
export type SetUpRefusal =
  | { code: 'NOT_AN_ADMINISTRATOR' }
  | { code: 'SET_UP_UNDER_WAY' }
  | SetUpBlocker
  | { code: 'REFUSED_BY_JIRA'; change: string; reason: string };

/** A difference that only an administrator can resolve. */
export type SetUpBlocker =
  | { code: 'NAME_TAKEN'; what: string; name: string }
  | { code: 'STATUS_IN_OTHER_CATEGORY'; name: string; category: string; needed: string }
  | { code: 'APP_FIELD_MISSING'; name: string }
  | { code: 'APPS_ROLE_MISSING'; name: string }
  | { code: 'WORKFLOW_NOT_ACCEPTED'; name: string; problems: readonly string[] };

type Words = { [Code in SetUpRefusal['code']]: (refusal: Extract<SetUpRefusal, { code: Code }>) => string };

const WORDS: Words = {
  NOT_AN_ADMINISTRATOR: () => 'Only a Jira administrator can set up Remit. Ask one to open this page.',
  SET_UP_UNDER_WAY: () =>
    'Set-up is locked because it is running in another window or for someone else. Nothing was changed. Wait a minute, then continue.',
  NAME_TAKEN: ({ what, name }) =>
    say`This site has a ${what} "${name}" that Remit did not create. Rename it, then run set-up again.`,
  STATUS_IN_OTHER_CATEGORY: ({ name, category, needed }) =>
    say`This site has a status "${name}" in the category "${category}", and Remit needs it in "${needed}". Rename that status, then run set-up again.`,
  APP_FIELD_MISSING: ({ name }) =>
    say`The field "${name}" that comes with Remit is not on this site. Install or upgrade the app, then run set-up again.`,
  APPS_ROLE_MISSING: ({ name }) =>
    say`This site has no role "${name}", which Jira gives to apps. Without it no status can be locked for people. Ask Atlassian's support to restore it, then run set-up again.`,
  WORKFLOW_NOT_ACCEPTED: ({ name, problems }) =>
    say`Jira does not accept the workflow "${name}": ${problems.join('; ')}`,
  REFUSED_BY_JIRA: ({ change, reason }) => say`Jira refused to "${change}". ${reason}`,
};

/** The refusal in words: what blocks set-up, and who can resolve it. */
export function setUpRefusalMessage(refusal: SetUpRefusal): string {
  const words = WORDS[refusal.code] as (refusal: SetUpRefusal) => string;
  return words(refusal);
}
