import { COMPLETE } from '../../acceptance/site/governance.ts';
import { moves, raises, type Flow } from '../flow.ts';

const key = 'GOV-1';
const values = { 'Account ID': '111122223333' };

/** From the request to the registered account, with a detour over Rework, and an owner who leaves. */
export const CLOUD_ACCOUNT: Flow = {
  name: 'cloud account',
  beginning: 'company',
  steps: [
    raises(key, () => COMPLETE),
    {
      does: 'edit the service',
      act: async world => (await world.ticket(key)).editAtOnce('engineer', { 'Cloud service': 'GitHub' }),
    },
    {
      does: 'edit it back',
      act: async world => (await world.ticket(key)).editAtOnce('engineer', { 'Cloud service': 'AWS' }),
    },
    moves({ key, by: 'engineer', name: 'Submit', to: 'Awaiting approval' }),
    moves({ key, by: 'cloud', name: 'Rework', to: 'Requested' }),
    moves({ key, by: 'engineer', name: 'Submit', to: 'Awaiting approval' }),
    moves({ key, by: 'cloud', name: 'Approve', to: 'Approved' }),
    moves({ key, by: 'cloud', name: 'Provision', to: 'Provisioned', values }),
    {
      does: 'edit the owner',
      act: async world => (await world.ticket(key)).editAtOnce('engineer2', { 'Account owner': 'engineer' }),
    },
    {
      does: 'owner leaves, hourly check',
      before: async world => world.sandbox.setActive((await world.site()).accountId('engineer'), false),
      act: world => world.sandbox.run('sweep'),
    },
  ],
};
