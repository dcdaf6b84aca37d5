/** What reaches a site by other ways than its people's requests. */
import { switchAccount } from '../../support/sandbox/open-sandbox.ts';
import type { Person } from '../../support/sandbox-client.ts';
import type { Stage, Ticket } from './stage.ts';

const ANOTHER_APP = '712020:00000000-0000-4000-8000-00000000a991';

/** Another app of the site edits a ticket. */
export async function writeAsAnotherApp(
  { sandbox }: Stage,
  { request }: Ticket,
  fields: Record<string, unknown>,
): Promise<void> {
  const { jira } = sandbox.inside;
  if (!jira.context.records.users.get(ANOTHER_APP)) {
    jira.context.records.users.put({
      id: ANOTHER_APP,
      accountId: ANOTHER_APP,
      accountType: 'app',
      displayName: 'Automation of someone else',
      active: true,
      timeZone: 'UTC',
    });
  }
  const identity = { kind: 'app', accountId: ANOTHER_APP } as const;
  await jira.handle({ method: 'PUT', path: request.path(), identity, body: { fields } });
}

/** An administrator of the organisation switches an account off or on. */
export function switchTo(stage: Stage, whom: Person, active: boolean): Promise<void> {
  switchAccount(stage.sandbox.inside, stage.site('Access request').accountId(whom), active);
  stage.offices.setActive(whom, active);
  return Promise.resolve();
}
