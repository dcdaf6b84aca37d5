import { route } from '@forge/api';
import { z } from 'zod';
import type { Account } from '../../domain/shared/account';
import type { Directory } from '../../ports/directory';
import { callJira, callJiraIfFound } from './rest';
import { accountOf, accountsOf, userAnswer } from './ticket-answers';

/** "Bulk get users" takes up to 200 ids; fewer keep the address short. */
const IDS_AT_ONCE = 50;

const bulkAnswer = z.object({ values: z.array(userAnswer) });
/** An address may be absent, null or empty: each means that the site does not show it. */
const foundUsers = z.array(userAnswer.extend({ emailAddress: z.string().nullish() }));

/** Jira's users, as the app. */
export function jiraDirectory(): Directory {
  return {
    accounts: async ids => {
      const accounts = new Map<string, Account>();
      for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
        const query = new URLSearchParams(
          ids.slice(start, start + IDS_AT_ONCE).map(id => ['accountId', id] as [string, string]),
        );
        query.set('maxResults', String(IDS_AT_ONCE));
        const answer = await callJira({
          method: 'GET',
          route: route`/rest/api/3/user/bulk?${query}`,
          answer: bulkAnswer,
        });
        for (const [id, account] of accountsOf(answer.values)) accounts.set(id, account);
      }
      return accounts;
    },
    find: emailOrAccountId =>
      emailOrAccountId.includes('@') ? findByEmail(emailOrAccountId) : findById(emailOrAccountId),
  };
}

async function findById(accountId: string): Promise<Account | undefined> {
  const call = { route: route`/rest/api/3/user?accountId=${accountId}`, answer: userAnswer };
  const user = await callJiraIfFound({ method: 'GET', ...call });
  return user && accountOf(user);
}

/**
 * Only the person whom Jira shows with that very address. It finds by names and by what addresses begin with, too, so
 * that anyone could be taken for another where the site hides addresses: an account id names them there.
 * Source: domain rules, "Appointments".
 */
async function findByEmail(email: string): Promise<Account | undefined> {
  const users = await callJira({
    method: 'GET',
    route: route`/rest/api/3/user/search?query=${email}&maxResults=10`,
    answer: foundUsers,
  });
  const user = users.find(({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase());
  return user && accountOf(user);
}
