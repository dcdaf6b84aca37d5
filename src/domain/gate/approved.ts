import { isApproval, latestTransition, observedTransitions } from '../ticket/observed-transition';
import type { Gate } from './gate';

/**
 * Refuses unless what brought the ticket to where it stands is an approval: an Approve that its gate permitted,
 * made by the person the gate named. A bypass (an administrator's move, an import, a removed gate) has no such pair.
 * Refuses: NOT_APPROVED_BY_ACCOUNTABLE.
 * Source: ISO/IEC 27017 6.1.1; domain rules, "An allow is a permission"; white-space 2, 6.
 */
export const approved: Gate = {
  name: 'approved',
  checks: 'The accountable person approved it, in Jira, by a transition that is on record.',
  refusals({ ticket, workType, decisions }) {
    const latest = latestTransition(observedTransitions(ticket, workType, decisions));
    return latest && isApproval(latest) ? [] : [{ code: 'NOT_APPROVED_BY_ACCOUNTABLE' }];
  },
};
