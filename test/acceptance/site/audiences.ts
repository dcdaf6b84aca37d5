import { PEOPLE, type Person } from '../../support/sandbox-client.ts';

export type Audience = 'administrators' | 'administrators and auditors' | 'everybody';

export const MAY: Record<Audience, readonly Person[]> = {
  administrators: ['admin'],
  'administrators and auditors': ['admin', 'auditor'],
  everybody: PEOPLE,
};

const HOLDERS = { dataset: 'holders', csv: 'role,email,capacity,from,to\n', dryRun: true };
const TRANSFER = { fromAccountId: 'nobody', toAccountId: 'nobody', from: '2030-01-01', dryRun: true };
const APPOINTMENT = {
  role: 'nothing',
  accountId: 'nobody',
  capacity: 'deputy',
  from: '2030-01-01',
  to: null,
};
const SETTINGS = {
  accessDays: 365,
  privilegedAccessDays: 90,
  reviewCadenceDays: 365,
  matrixApproverRole: 'nothing',
};

/** Every function that pages call, with a payload that changes nothing; `route.explain` needs a work item besides. */
export const FUNCTIONS: [functionKey: string, audience: Audience, payload: unknown][] = [
  ['setup.status', 'administrators', {}],
  ['setup.plan', 'administrators', {}],
  ['setup.run', 'administrators', {}],
  ['register.import', 'administrators', HOLDERS],
  ['settings.get', 'administrators', {}],
  ['settings.set', 'administrators', SETTINGS],
  ['holders.appoint', 'administrators', APPOINTMENT],
  ['holders.transfer', 'administrators', TRANSFER],
  ['matrix.draft', 'administrators', {}],
  ['matrix.edit', 'administrators', { edit: 'remove row', revision: 0, id: 'none' }],
  ['matrix.submit', 'administrators', {}],
  ['register.export', 'administrators and auditors', { dataset: 'roles' }],
  ['evidence.list', 'administrators and auditors', {}],
  ['evidence.read', 'administrators and auditors', {}],
  ['account.list', 'administrators and auditors', {}],
  ['route.explain', 'everybody', undefined],
  ['rule.explain', 'everybody', { workType: 'Access request', from: 'Awaiting approval', to: 'Approved' }],
  ['matrix.view', 'everybody', {}],
  ['matrix.findings', 'everybody', {}],
  ['matrix.diff', 'everybody', { from: 1, to: 1 }],
  ['owner.find', 'everybody', { text: 'who owns cloud account provisioning on AWS?' }],
  ['holders.list', 'everybody', {}],
  ['work.mine', 'everybody', {}],
  ['bypass.list', 'everybody', {}],
  // It refuses for itself, by who may judge and what they had to do with it.
  ['bypass.acknowledge', 'everybody', { bypass: 'none', reason: 'It is none.' }],
];
