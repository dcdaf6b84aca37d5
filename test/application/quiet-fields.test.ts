import { describe, expect, it } from '@jest/globals';
import { ACCESS_REQUEST } from '../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { WORK_TYPES } from '../../src/domain/work-types/work-types';
import type { AccountId } from '../../src/domain/shared/account';
import type { FieldName } from '../../src/domain/work-type/fields';
import { isLocked, type TransitionName, type WorkType } from '../../src/domain/work-type/work-type';
import { APP, CLOUD, ENGINEER, OWNER, STRANGER } from '../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../support/builders/matrix';
import type { Edit } from '../support/fakes/tickets';
import { aWorld, COMPLETE, type World } from '../support/fakes/world';

type Move = readonly [person: AccountId, transition: TransitionName, screen?: Edit];

const SUBMIT: Move = [ENGINEER, 'Submit'];
const APPROVE: Move = [CLOUD, 'Approve'];
const WITHDRAW: Move = [ENGINEER, 'Withdraw'];
const REJECT: Move = [CLOUD, 'Reject'];
const PROVISION: Move = [APP, 'Provision', { accountId: '123456789012' }];
const GRANT: Move = [APP, 'Grant'];

const LIVES: readonly [status: string, workType: WorkType, moves: readonly Move[]][] = [
  ['Requested', CLOUD_ACCOUNT_REQUEST, []],
  ['Awaiting approval', CLOUD_ACCOUNT_REQUEST, [SUBMIT]],
  ['Approved', CLOUD_ACCOUNT_REQUEST, [SUBMIT, APPROVE]],
  ['Provisioned', CLOUD_ACCOUNT_REQUEST, [SUBMIT, APPROVE, PROVISION]],
  ['Rejected', CLOUD_ACCOUNT_REQUEST, [SUBMIT, REJECT]],
  ['Withdrawn', CLOUD_ACCOUNT_REQUEST, [WITHDRAW]],
  ['Requested', ACCESS_REQUEST, []],
  ['Awaiting approval', ACCESS_REQUEST, [SUBMIT]],
  ['Approved', ACCESS_REQUEST, [SUBMIT, APPROVE]],
  ['Granted', ACCESS_REQUEST, [SUBMIT, APPROVE, GRANT]],
  ['Revoked', ACCESS_REQUEST, [SUBMIT, APPROVE, GRANT, [APP, 'Revoke']]],
];

const ACCESS = {
  cloudService: 'AWS',
  beneficiary: OWNER,
  entitlement: 'Operator',
  accessUntil: '2026-03-05',
};

/** What would make a difference, if anything rested on it: the accountable person named, another choice, other words. */
const CHANGED: Partial<Record<FieldName, string>> = {
  environment: 'Sandbox',
  dataClassification: 'Restricted',
  securityContact: CLOUD,
  billingOwner: CLOUD,
  entitlement: 'Owner',
  privileged: 'Yes',
};

/** A company whose cloud platform owner decides on accounts and access, and whose application owner carries them out. */
function theCompany(): World {
  const access = aResponsibility({
    id: 'access',
    domain: 'Identity and access management',
    activity: 'Access approval',
  });
  const rows = [...aMatrixContent().rows, access];
  return aWorld({ versions: [{ version: aMatrixVersion(), content: aMatrixContent({ rows }) }] });
}

async function brought(world: World, workType: WorkType, moves: readonly Move[]): Promise<string> {
  const fields = workType === ACCESS_REQUEST ? ACCESS : COMPLETE;
  const { id } = await world.raise(ENGINEER, fields, workType);
  for (const [person, name, screen] of moves)
    expect(await world.act(person, id, name, screen)).toEqual({ made: true });
  return id;
}

/** What following the ticket writes after an edit by someone who has no part in it. */
async function writesAfter(world: World, id: string, edit: Edit): Promise<readonly string[]> {
  world.tickets.edit(STRANGER, id, edit);
  world.faults.forget();
  await world.follow(id);
  return world.faults.writes;
}

const isLockedIn = ([status, workType]: (typeof LIVES)[number]) => isLocked(workType, status);

describe('a field that nothing rests on', () => {
  it.each(LIVES.filter(life => !isLockedIn(life)))(
    'leaves nothing to be followed in %s',
    async (status, workType, moves) => {
      const world = theCompany();
      const id = await brought(world, workType, moves);
      expect(world.tickets.get(id).status).toBe(status);
      for (const field of workType.quietFields) {
        expect({ field, writes: await writesAfter(world, id, { [field]: CHANGED[field] ?? null }) }).toEqual({
          field,
          writes: [],
        });
        expect({ field, writes: await writesAfter(world, id, { [field]: null }) }).toEqual({
          field,
          writes: [],
        });
      }
      expect(await world.tickets.assign(world.tickets.get(id), STRANGER)).toBe('assigned');
      expect(await writesAfter(world, id, {})).toEqual([]);
    },
  );

  it.each(LIVES.filter(isLockedIn))('is found changed behind the lock of %s', async (_, workType, moves) => {
    const world = theCompany();
    const id = await brought(world, workType, moves);
    for (const field of workType.quietFields)
      expect(await writesAfter(world, id, { [field]: CHANGED[field] ?? null })).toContain('append all');
    expect(world.kindsOf(id).filter(kind => kind === 'gate-bypassed')).toHaveLength(
      workType.quietFields.length,
    );
  });

  it.each<[string, Edit]>([
    ['the service', { cloudService: null }],
    ['the domain', { responsibilityDomain: 'Governance' }],
    ['a reporter', { reporter: CLOUD }],
    ['the owner, who is one it benefits', { accountOwner: CLOUD }],
  ])('is not %s: then there is something to be done', async (_, edit) => {
    const world = theCompany();
    const id = await brought(world, CLOUD_ACCOUNT_REQUEST, [SUBMIT]);
    expect(await writesAfter(world, id, edit)).not.toEqual([]);
  });

  it('is none that names a ticket benefits, in any work type', () => {
    const benefiting = WORK_TYPES.flatMap(({ beneficiaryFields }) => beneficiaryFields);
    expect(benefiting).not.toHaveLength(0);
    const quiet = WORK_TYPES.flatMap(({ quietFields }) => quietFields);
    for (const field of benefiting) expect(quiet).not.toContain(field);
  });
});
