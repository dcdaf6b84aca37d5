import { z } from 'zod';
import type { Account, AccountId } from '../../domain/shared/account';

/** What is read of Jira's answers about tickets. Jira adds to them at will: unknown properties pass. */

export const userAnswer = z.object({
  accountId: z.string(),
  displayName: z.string().optional(),
  active: z.boolean().optional(),
  accountType: z.string().optional(),
});

export type UserAnswer = z.infer<typeof userAnswer>;

/** Every object has a `toString` of its prototype's: an item without one of its own must not show that. */
const ownToString = (item: unknown) =>
  typeof item === 'object' && item !== null ? { toString: null, ...item } : item;

const historyItem = z.preprocess(
  ownToString,
  z.object({
    field: z.string(),
    fieldId: z.string().optional(),
    from: z.string().nullish(),
    fromString: z.string().nullish(),
    to: z.string().nullish(),
    toString: z.string().nullish(),
  }),
);

const historyAnswer = z.object({
  id: z.string(),
  author: userAnswer.optional(),
  created: z.string(),
  items: z.array(historyItem),
});

export type HistoryAnswer = z.infer<typeof historyAnswer>;

/** In the Atlassian Document Format. */
const documentAnswer = z.looseObject({
  type: z.literal('doc'),
  version: z.number(),
  content: z.array(z.unknown()),
});

const attachmentAnswer = z.object({ id: z.string(), filename: z.string(), size: z.number() });

export const issueAnswer = z.object({
  id: z.string(),
  key: z.string(),
  fields: z
    .object({
      summary: z.string(),
      description: documentAnswer.nullish(),
      issuetype: z.object({ id: z.string() }),
      project: z.object({ id: z.string() }),
      status: z.object({ id: z.string(), name: z.string() }),
      creator: userAnswer.nullable(),
      reporter: userAnswer.nullish(),
      assignee: userAnswer.nullish(),
      created: z.string(),
      labels: z.array(z.string()),
      attachment: z.array(attachmentAnswer).nullish(),
    })
    .catchall(z.unknown()),
  changelog: z.object({ histories: z.array(historyAnswer) }),
});

export type IssueAnswer = z.infer<typeof issueAnswer>;

export const changelogPage = historyAnswer;

/** The kinds of Jira accounts, in the domain's words. */
export function accountOf(user: UserAnswer): Account {
  const kinds: Record<string, Account['kind']> = { app: 'app', customer: 'customer' };
  return {
    accountId: user.accountId,
    displayName: user.displayName ?? user.accountId,
    active: user.active ?? false,
    kind: kinds[user.accountType ?? ''] ?? 'person',
  };
}

/** Accounts by id, of those users who are there. */
export function accountsOf(users: readonly (UserAnswer | null | undefined)[]): Map<AccountId, Account> {
  return new Map(users.flatMap(user => (user ? [[user.accountId, accountOf(user)] as const] : [])));
}
