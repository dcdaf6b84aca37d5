import { isTakenFrom, normaliseAccountId } from '../cloud-account/cloud-account';
import { withScreen } from '../ticket/ticket';
import type { GateFacts } from './gate';
import type { GateRefusal } from './refusal';

/**
 * Refuses until the provider's account id is there and belongs to no other ticket.
 * Refuses: ACCOUNT_ID_MISSING, ACCOUNT_ALREADY_REGISTERED.
 * Source: requirement R13; the public contract, Provision.
 */
export function accountRecorded({ ticket, screen, cloudAccount, at }: GateFacts): GateRefusal[] {
  const accountId = normaliseAccountId(withScreen(ticket, screen).accountId ?? '');
  if (accountId === '') return [{ code: 'ACCOUNT_ID_MISSING' }];
  if (!cloudAccount || !isTakenFrom(cloudAccount, ticket.id, at)) return [];
  const { provider, ticketKey } = cloudAccount;
  return [{ code: 'ACCOUNT_ALREADY_REGISTERED', provider, accountId, ticketKey }];
}
