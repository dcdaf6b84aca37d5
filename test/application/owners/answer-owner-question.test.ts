import { describe, expect, it } from '@jest/globals';
import { findOwner } from '../../../src/application/owners/answer-owner-question';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import { CEO, CISO, CLOUD, LONG_AGO } from '../../support/builders/company';
import { aWorld, type World } from '../../support/fakes/world';

const DAY = 24 * HOUR;

describe('findOwner', () => {
  const ask = (world: World, at = world.clock.now()) =>
    findOwner(world, { text: 'cloud account provisioning on AWS' }, { at, now: world.clock.now() });

  it('answers in one line, with the deputy to escalate to', async () => {
    expect((await ask(aWorld())).answers).toMatchObject([
      {
        line: 'Cloud (Cloud Platform Owner) is accountable for Cloud account provisioning on AWS.',
        escalation: { accountId: CISO },
        viaDeputy: false,
        responsibility: 'assets-accounts @ v1',
      },
    ]);
  });

  it('never names an inactive person now, and does for the past', async () => {
    const world = aWorld();
    const before = world.clock.now();
    world.clock.advance(DAY);
    world.directory.setActive(CLOUD, false);
    expect((await ask(world)).answers[0]).toMatchObject({ person: { accountId: CISO }, viaDeputy: true });
    expect((await ask(world, before)).answers[0]).toMatchObject({ person: { accountId: CLOUD } });
    world.directory.setActive(CISO, false);
    expect((await ask(world)).answers[0]).toMatchObject({
      person: null,
      escalation: { accountId: CEO },
      line: 'Cloud Platform Owner, which no one holds, is accountable for Cloud account provisioning on AWS.',
    });
  });

  it('says when there was no matrix', async () => {
    expect(await ask(aWorld(), plus(LONG_AGO, -DAY))).toMatchObject({
      matrixVersion: null,
      answers: [],
      none: { code: 'MATRIX_NOT_APPROVED' },
    });
  });
});
