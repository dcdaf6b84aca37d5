/** Why set-up stops where an administrator has to decide. The set is closed. */
export type SetUpRefusal =
  | { code: 'NOT_AN_ADMINISTRATOR' }
  | { code: 'SET_UP_UNDER_WAY' }
  | SetUpObstacle
  | { code: 'REFUSED_BY_JIRA'; change: string; reason: string };

/** Something on the site that set-up must not change by itself. */
export type SetUpObstacle =
  | { code: 'NAME_TAKEN'; what: string; name: string }
  | { code: 'STATUS_IN_OTHER_CATEGORY'; name: string; category: string; needed: string }
  | { code: 'APP_FIELD_MISSING'; name: string }
  | { code: 'WORKFLOW_NOT_ACCEPTED'; name: string; problems: readonly string[] };

type Words = { [Code in SetUpRefusal['code']]: (refusal: Extract<SetUpRefusal, { code: Code }>) => string };

const WORDS: Words = {
  NOT_AN_ADMINISTRATOR: () => 'Only a Jira administrator can set up Remit. Ask one to open this page.',
  SET_UP_UNDER_WAY: () =>
    'Set-up is being run in another window, or by somebody else. Nothing was changed by you; wait a minute, then continue.',
  NAME_TAKEN: ({ what, name }) =>
    `This site has a ${what} "${name}" that Remit did not make. Rename it, then run set-up again.`,
  STATUS_IN_OTHER_CATEGORY: ({ name, category, needed }) =>
    `This site has a status "${name}" in the category "${category}", and Remit needs it in "${needed}". Rename that status, then run set-up again.`,
  APP_FIELD_MISSING: ({ name }) =>
    `The field "${name}" that comes with Remit is not on this site. Install or upgrade the app, then run set-up again.`,
  WORKFLOW_NOT_ACCEPTED: ({ name, problems }) =>
    `Jira does not accept the workflow "${name}": ${problems.join('; ')}`,
  REFUSED_BY_JIRA: ({ change, reason }) => `Jira refused to "${change}". ${reason}`,
};

/** The refusal in words: what stands in the way, and who can clear it. */
export function setUpRefusalMessage(refusal: SetUpRefusal): string {
  const words = WORDS[refusal.code] as (refusal: SetUpRefusal) => string;
  return words(refusal);
}
