import { access } from '../../acceptance/site/access.ts';
import { moves, raises, type Flow } from '../flow.ts';

const workType = 'Access request';
const key = 'GOV-1';

/** From the request over its end to Revoke; a refusal and a withdrawal beside it. */
export const ACCESS: Flow = {
  name: 'access',
  beginning: 'company',
  steps: [
    raises(key, site => access(site, {}, 2), workType),
    moves({ key, by: 'engineer', name: 'Submit', to: 'Awaiting approval', workType }),
    moves({ key, by: 'iam', name: 'Approve', to: 'Approved', workType }),
    moves({ key, by: 'app', name: 'Grant', to: 'Granted', workType }),
    {
      does: 'end of the access, hourly sweep',
      before: world => world.sandbox.advance('P4D'),
      act: world => world.sandbox.run('sweep'),
    },
    moves({ key, by: 'app', name: 'Revoke', to: 'Revoked', workType }),
    raises('GOV-2', site => access(site), workType),
    moves({ key: 'GOV-2', by: 'engineer', name: 'Submit', to: 'Awaiting approval', workType }),
    moves({ key: 'GOV-2', by: 'iam', name: 'Reject', to: 'Rejected', workType }),
    raises('GOV-3', site => access(site), workType),
    moves({ key: 'GOV-3', by: 'engineer', name: 'Withdraw', to: 'Withdrawn', workType }),
  ],
};
