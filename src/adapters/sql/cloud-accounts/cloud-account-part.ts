import { and, eq, inArray } from 'drizzle-orm';
import { ASKED_ACCOUNT, isSameAccount } from '../../../domain/cloud-account/cloud-account';
import type { DecisionRecords } from '../../../ports/decisions';
import type { QuestionPart } from '../decisions/decision-part';
import { cloudAccountOf, cloudAccounts } from './cloud-account-table';

const { accountId, ticket, status, registeredAt, record } = cloudAccounts;
const columns = { status, registeredAt, record };
const OF_ACCOUNT = { name: 'cloud account', table: cloudAccounts, columns };
const RESERVED = { name: 'reservation', table: cloudAccounts, columns };

/** Who has the account id that a question is about, and what its ticket has reserved. */
export const cloudAccountPart: QuestionPart<
  Pick<DecisionRecords, 'cloudAccount' | 'reservations'>,
  'accountId' | 'ticket'
> = {
  asks: {
    accountId: ({ subject }) => subject[ASKED_ACCOUNT] ?? '',
    ticket: ({ ticketId }) => ticketId,
  },
  // Two selects instead of one with `or`: each has an index of its own.
  selects: asked => [
    { source: OF_ACCOUNT, where: inArray(accountId, asked.each('accountId')) },
    { source: RESERVED, where: and(inArray(ticket, asked.each('ticket')), eq(status, 'reserved')) },
  ],
  read: found => {
    const known = found.rowsOf(OF_ACCOUNT).map(cloudAccountOf);
    const reserved = found.rowsOf(RESERVED).map(cloudAccountOf);
    return ({ subject, ticketId }, service) => ({
      cloudAccount:
        known.find(
          account =>
            service !== null &&
            isSameAccount(account, { ...service, accountId: subject[ASKED_ACCOUNT] ?? '' }),
        ) ?? null,
      reservations: reserved.filter(account => account.ticket === ticketId),
    });
  },
};
