import type { Gate } from '../gate/gate';
import type { TicketKind } from '../plan/rules';
import { matrixApproved, matrixNotAdopted } from '../responsibility/matrix-evidence';
import type { WorkType } from '../work-type/work-type';
import { ACCESS_REQUEST } from './access-request/access-request';
import { ACCESS_RULES } from './access-request/access-rules';
import { revocationDue } from './access-request/revocation-evidence';
import { ACCOUNT_EVIDENCE } from './cloud-account-request/account-evidence';
import { ACCOUNT_RULES } from './cloud-account-request/account-rules';
import { CLOUD_ACCOUNT_REQUEST } from './cloud-account-request/cloud-account-request';
import { MATRIX_RULES } from './responsibility-change/matrix-rules';
import { RESPONSIBILITY_CHANGE } from './responsibility-change/responsibility-change';

/** Every kind of ticket: set-up makes their work types, and tickets are routed and decided by them. */
export const TICKET_KINDS: readonly TicketKind[] = [
  { workType: CLOUD_ACCOUNT_REQUEST, rules: ACCOUNT_RULES, evidence: ACCOUNT_EVIDENCE },
  { workType: ACCESS_REQUEST, rules: ACCESS_RULES, evidence: [revocationDue] },
  { workType: RESPONSIBILITY_CHANGE, rules: MATRIX_RULES, evidence: [matrixApproved, matrixNotAdopted] },
];

/** Every work type that set-up provisions. */
export const WORK_TYPES: readonly WorkType<Gate>[] = TICKET_KINDS.map(({ workType }) => workType);
