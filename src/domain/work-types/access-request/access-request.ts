import { approved } from '../../gate/approved';
import { complete } from '../../gate/complete';
import { frozen } from '../../gate/frozen';
import type { Gate } from '../../gate/gate';
import { appFieldsIntact, routeCurrent, routed } from '../../gate/routed';
import type { WorkType } from '../../work-type/work-type';
import { endsInTime, notOver } from './access-period';
import { REVOCATION_LABEL } from './revocation';
import { say } from '../../shared/sentence';

/**
 * A request for access to a cloud service: for a named person, for a named entitlement, and never without an end.
 * Granted is in progress, not done: access that was granted has yet to be revoked, so the ticket must go on being
 * followed, and keep someone who can revoke it, however long ago it last changed.
 * Source: requirements W1, R3, R13; domain rules, "Access".
 */
export const ACCESS_REQUEST: WorkType<Gate> = {
  name: 'Access request',
  description:
    'Access to a cloud service: approved by the accountable person, never by the beneficiary, and always with an end date.',
  statuses: [
    { name: 'Requested', category: 'to do', assignTo: 'creator' },
    { name: 'Awaiting approval', category: 'in progress', assignTo: 'accountable', editors: [] },
    { name: 'Approved', category: 'in progress', assignTo: 'performer', editors: [], binds: true },
    { name: 'Granted', category: 'in progress', assignTo: 'performer', editors: [], binds: true },
    { name: 'Revoked', category: 'done' },
    { name: 'Rejected', category: 'done' },
    { name: 'Withdrawn', category: 'done' },
  ],
  initialStatus: 'Requested',
  transitions: [
    {
      name: 'Submit',
      from: 'Requested',
      to: 'Awaiting approval',
      means: 'submit',
      screenFields: ['cloudService', 'beneficiary', 'entitlement', 'privileged', 'accessUntil'],
      who: 'editor',
      gates: [appFieldsIntact, complete, endsInTime, routed],
    },
    {
      name: 'Approve',
      from: 'Awaiting approval',
      to: 'Approved',
      means: 'approve',
      screenFields: [],
      who: 'accountable',
      gates: [appFieldsIntact, routed, routeCurrent, frozen],
    },
    {
      name: 'Reject',
      from: 'Awaiting approval',
      to: 'Rejected',
      means: 'reject',
      screenFields: [],
      who: 'accountable',
      gates: [],
    },
    {
      name: 'Rework',
      from: 'Awaiting approval',
      to: 'Requested',
      means: 'return',
      screenFields: [],
      who: 'accountable',
      gates: [],
    },
    {
      name: 'Rework',
      from: 'Approved',
      to: 'Requested',
      means: 'return',
      screenFields: [],
      who: 'creator or accountable',
      gates: [],
    },
    {
      name: 'Grant',
      from: 'Approved',
      to: 'Granted',
      means: 'fulfil',
      noun: 'a grant of access',
      screenFields: [],
      who: 'accountable or performer, never the beneficiary',
      gates: [appFieldsIntact, approved, frozen, notOver],
    },
    {
      name: 'Revoke',
      from: 'Granted',
      to: 'Revoked',
      means: 'revoke',
      screenFields: [],
      // The route keeps out whom it was granted to: a condition on the field would keep out whom an editor puts there.
      who: 'accountable or performer',
      gates: [],
    },
    {
      name: 'Withdraw',
      from: 'Requested',
      to: 'Withdrawn',
      means: 'withdraw',
      screenFields: [],
      who: 'creator or accountable',
      gates: [],
    },
    {
      name: 'Withdraw',
      from: 'Awaiting approval',
      to: 'Withdrawn',
      means: 'withdraw',
      screenFields: [],
      who: 'creator or accountable',
      gates: [],
    },
    {
      name: 'Withdraw',
      from: 'Approved',
      to: 'Withdrawn',
      means: 'withdraw',
      screenFields: [],
      who: 'creator or accountable',
      gates: [],
    },
  ],
  createFields: [
    'cloudService',
    'beneficiary',
    'entitlement',
    'privileged',
    'accessUntil',
    'responsibilityDomain',
  ],
  decidingFields: [
    'cloudService',
    'responsibilityDomain',
    'beneficiary',
    'entitlement',
    'privileged',
    'accessUntil',
  ],
  beneficiaryFields: ['beneficiary'],
  quietFields: ['entitlement', 'privileged'],
  urgentLabels: [REVOCATION_LABEL],
  responsibility: { by: 'matrix', domain: 'Identity and access management', activity: 'Access approval' },
  afterBypass: ({ would, revocable = false }) => {
    const again = 'anyone who still needs it can create a new ticket.';
    if (revocable) return { remedy: say`remove the access and use Revoke; ${again}` };
    return would === 'revoke' ? { remedy: say`check that the access was removed; ${again}` } : {};
  },
};
