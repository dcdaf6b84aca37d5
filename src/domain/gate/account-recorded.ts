import { isTakenFrom, normaliseAccountId } from '../cloud-account/cloud-account';
import { withScreen } from '../ticket/ticket';
import type { Gate } from './gate';

/**
 * Refuses until the provider's account id is there and belongs to no other ticket. A service that has left its register
 * since the approval has no provider to register the account with.
 * Refuses: ACCOUNT_ID_MISSING, ACCOUNT_ALREADY_REGISTERED, SERVICE_UNKNOWN.
 * Source: requirement R13; the public contract, Provision.
 */
export const accountRecorded: Gate = {
  name: 'account recorded',
  checks: 'The identifier that the provider gave the account is entered, and no other ticket registered it.',
  refusals(facts) {
    const { ticket, screen, cloudAccount, at } = facts;
    const { accountId: written, cloudService } = withScreen(ticket, screen);
    const accountId = normaliseAccountId(written ?? '');
    if (accountId === '') return [{ code: 'ACCOUNT_ID_MISSING' }];
    if (facts.provider === null) return [{ code: 'SERVICE_UNKNOWN', service: cloudService ?? 'No service' }];
    if (!cloudAccount || !isTakenFrom(cloudAccount, ticket.id, at)) return [];
    const { provider, ticketKey } = cloudAccount;
    return [{ code: 'ACCOUNT_ALREADY_REGISTERED', provider, accountId, ticketKey }];
  },
};
