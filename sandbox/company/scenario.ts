import type { Scenario } from '../scenario/scenario.ts';
import { SAMPLE_ACCOUNTS } from './accounts.ts';
import { setUpSampleCompany } from './set-up.ts';

/** Aurora, a company that uses the app: it is set up, and people hold its roles. */
export const scenario: Scenario = {
  accounts: SAMPLE_ACCOUNTS.map(({ key: _key, ...account }) => account),
  setUp: site =>
    setUpSampleCompany(site.as('admin@aurora.example'), line => {
      site.report(line);
    }),
};
