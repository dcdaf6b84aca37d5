import type { CloudAccountRequest } from '../../test/acceptance/site/cloud-account-request.ts';
import { access } from '../../test/acceptance/site/access.ts';
import type { Governance } from '../../test/acceptance/site/governance.ts';
import { MatrixOffice } from '../../test/acceptance/site/matrix-office.ts';
import type { Person } from '../../test/support/sandbox-client.ts';

/** A step of a ticket's life, by its name in the figures. */
export type Step = readonly [name: string, act: () => Promise<unknown>];

/** A typical life, from the wish to its end: what one creates, edits once, has approved, carried out, and looks at. */
export interface Life {
  workType: string;
  /** Of a month's ten thousand tickets. */
  tickets: number;
  /** Between creation and the last step. */
  openDays: number;
  /** The steps of another ticket, each to be taken before the next is asked for. */
  begin(): Generator<Step, void>;
}

/** How often someone opens a ticket in Jira, and with it the panel. */
const LOOKS: readonly Person[] = ['engineer', 'engineer', 'engineer2', 'cloud', 'cloud'];

export async function livesOn(accounts: Governance, entitlements: Governance): Promise<Life[]> {
  const office = await MatrixOffice.of(accounts);
  let nth = 0;
  return [
    {
      workType: 'Cloud account request',
      tickets: 4_000,
      openDays: 3,
      begin: () => {
        nth += 1;
        const accountId = String(200_000_000_000 + nth);
        return life(
          accounts,
          () => accounts.raise(),
          request => [
            ['edit', () => request.edit('engineer', { Environment: 'Staging' })],
            ['Submit', () => request.mustMove('engineer', 'Submit')],
            ['Approve', () => request.mustMove('cloud', 'Approve')],
            ['Provision', () => request.mustMove('cloud', 'Provision', { 'Account ID': accountId })],
          ],
        );
      },
    },
    {
      workType: 'Access request',
      tickets: 5_998,
      openDays: 33,
      begin: () =>
        life(
          entitlements,
          async () => entitlements.raise(await access(entitlements)),
          request => [
            ['edit', () => request.edit('engineer', { Entitlement: 'triage on the repository shop' })],
            ['Submit', () => request.mustMove('engineer', 'Submit')],
            ['Approve', () => request.mustMove('iam', 'Approve')],
            ['Grant', () => request.mustMove('app', 'Grant')],
            ['Revoke', () => request.mustMove('app', 'Revoke')],
          ],
        ),
    },
    {
      workType: 'Responsibility change',
      tickets: 2,
      openDays: 3,
      begin: () => {
        nth += 1;
        const frequency = `Every ${nth} weeks`;
        return life(
          accounts,
          async () => {
            await office.put('iam-access-approval.github', { frequency });
            return office.opened();
          },
          request => [
            ['Submit', () => request.mustMove('admin', 'Submit')],
            ['Approve', () => request.mustMove('ceo', 'Approve')],
          ],
        );
      },
    },
  ];
}

/** The steps after the first are known once there is a ticket. */
function* life(
  space: Governance,
  raise: () => Promise<CloudAccountRequest>,
  then: (request: CloudAccountRequest) => readonly Step[],
): Generator<Step, void> {
  let request: CloudAccountRequest | undefined;
  yield ['create', async () => (request = await raise())];
  if (!request) throw new Error('The first step was not taken.');
  const raised = request;
  yield* then(raised);
  yield ['looks', () => look(space, raised)];
}

async function look(space: Governance, { key }: CloudAccountRequest): Promise<void> {
  for (const person of LOOKS) await space.sandbox.as(person).invoke('route.explain', { issueKey: key });
}
