import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { openSandbox, switchAccount } from '../support/sandbox/open-sandbox.ts';
import type { Running } from '../support/sandbox/running-sandbox.ts';
import { TestSandbox, type Answer, type TestSandboxOptions } from '../support/sandbox-client.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { setUp } from '../acceptance/site/set-up.ts';

/** Two companies of the same people, and one worker that runs the functions of the app for both. */
export interface TwoSites {
  aurora: TestSandbox;
  /** Whose site gives other ids to what set-up makes, and where the IAM Lead's and the platform owner's roles are swapped. */
  borealis: TestSandbox;
  stop(): Promise<void>;
}

const HOLDERS = join(resolve(import.meta.dirname, '..', '..'), 'sandbox', 'company', 'holders.csv');

export async function openTwoSites(): Promise<TwoSites> {
  const first: { sandbox?: Sandbox } = {};
  const aurora = await TestSandbox.start({
    begin: async options => running((first.sandbox = await openSandbox(options, { workers: 1 }))),
  });
  const { sandbox } = first;
  if (!sandbox) throw new Error('The first site is not up.');
  const begin: TestSandboxOptions['begin'] = async options =>
    running(await openSandbox(options, { workers: 1, beside: { sandbox, site: 'borealis' } }));
  const borealis = await TestSandbox.start({ empty: true, begin });
  await useUpIds(borealis);
  await setUp(borealis);
  await appoint(await Governance.of(borealis));
  return {
    aurora,
    borealis,
    stop: async () => {
      await borealis.stop();
      await aurora.stop();
    },
  };
}

function running(sandbox: Sandbox): Running {
  return {
    url: sandbox.url,
    setActive: (accountId, active) => {
      switchAccount(sandbox, accountId, active);
      return Promise.resolve();
    },
    end: () => sandbox.stop(),
  };
}

/** What a site has before set-up begins takes ids, so that no id means the same on both. */
async function useUpIds(sandbox: TestSandbox): Promise<void> {
  const admin = sandbox.as('admin');
  const text = 'com.atlassian.jira.plugin.system.customfieldtypes:';
  for (let number = 1; number <= 40; number += 1) {
    const name = `Of their own ${String(number)}`;
    const made = [
      await admin.post('/rest/api/3/field', {
        name,
        type: `${text}textfield`,
        searcherKey: `${text}textsearcher`,
      }),
      await admin.post('/rest/api/3/issuetype', { name }),
      await admin.post('/rest/api/3/statuses', {
        scope: { type: 'GLOBAL' },
        statuses: [{ name, statusCategory: 'IN_PROGRESS' }],
      }),
    ];
    for (const one of made) accepted(one);
  }
  const { body } = await admin.get('/rest/api/3/myself');
  const { accountId: leadAccountId } = z.object({ accountId: z.string() }).parse(body);
  const project = { key: 'OWN', name: 'Their own', projectTypeKey: 'business', leadAccountId };
  accepted(await admin.post('/rest/api/3/project', project));
  const fields = { project: { key: 'OWN' }, issuetype: { name: 'Task' }, summary: 'Of their own' };
  accepted(await admin.post('/rest/api/3/issue', { fields }));
}

function accepted({ status, body }: Answer): void {
  if (status >= 300) throw new Error(`Jira answered ${String(status)}: ${JSON.stringify(body)}`);
}

/** Aurora's holders, where `cloud` and `iam` have each other's role. */
async function appoint(site: Governance): Promise<void> {
  const [, ...lines] = readFileSync(HOLDERS, 'utf8').trim().split('\n');
  const swapped: Readonly<Record<string, string>> = { 'cloud@': 'iam@', 'iam@': 'cloud@' };
  await site.appoint(...lines.map(line => line.replace(/(cloud|iam)@/, found => swapped[found] ?? found)));
}
