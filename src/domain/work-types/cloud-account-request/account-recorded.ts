import { isTakenFrom, LONGEST_ACCOUNT_ID, normaliseAccountId } from '../../cloud-account/cloud-account';
import type { Gate } from '../../gate/gate';
import { withScreen } from '../../ticket/ticket';
import type { AccountSubject } from './account-subject';

/**
 * Refuses until the provider's account id is there and belongs to no other ticket. A service that has left its register
 * since the approval has no provider to register the account with.
 * Refuses: ACCOUNT_ID_MISSING, ACCOUNT_ID_TOO_LONG, ACCOUNT_ALREADY_REGISTERED, SERVICE_UNKNOWN.
 * Source: requirement R13; the public contract, Provision.
 */
export const accountRecorded: Gate<AccountSubject> = {
  name: 'account recorded',
  checks: 'Account ID holds the provider’s identifier, and no other ticket has registered it.',
  refusals({ story, screen, subject, at }) {
    const { accountId: written, cloudService } = withScreen(story.ticket, screen);
    const accountId = normaliseAccountId(written ?? '');
    if (accountId === '') return [{ code: 'ACCOUNT_ID_MISSING' }];
    if (accountId.length > LONGEST_ACCOUNT_ID)
      return [{ code: 'ACCOUNT_ID_TOO_LONG', longest: LONGEST_ACCOUNT_ID }];
    const { service, namesake } = subject;
    if (service === null) return [{ code: 'SERVICE_UNKNOWN', service: cloudService ?? 'No service' }];
    if (!namesake || !isTakenFrom(namesake, story.ticket.id, at)) return [];
    const { provider, ticketKey } = namesake;
    return [{ code: 'ACCOUNT_ALREADY_REGISTERED', provider, accountId, ticketKey }];
  },
};
