import { COMPLETE } from '../../acceptance/site/governance.ts';
import type { Flow, Step } from '../flow.ts';

function imports(dataset: string, lines: readonly string[]): Step {
  const csv = `${lines.join('\n')}\n`;
  return { does: `import ${dataset}`, act: world => world.invoke('register.import', { dataset, csv }) };
}

const HOLDERS = 'role,email,capacity,from,to';

/** What administrators do to the registers, with an open ticket that has to follow. */
export const REGISTERS: Flow = {
  name: 'registers',
  beginning: 'company',
  steps: [
    {
      ...imports('roles', [
        'key,name,kind,charter',
        'duty-officer,Duty Officer,internal,Answers at night',
        'application-owner,Application Owner,internal,Owns applications',
      ]),
      before: async world => (await world.site()).submitted({ ...COMPLETE, 'Account owner': 'app' }),
    },
    imports('services', [
      'key,name,provider,model,viewpoint,material,contract',
      'okta,Okta,Okta,SaaS,customer,yes,C-7',
      'github,GitHub,GitHub,SaaS,customer,no,C-3',
    ]),
    {
      does: 'import holders',
      act: async world => {
        const today = await (await world.site()).day();
        const lines = [
          HOLDERS,
          `duty-officer,secops@aurora.example,holder,${today},`,
          `cloud-platform-owner,secops@aurora.example,holder,${today},`,
          `duty-officer,iam@aurora.example,deputy,${today},`,
        ];
        return world.invoke('register.import', { dataset: 'holders', csv: `${lines.join('\n')}\n` });
      },
    },
    {
      does: 'appoint a holder',
      act: async world => {
        const site = await world.site();
        const from = await site.day(1);
        const asked = {
          role: 'duty-officer',
          accountId: site.accountId('cloud'),
          capacity: 'holder',
          from,
          to: null,
        };
        return world.invoke('holders.appoint', asked);
      },
    },
    {
      does: 'transfer holdings',
      act: async world => {
        const site = await world.site();
        const [fromAccountId, toAccountId] = [site.accountId('secops'), site.accountId('engineer2')];
        const from = await site.day();
        return world.invoke('holders.transfer', { fromAccountId, toAccountId, from, dryRun: false });
      },
    },
    {
      does: 'change the settings',
      act: world =>
        world.invoke('settings.set', {
          accessDays: 100,
          privilegedAccessDays: 30,
          reviewCadenceDays: 200,
          matrixApproverRole: 'executive-owner',
        }),
    },
  ],
};
