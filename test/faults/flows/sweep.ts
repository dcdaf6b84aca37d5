import { COMPLETE } from '../../acceptance/site/governance.ts';
import { moves, raises, type Flow } from '../flow.ts';

/** Open tickets whose accountable person leaves, and comes back. */
export const SWEEP: Flow = {
  name: 'sweep',
  beginning: 'company',
  steps: [
    {
      does: 'accountable person leaves, hourly sweep',
      before: async world => {
        const site = await world.site();
        await site.submitted({ ...COMPLETE, 'Account owner': 'app' });
        await site.raise();
        await world.sandbox.setActive(site.accountId('cloud'), false);
      },
      act: world => world.sandbox.run('sweep'),
    },
    {
      does: 'they come back, hourly sweep',
      before: async world => world.sandbox.setActive((await world.site()).accountId('cloud'), true),
      act: world => world.sandbox.run('sweep'),
    },
    raises('GOV-3', () => ({ ...COMPLETE, 'Cloud service': null })),
    {
      does: 'name the service',
      act: async world => (await world.ticket('GOV-3')).editAtOnce('engineer', { 'Cloud service': 'GitHub' }),
    },
    moves({ key: 'GOV-3', by: 'engineer', name: 'Withdraw', to: 'Withdrawn' }),
  ],
};
