import { describe, expect, it } from '@jest/globals';
import { HOUR, plus } from '../../../../src/domain/shared/instant';
import { GAP_LABEL } from '../../../../src/domain/plan/routing-steps';
import {
  aDeputy,
  aHolder,
  CISO,
  CLOUD,
  ENGINEER,
  HOLDERS,
  NOW,
  SECOPS,
  STRANGER,
} from '../../../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../../../support/builders/matrix';
import { aWorld, COMPLETE } from '../../../support/fakes/world';

const LATER = { minutes: 60_000, day: 24 * HOUR };

describe('routing again', () => {
  it('labels and explains a ticket whose role has become vacant, and routes it when someone is appointed', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    world.directory.setActive(CLOUD, false);
    world.directory.setActive(CISO, false);
    await world.follow(id);
    expect(world.tickets.get(id)).toMatchObject({
      assignee: null,
      labels: [GAP_LABEL],
      appFields: { accountable: null, responsibility: null },
    });
    expect(world.tickets.comments(id).at(-1)?.text).toMatch(
      /^Not routed\. Cloud Platform Owner.*\(ROLE_VACANT\)$/,
    );
    await world.follow(id);
    expect(world.tickets.comments(id)).toHaveLength(2);
    world.registers.change(({ holders }) => ({ holders: [...holders, aDeputy({ accountId: SECOPS })] }));
    await world.follow(id);
    expect(world.tickets.get(id)).toMatchObject({
      assignee: SECOPS,
      labels: [],
      appFields: { accountable: SECOPS },
    });
    expect(await world.act(SECOPS, id, 'Approve')).toEqual({ made: true });
  });

  it('finds the deputy whose period has begun, and the holder again when it has ended', async () => {
    const world = aWorld({
      holders: [
        aHolder({ to: plus(NOW, LATER.day) }),
        aHolder({ from: plus(NOW, 3 * LATER.day) }),
        aDeputy({ accountId: SECOPS, from: plus(NOW, LATER.day) }),
        ...HOLDERS.slice(2),
      ],
    });
    const { id } = await world.raise(ENGINEER);
    const accountable = async () => {
      await world.follow(id);
      return world.tickets.get(id).appFields.accountable;
    };
    expect(await accountable()).toBe(CLOUD);
    world.clock.advance(LATER.day);
    expect(await accountable()).toBe(SECOPS);
    world.clock.advance(2 * LATER.day);
    expect(await accountable()).toBe(CLOUD);
    expect(world.kindsOf(id).filter(kind => kind === 'routed')).toHaveLength(3);
    expect(world.tickets.comments(id).map(({ mentions }) => mentions)).toEqual([[CLOUD], [SECOPS], [CLOUD]]);
  });

  it('follows a new version of the matrix from the moment it is in force', async () => {
    const rows = [aResponsibility({ accountable: 'ciso' })];
    const version = aMatrixVersion({ number: 2, contentHash: 'v2', effectiveFrom: plus(NOW, LATER.day) });
    const world = aWorld();
    world.registers.change(({ versions }) => ({
      versions: [...versions, { version, content: aMatrixContent({ rows }) }],
    }));
    const { id } = await world.raise(ENGINEER);
    expect(world.tickets.get(id).appFields.responsibility).toBe('assets-accounts @ v1');
    world.clock.advance(LATER.day);
    await world.follow(id);
    expect(world.tickets.get(id).appFields).toMatchObject({
      accountable: CISO,
      responsibility: 'assets-accounts @ v2',
    });
    expect(world.tickets.comments(id).at(-1)?.text).toMatch(/The matrix has changed since v1\.$/);
  });

  it('repairs a field that someone forged, without a word', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(STRANGER, id, { accountable: STRANGER });
    await world.follow(id);
    expect(world.tickets.get(id).appFields.accountable).toBe(CLOUD);
    expect(world.tickets.comments(id)).toHaveLength(1);
  });

  it('waits for the author of a ticket that names no service yet', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, cloudService: null });
    expect(world.tickets.get(id)).toMatchObject({ assignee: ENGINEER, labels: [] });
    expect(world.tickets.comments(id)).toEqual([]);
    world.tickets.edit(ENGINEER, id, { cloudService: 'AWS' });
    await world.follow(id);
    expect(world.tickets.get(id).appFields.accountable).toBe(CLOUD);
  });
});
