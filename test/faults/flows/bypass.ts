import { z } from 'zod';
import { COMPLETE, type Values } from '../../acceptance/site/governance.ts';
import { setUp } from '../../acceptance/site/set-up.ts';
import { editTransition, withoutGates } from '../../attacks/site/administrator.ts';
import { moves, type Flow, type Step, type World } from '../flow.ts';

const PROVISIONED = 'GOV-1';
const APPROVED = 'GOV-2';

const listed = z.object({
  overseen: z.object({ bypasses: z.array(z.object({ id: z.string(), ticketKey: z.string() })) }),
});

/** Someone makes a transition whose gate an administrator took away. @param reached - brings the ticket to it */
function goesPast(
  gate: string,
  reached: (world: World) => Promise<unknown>,
  movement: { key: string; to: string; values?: Values },
): Step {
  return {
    ...moves({ by: 'cloud', name: gate, ...movement }),
    does: `${gate} without its gate`,
    before: async world => {
      await reached(world);
      await editTransition(await world.site(), gate, withoutGates);
    },
  };
}

/** The matrix approver finds it in the list, and judges it. */
function acknowledges(key: string): Step {
  return {
    does: 'acknowledge it',
    before: world => setUp(world.sandbox),
    act: async ({ sandbox }) => {
      const judge = sandbox.as('ceo');
      const { overseen } = await judge.ask('bypass.list', listed);
      const bypass = overseen.bypasses.find(({ ticketKey }) => ticketKey === key)?.id;
      await judge.ask('bypass.acknowledge', z.unknown(), { bypass, reason: 'It was closed the same day.' });
    },
  };
}

/** What bypassed its gates is judged: where nothing leads back, and where Rework puts it right afterwards. */
export const BYPASS: Flow = {
  name: 'bypass',
  beginning: 'company',
  steps: [
    goesPast('Provision', async world => (await world.site()).approved(), {
      key: PROVISIONED,
      to: 'Provisioned',
      values: { 'Account ID': '111122223333' },
    }),
    acknowledges(PROVISIONED),
    goesPast('Approve', async world => (await world.site()).submitted(COMPLETE), {
      key: APPROVED,
      to: 'Approved',
    }),
    acknowledges(APPROVED),
    moves({ key: APPROVED, by: 'cloud', name: 'Rework', to: 'Requested' }),
  ],
};
