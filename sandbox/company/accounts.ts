/** A person of Aurora, the sample company, as the local Jira knows them. Their password is `sandbox`. */
export interface SampleAccount {
  /** The part of the address before the `@`; short name in scripts and tests. */
  key: string;
  accountId: string;
  displayName: string;
  email: string;
  active: boolean;
  groups: readonly string[];
  /** What they do at Aurora; shown beside the name where one signs in. */
  hint: string;
}

/** Groups that exist at Aurora, in Jira's own names where it has one. */
export const SAMPLE_GROUPS = ['staff', 'jira-administrators', 'auditors'] as const;

export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  {
    ...person('admin', '712020:6f1d0c3e-94b7-4d52-a8e1-0b7c5d2f9a41', 'Mats Ekholm'),
    hint: 'Jira administrator',
    groups: ['staff', 'jira-administrators'],
  },
  {
    ...person('ceo', '712020:2a9e5b70-13cd-4f68-b0a4-8e6d1c7f3b52', 'Ada Lindqvist'),
    hint: 'Chief executive, Executive Owner',
  },
  { ...person('ciso', '712020:c84f7d16-5ea2-4093-9b3d-7f20a1e6d853', 'Tomás Herrera'), hint: 'CISO' },
  {
    ...person('cloud', '712020:91b3e8a4-f07d-4c26-8d5e-3a6b9c0f1e64', 'Priya Raman'),
    hint: 'Cloud Platform Owner',
  },
  { ...person('iam', '712020:3d70c5f2-a8b6-4e19-97c4-e1f5082bda75', 'Jonas Weber'), hint: 'IAM Lead' },
  {
    ...person('secops', '712020:e52a96bd-70f3-4b8c-a61d-c9048e7d3f86', 'Noor El-Sayed'),
    hint: 'Security Operations Lead',
  },
  {
    ...person('app', '712020:0e6b4f81-d2c9-4a75-8f3b-5d917ac2e097', 'Chloé Martin'),
    hint: 'Application Owner',
  },
  { ...person('engineer', '712020:7c18d3a5-4bf0-4e92-b67a-f0e2d9538ca8', 'Ravi Patel'), hint: 'Engineer' },
  {
    ...person('engineer2', '712020:b4a05e97-6d3c-4f81-9e20-2c7f8b1d64b9', 'Hanna Virtanen'),
    hint: 'Engineer',
  },
  {
    ...person('auditor', '712020:58f2c7d0-e91a-4b36-a4d8-96b3e05f7cca', 'Beatrice Okafor'),
    hint: 'Internal auditor',
    groups: ['staff', 'auditors'],
  },
  {
    ...person('leaver', '712020:d963a1f4-08be-4c57-b12f-4e8d7a60c5db', 'Oskar Nyman'),
    hint: 'Left the company',
    active: false,
  },
];

function person(key: string, accountId: string, displayName: string) {
  return { key, accountId, displayName, email: `${key}@aurora.example`, active: true, groups: ['staff'] };
}
