import { DOMAINS } from '../responsibility/domains';

/** Fields that people write. Source: the public contract, "Fields". */
export const PEOPLE_FIELDS = {
  cloudService: {
    name: 'Cloud service',
    type: 'select',
    options: 'services',
    description: 'The cloud service this ticket is about.',
  },
  responsibilityDomain: {
    name: 'Responsibility domain',
    type: 'select',
    options: DOMAINS,
    description: 'Choose one only if another domain than usual is responsible.',
  },
  accountOwner: {
    name: 'Account owner',
    type: 'user',
    description: 'The person responsible for the cloud account and its use.',
  },
  securityContact: {
    name: 'Security contact',
    type: 'user',
    description: 'The person to call when something happens in the account.',
  },
  billingOwner: {
    name: 'Billing owner',
    type: 'user',
    description: 'The person responsible for the costs of the account.',
  },
  environment: {
    name: 'Environment',
    type: 'select',
    options: ['Production', 'Staging', 'Development', 'Sandbox'],
    description: 'What the account is for.',
  },
  dataClassification: {
    name: 'Data classification',
    type: 'select',
    options: ['Public', 'Internal', 'Confidential', 'Restricted'],
    description: 'The most sensitive data that the account will hold.',
  },
  accountId: {
    name: 'Account ID',
    type: 'text',
    description: 'The identifier that the provider gave the account.',
  },
  beneficiary: {
    name: 'Beneficiary',
    type: 'user',
    description: 'The person who gets the access. They can’t approve it.',
  },
  entitlement: {
    name: 'Entitlement',
    type: 'text',
    description: 'What the access allows, as the service calls it: a role, group or permission set.',
  },
  privileged: {
    name: 'Privileged',
    type: 'select',
    options: ['Yes', 'No'],
    description:
      'Whether the access can change security, access rights or other people’s data. Empty means No.',
  },
  accessUntil: {
    name: 'Access until',
    type: 'date',
    description: 'The last day of the access (UTC). Access always ends.',
  },
  effectiveDate: {
    name: 'Effective date',
    type: 'date',
    description: 'The day (UTC) from which an approved change applies. If empty, it applies at once.',
  },
} as const satisfies Record<string, PeopleFieldSpecification>;

/** Read-only fields that only the app writes; `moduleKey` is the manifest's. */
export const APP_FIELDS = {
  accountable: { name: 'Accountable', type: 'user', moduleKey: 'accountable' },
  performer: { name: 'Performer', type: 'user', moduleKey: 'performer' },
  accountableRole: { name: 'Accountable role', type: 'text', moduleKey: 'accountable-role' },
  responsibility: { name: 'Responsibility', type: 'text', moduleKey: 'responsibility' },
  contentHash: { name: 'Content hash', type: 'text', moduleKey: 'content-hash' },
} as const;

/** `paragraph` holds a document in the Atlassian Document Format. */
export type FieldType = 'select' | 'user' | 'text' | 'paragraph' | 'date';

interface PeopleFieldSpecification {
  name: string;
  type: FieldType;
  /** The options of a select; `services`: kept in step with the services register. */
  options?: readonly string[] | 'services';
  description: string;
}

export type FieldName = keyof typeof PEOPLE_FIELDS;
export type AppFieldName = keyof typeof APP_FIELDS;

/** A value of a field that people write: text, the name of an option, or an account id; null when unset. */
export type FieldValue = string | null;
export type FieldValues = Readonly<Record<FieldName, FieldValue>>;

export const FIELD_NAMES = Object.keys(PEOPLE_FIELDS) as FieldName[];
export const APP_FIELD_NAMES = Object.keys(APP_FIELDS) as AppFieldName[];

/** The name of a field that holds an account. */
export type UserFieldName = {
  [Name in FieldName]: (typeof PEOPLE_FIELDS)[Name]['type'] extends 'user' ? Name : never;
}[FieldName];

/** Those that hold an account. */
export const USER_FIELDS = FIELD_NAMES.filter(name => PEOPLE_FIELDS[name].type === 'user');

const HOLD_ACCOUNTS: ReadonlySet<string> = new Set([
  ...USER_FIELDS,
  ...APP_FIELD_NAMES.filter(name => APP_FIELDS[name].type === 'user'),
]);

/** Whether a field holds an account, one of people's or of the app's. */
export function isUserField(name: string): boolean {
  return HOLD_ACCOUNTS.has(name);
}
