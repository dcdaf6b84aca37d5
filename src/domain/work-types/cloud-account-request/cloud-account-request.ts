import { approved } from '../../gate/approved';
import { complete } from '../../gate/complete';
import { frozen } from '../../gate/frozen';
import type { Gate } from '../../gate/gate';
import { appFieldsIntact, routeCurrent, routed } from '../../gate/routed';
import type { WorkType } from '../../work-type/work-type';
import { accountRecorded } from './account-recorded';
import { ownerNamed } from './owner-named';
import { UNOWNED_LABEL } from './ownership';
import type { AccountSubject } from './account-subject';

/** A request for a new cloud account. Source: requirements W3, R13. */
export const CLOUD_ACCOUNT_REQUEST: WorkType<Gate, AccountSubject> = {
  name: 'Cloud account request',
  description: 'A new cloud account: routed to the accountable person, and blocked until its owner is named.',
  statuses: [
    { name: 'Requested', category: 'to do', assignTo: 'creator' },
    { name: 'Awaiting approval', category: 'in progress', assignTo: 'accountable', editors: [] },
    { name: 'Approved', category: 'in progress', assignTo: 'performer', editors: [], binds: true },
    { name: 'Provisioned', category: 'done', editors: ['assignee', 'accountOwner'], binds: true },
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
      screenFields: [
        'cloudService',
        'environment',
        'dataClassification',
        'accountOwner',
        'securityContact',
        'billingOwner',
      ],
      who: 'editor',
      gates: [appFieldsIntact, complete, ownerNamed, routed],
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
      name: 'Provision',
      from: 'Approved',
      to: 'Provisioned',
      means: 'fulfil',
      noun: 'the provisioning of an account',
      screenFields: ['accountId'],
      who: 'accountable or performer',
      gates: [appFieldsIntact, approved, frozen, accountRecorded],
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
    'environment',
    'dataClassification',
    'accountOwner',
    'securityContact',
    'billingOwner',
    'responsibilityDomain',
  ],
  decidingFields: [
    'cloudService',
    'responsibilityDomain',
    'environment',
    'dataClassification',
    'accountOwner',
    'securityContact',
    'billingOwner',
  ],
  beneficiaryFields: ['accountOwner'],
  quietFields: ['environment', 'dataClassification', 'securityContact', 'billingOwner'],
  followedLabels: [UNOWNED_LABEL],
  responsibility: {
    by: 'matrix',
    domain: 'Asset and configuration management',
    activity: 'Cloud account provisioning',
  },
  afterBypass: ({ would, isPermitted }) => {
    if (would !== 'fulfil') return {};
    return isPermitted
      ? {
          counts: 'The account is in the register because its gate had permitted it.',
          remedy: 'check that what was done is what was approved.',
        }
      : { counts: 'The account is not in the register.' };
  },
};
