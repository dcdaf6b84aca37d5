import { describe, expect, it } from '@jest/globals';
import type { RouteExplanation } from '../../../../src/contract/route-explain';
import { CISO, CLOUD, ENGINEER, STRANGER } from '../../../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../../../support/builders/matrix';
import { aWorld, COMPLETE, type World } from '../../../support/fakes/world';

async function explained(world: World, id: string, reader = STRANGER): Promise<RouteExplanation> {
  const explanation = await world.explain(id, reader);
  if (!explanation) throw new Error('There is nothing to explain.');
  return explanation;
}

describe('the rows of a responsibility', () => {
  const rows = [
    aResponsibility({ id: 'general' }),
    aResponsibility({ id: 'own', service: 'aws' }),
    aResponsibility({ id: 'elsewhere', service: 'github' }),
    aResponsibility({ id: 'default', activity: '', accountable: 'ciso' }),
    aResponsibility({ id: 'first', domain: 'Governance', activity: '', evidence: '' }),
  ];
  const world = () =>
    aWorld({ versions: [{ version: aMatrixVersion(), content: aMatrixContent({ rows }) }] });

  it('are those that hold for the service, the one that routes the ticket first', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER);
    const explanation = await explained(here, id);
    expect(explanation.rows.map(({ id: row, service, routes }) => [row, service, routes])).toEqual([
      ['own', 'AWS', true],
      ['default', 'Any service', false],
      ['first', 'Any service', false],
    ]);
  });

  it('say who acts for their role now', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER);
    here.directory.setActive(CLOUD, false);
    const { rows: shown } = await explained(here, id);
    expect(shown[0]).toMatchObject({
      role: 'Cloud Platform Owner',
      holder: { accountId: CISO },
      viaDeputy: true,
    });
    expect(shown[1]).toMatchObject({ role: 'CISO', holder: { accountId: CISO }, viaDeputy: false });
    here.directory.setActive(CISO, false);
    expect((await explained(here, id)).rows.map(({ holder }) => holder)).toEqual([null, null, null]);
  });

  it('come with their findings', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER);
    const { findings } = await explained(here, id);
    expect(findings.filter(({ code }) => code === 'NO_EVIDENCE')).toHaveLength(1);
    expect(findings.some(({ code }) => code === 'GRAY_ZONE')).toBe(true);
    expect(findings.some(({ code }) => code === 'NOT_REVIEWED')).toBe(true);
  });

  it('are none where the service is unknown', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER, { ...COMPLETE, cloudService: 'Azure' });
    expect(await explained(here, id)).toMatchObject({
      rows: [],
      findings: [],
      unrouted: { code: 'SERVICE_UNKNOWN' },
    });
  });
});
