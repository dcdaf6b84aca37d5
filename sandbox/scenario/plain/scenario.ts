import type { Scenario } from '../scenario.ts';

/** For an app that brings no scenario: an administrator, two colleagues, and nothing set up. */
export const scenario: Scenario = {
  accounts: [
    {
      accountId: '712020:0d3f6a51-7c84-4b19-9e02-5a1f8c7b2d41',
      displayName: 'Alex Morgan',
      email: 'admin@sandbox.example',
      hint: 'Jira administrator',
      groups: ['jira-administrators'],
    },
    {
      accountId: '712020:4b92c8e7-1f05-4d6a-8b3c-90e6d5a7f312',
      displayName: 'Sam Rivera',
      email: 'sam@sandbox.example',
    },
    {
      accountId: '712020:9a61e0d4-38b7-4c25-a7f1-6c2e4b8d0953',
      displayName: 'Kim Tanaka',
      email: 'kim@sandbox.example',
    },
  ],
};
