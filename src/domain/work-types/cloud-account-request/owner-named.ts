import type { GateRefusal } from '../../decision/refusal';
import type { Gate, GateFacts } from '../../gate/gate';
import { withScreen } from '../../ticket/ticket';

/**
 * Refuses until an active person owns the cloud account and someone is named to call when something happens in it.
 * Refuses: OWNER_NOT_NAMED, OWNER_IS_NOT_A_PERSON, OWNER_INACTIVE, SECURITY_CONTACT_NOT_NAMED.
 * Source: requirements W3, R13.
 */
export const ownerNamed: Gate = {
  name: 'owner named',
  checks: 'The account has an active owner and a security contact.',
  refusals({ story, screen, accounts }) {
    const { accountOwner, securityContact } = withScreen(story.ticket, screen);
    return [
      ...ownerRefusals(accountOwner, accounts),
      ...(securityContact === null ? [{ code: 'SECURITY_CONTACT_NOT_NAMED' } as const] : []),
    ];
  },
};

function ownerRefusals(owner: string | null, accounts: GateFacts['accounts']): GateRefusal[] {
  if (owner === null) return [{ code: 'OWNER_NOT_NAMED' }];
  const account = accounts.get(owner);
  if (account && account.kind !== 'person') return [{ code: 'OWNER_IS_NOT_A_PERSON', account: owner }];
  return account?.active ? [] : [{ code: 'OWNER_INACTIVE', account: owner }];
}
