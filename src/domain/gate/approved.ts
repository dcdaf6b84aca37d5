import { approvalsOf } from '../ticket/story';
import type { Gate } from './gate';

/**
 * Refuses unless what brought the ticket to where it stands is an approval of every step: each permitted by its gate
 * and made by the person the gate named. A bypass (an administrator's move, an import, a removed gate) has no such pair.
 * Refuses: NOT_APPROVED_BY_ACCOUNTABLE.
 * Source: ISO/IEC 27017 6.1.1; domain rules, "An allow is a permission"; white-space 2, 6.
 */
export const approved: Gate = {
  name: 'approved',
  checks: 'The accountable person approved it in Jira, and that transition is on record.',
  refusals({ story }) {
    return approvalsOf(story).length > 0 ? [] : [{ code: 'NOT_APPROVED_BY_ACCOUNTABLE' }];
  },
};
