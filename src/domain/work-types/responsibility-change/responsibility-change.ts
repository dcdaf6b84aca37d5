import { frozen } from '../../gate/frozen';
import type { Gate } from '../../gate/gate';
import { appFieldsIntact, routeCurrent, routed } from '../../gate/routed';
import type { WorkType } from '../../work-type/work-type';
import { baseCurrent, matrixSound } from './matrix-sound';
import type { MatrixSubject } from './matrix-subject';

/**
 * A change of the responsibility matrix: what is decided on is the draft of its next version, bound to the ticket in
 * the app's own records. Approved is final here, though Jira shares that status with work that goes on from it.
 * Source: requirements R8, R10; domain rules, "Responsibility matrix".
 */
export const RESPONSIBILITY_CHANGE: WorkType<Gate, MatrixSubject> = {
  name: 'Responsibility change',
  description:
    'The next version of the responsibility matrix: approved by the matrix approver, never by one of its authors.',
  statuses: [
    { name: 'Draft', category: 'to do', assignTo: 'creator' },
    { name: 'Awaiting approval', category: 'in progress', assignTo: 'accountable', editors: [] },
    { name: 'Approved', category: 'in progress', editors: [] },
    { name: 'Rejected', category: 'done' },
    { name: 'Withdrawn', category: 'done' },
  ],
  initialStatus: 'Draft',
  transitions: [
    {
      name: 'Submit',
      from: 'Draft',
      to: 'Awaiting approval',
      means: 'submit',
      screenFields: ['effectiveDate'],
      who: 'creator',
      gates: [appFieldsIntact, matrixSound, routed],
    },
    {
      name: 'Approve',
      from: 'Awaiting approval',
      to: 'Approved',
      means: 'approve',
      screenFields: [],
      who: 'accountable',
      gates: [appFieldsIntact, routed, routeCurrent, baseCurrent, frozen],
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
      to: 'Draft',
      means: 'return',
      screenFields: [],
      who: 'accountable',
      gates: [],
    },
    {
      name: 'Withdraw',
      from: 'Draft',
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
  ],
  createFields: ['effectiveDate'],
  decidingFields: ['effectiveDate'],
  beneficiaryFields: [],
  quietFields: [],
  submits: { what: 'the draft of the matrix', where: 'Apps, Remit, Responsibility matrix' },
  responsibility: {
    by: 'role',
    matter: 'Approval of the responsibility matrix',
    role: ({ settings }) => settings.matrixApproverRole,
  },
  afterBypass: () => ({
    remedy: 'the matrix wasn’t changed. Its draft is open again, and needs another Responsibility change.',
  }),
};
