import { route } from '@forge/api';
import { z } from 'zod';
import { callJira } from '../../../adapters/jira/rest';
import type { SiteAccounts } from '../../ports/site-accounts';

/** Read as the app and never as the caller: anyone who asks is told who they are. */
export const SITE_ACCOUNTS: SiteAccounts = {
  async appAccount() {
    const { accountId } = await callJira({
      method: 'GET',
      route: route`/rest/api/3/myself`,
      answer: z.object({ accountId: z.string() }),
      as: 'app',
    });
    return accountId;
  },
};
