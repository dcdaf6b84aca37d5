import type { Audience } from '../../../src/contract/audience.ts';
import {
  FUNCTIONS,
  isFunctionName,
  type FunctionName,
  type PayloadOf,
} from '../../../src/contract/functions.ts';
import { PEOPLE, type Person } from '../../support/sandbox-client.ts';

/** Who is who in the sample company. */
export const MAY: Record<Audience, readonly Person[]> = {
  administrator: ['admin'],
  'administrator or auditor': ['admin', 'auditor'],
  'space reader': PEOPLE,
  reader: PEOPLE,
};

const HOLDERS = { dataset: 'holders' as const, csv: 'role,email,capacity,from,to\n', dryRun: true };
const TRANSFER = { fromAccountId: 'nobody', toAccountId: 'nobody', from: '2030-01-01', dryRun: true };
const APPOINTMENT = {
  role: 'nothing',
  accountId: 'nobody',
  capacity: 'deputy' as const,
  from: '2030-01-01',
  to: null,
};
const SETTINGS = {
  accessDays: 365,
  privilegedAccessDays: 90,
  reviewCadenceDays: 365,
  matrixApproverRole: 'nothing',
};

/** Payloads that change nothing. */
const PAYLOADS: { [Name in FunctionName]: PayloadOf<Name> } = {
  'setup.status': {},
  'setup.plan': {},
  'setup.run': {},
  'register.import': HOLDERS,
  'settings.get': {},
  'settings.set': SETTINGS,
  'holders.appoint': APPOINTMENT,
  'holders.transfer': TRANSFER,
  'matrix.draft': {},
  'matrix.edit': { edit: 'remove row', revision: 0, id: 'none' },
  'matrix.submit': {},
  'register.export': { dataset: 'roles' },
  'evidence.list': {},
  'evidence.read': {},
  'account.list': {},
  'route.explain': {},
  'rule.explain': { workType: 'Access request', from: 'Awaiting approval', to: 'Approved' },
  'matrix.view': {},
  'matrix.findings': {},
  'matrix.diff': { from: 1, to: 1 },
  'owner.find': { text: 'who owns cloud account provisioning on AWS?' },
  'holders.list': {},
  'work.mine': {},
  'bypass.list': {},
  // It refuses for itself, by who may judge and what they had to do with it.
  'bypass.acknowledge': { bypass: 'none', reason: 'It is none.' },
};

/** A payload that changes nothing. @param ticket - the key of the ticket that a function is asked about */
export function harmlessPayload(name: FunctionName, ticket: string): Record<string, unknown> {
  return name === 'route.explain' ? { issueKey: ticket } : PAYLOADS[name];
}

export const FUNCTION_NAMES = Object.keys(FUNCTIONS).filter(isFunctionName);

/** Every function that pages call, with its audience. */
export const AUDIENCES = FUNCTION_NAMES.map(name => [name, FUNCTIONS[name].audience] as const);
