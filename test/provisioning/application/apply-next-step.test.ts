import { describe, expect, it } from '@jest/globals';
import { applyNextStep } from '../../../src/provisioning/application/apply-next-step';
import { planSetUp, readStatus } from '../../../src/provisioning/application/plan-set-up';
import { screenDesigns } from '../../../src/provisioning/domain/screen-design';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { FIELD_NAMES } from '../../../src/domain/work-type/fields';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import { ADMINISTRATOR, runToEnd, service, ProvisioningBench, wasInterrupted } from './provisioning-bench';

/** One undisturbed run: how many writes there are, and what the site is like afterwards. */
async function undisturbed(workTypes = WORK_TYPES) {
  const bench = new ProvisioningBench(workTypes);
  const calls = await runToEnd(bench);
  const writes = bench.writes.done.length;
  return { bench, calls, writes, outcome: bench.outcome(), changes: changesInEvidence(bench) };
}

const complete = await undisturbed();

describe('a run of set-up', () => {
  it('makes the whole space from an empty site, and says so', async () => {
    const { bench, calls } = await undisturbed();
    const { projects, workflows, screens, fields } = bench.jira.state;
    expect(projects.map(({ key, name, lead }) => ({ key, name, lead }))).toEqual([
      { key: 'GOV', name: 'Governance', lead: ADMINISTRATOR },
    ]);
    expect(workflows.map(({ name }) => name)).toEqual(WORK_TYPES.map(({ name }) => `Remit: ${name}`));
    expect(screens).toHaveLength(WORK_TYPES.flatMap(screenDesigns).length);
    expect(fields.filter(({ appField }) => !appField)).toHaveLength(FIELD_NAMES.length);
    expect(calls.at(-1)).toMatchObject({ done: true, remaining: 0 });
    expect(await readStatus(bench.deps)).toMatchObject({ ok: true, value: { complete: true } });
  });

  it('does at most twenty writes in a call, and says how many steps remain', async () => {
    const { calls } = await undisturbed();
    for (const { step } of calls) expect(step?.changes.length).toBeLessThanOrEqual(20);
    const screens = calls.filter(({ step }) => step?.key === 'screens: Cloud account request');
    expect(screens.length).toBeGreaterThan(1);
    const remaining = calls.map(call => call.remaining);
    expect(remaining).toEqual([...remaining].sort((a, b) => b - a));
  });

  it('stops after one write when the time of the invocation runs out', async () => {
    const bench = new ProvisioningBench();
    bench.remainingTime = 1_000;
    for (let call = 0; call < 3; call += 1) await applyNextStep(bench.deps, ADMINISTRATOR);
    const fourth = await applyNextStep(bench.deps, ADMINISTRATOR);
    const fifth = await applyNextStep(bench.deps, ADMINISTRATOR);
    const changes = [fourth, fifth].map(result => (result.ok ? result.value.step?.changes.length : 0));
    expect(changes).toEqual([1, 1]);
  });

  it('writes nothing at all when everything is there', async () => {
    const { bench } = await undisturbed();
    const before = bench.writes.done.length;
    const again = await applyNextStep(bench.deps, ADMINISTRATOR);
    expect(again).toEqual({ ok: true, value: { step: null, done: true, remaining: 0 } });
    expect(bench.writes.done.slice(before)).toEqual([]);
  });

  it('leaves one entry of evidence for each call that wrote, by the administrator', async () => {
    const { bench, calls } = await undisturbed();
    const wrote = calls.filter(({ step }) => (step?.changes.length ?? 0) > 0);
    const entries = [...bench.entries.values()];
    expect(entries.map(({ facts }) => (facts as { changes: string[] }).changes)).toEqual(
      wrote.map(({ step }) => step?.changes),
    );
    expect(new Set(entries.map(({ actor, kind, subject }) => `${String(actor)} ${kind} ${subject}`))).toEqual(
      new Set([`${ADMINISTRATOR} configuration-applied site`]),
    );
  });

  it('is refused to anyone who does not administer Jira, and then nothing is written', async () => {
    const bench = new ProvisioningBench();
    bench.isAdministrator = false;
    const refused = { ok: false, refusal: { code: 'NOT_AN_ADMINISTRATOR' } };
    expect(await applyNextStep(bench.deps, 'account-engineer')).toEqual(refused);
    expect(await planSetUp(bench.deps)).toEqual(refused);
    expect(await readStatus(bench.deps)).toEqual(refused);
    expect(bench.writes.done).toEqual([]);
  });
});

/** What any work type asks of the site; the others are the same again, and upgrades are cut too. */
const small = await undisturbed([CLOUD_ACCOUNT_REQUEST]);

describe('a run that is interrupted', () => {
  it.each(['none', 'taken'] as const)(
    'anywhere, its write having the effect "%s", is finished by the next: nothing twice, and evidence of every change',
    async effect => {
      for (let at = 1; at <= small.writes; at += 1) {
        const bench = new ProvisioningBench([CLOUD_ACCOUNT_REQUEST]);
        bench.writes.cutAt(at, effect);
        expect({ at, interrupted: await wasInterrupted(bench) }).toEqual({ at, interrupted: true });
        await runToEnd(bench);
        expect({ at, ...bench.outcome() }).toEqual({ at, ...small.outcome });
        expect({ at, changes: changesInEvidence(bench) }).toEqual({ at, changes: small.changes });
      }
    },
  );

  it('hands the same entry to the ledger again when only the answer was lost', async () => {
    const appends = small.bench.writes.done.flatMap((operation, index) =>
      operation === 'append evidence' ? [index + 1] : [],
    );
    for (const at of appends) {
      const bench = new ProvisioningBench([CLOUD_ACCOUNT_REQUEST]);
      bench.writes.cutAt(at, 'taken');
      await wasInterrupted(bench);
      await runToEnd(bench);
      // What Jira knows nothing of is done again, which is harmless, and evidence says so.
      const expected = small.bench.entries.size + (at === appends[1] ? 1 : 0);
      expect({ at, entries: bench.entries.size }).toEqual({ at, entries: expected });
    }
  });
});

describe('what set-up will not do by itself', () => {
  it('refuses a workflow that Jira does not accept, in the words of Jira', async () => {
    const bench = new ProvisioningBench();
    bench.jira.workflowProblems = ['The rule is unknown.'];
    await expect(runToEnd(bench)).rejects.toThrow('The rule is unknown.');
    expect(bench.jira.state.workflows).toEqual([]);
    bench.jira.workflowProblems = [];
    await runToEnd(bench);
    expect(bench.outcome()).toEqual(complete.outcome);
  });

  it('leaves a space alone that has its key and is not its own', async () => {
    const bench = new ProvisioningBench();
    const theirs = { id: '1', key: 'GOV', name: 'Government', description: '' };
    bench.jira.state.projects.push(theirs);
    await expect(runToEnd(bench)).rejects.toThrow('NAME_TAKEN');
    expect(bench.jira.state.projects).toEqual([theirs]);
  });

  it('leaves a work type alone that has its name and is not its own', async () => {
    const bench = new ProvisioningBench();
    const name = 'Cloud account request';
    bench.jira.state.workTypes.push({ id: '1', name, description: 'Ours' });
    await expect(runToEnd(bench)).rejects.toThrow('NAME_TAKEN');
    expect(bench.jira.state.workTypes).toEqual([{ id: '1', name, description: 'Ours' }]);
  });

  it('shares a status of the same name and category, and changes nothing about it', async () => {
    const bench = new ProvisioningBench();
    const theirs = { id: '7', name: 'Approved', description: 'By legal', category: 'in progress' as const };
    bench.jira.state.statuses.push({ ...theirs });
    await runToEnd(bench);
    expect(bench.jira.state.statuses.filter(({ name }) => name === 'Approved')).toEqual([theirs]);
    expect(bench.outcome().state.statuses['Approved']).toBe('7');
  });

  it('refuses a status of the same name in another category', async () => {
    const bench = new ProvisioningBench();
    bench.jira.state.statuses.push({ id: '7', name: 'Approved', description: '', category: 'done' });
    await expect(runToEnd(bench)).rejects.toThrow('STATUS_IN_OTHER_CATEGORY');
  });

  it('does not take a field of the same name for its own', async () => {
    const bench = new ProvisioningBench();
    const theirs = {
      id: 'customfield_1',
      name: 'Environment',
      description: 'Test or production',
      type: 'select' as const,
      appField: null,
      contexts: [],
    };
    bench.jira.state.fields.push(structuredClone(theirs));
    await runToEnd(bench);
    expect(bench.jira.state.fields.filter(({ name }) => name === 'Environment')).toHaveLength(2);
    expect(bench.jira.state.fields.find(({ id }) => id === theirs.id)).toEqual(theirs);
    expect(bench.outcome().state.fields.environment).not.toBe(theirs.id);
  });

  it('stops where a field that comes with the app is missing', async () => {
    const bench = new ProvisioningBench();
    bench.jira.state.fields.shift();
    await expect(runToEnd(bench)).rejects.toThrow('APP_FIELD_MISSING');
  });
});

describe('the services register', () => {
  it('keeps the options of Cloud service in step with it', async () => {
    const { bench } = await undisturbed();
    bench.services = [service('aws', 'AWS'), service('gcp', 'Google Cloud')];
    expect(await readStatus(bench.deps)).toMatchObject({ value: { complete: false } });
    const calls = await runToEnd(bench);
    expect(calls.flatMap(({ step }) => step?.changes)).toEqual([
      'Add the option Google Cloud to Cloud service',
      'Disable the option GitHub of Cloud service: the register has no such service',
    ]);
    const field = bench.jira.state.fields.find(({ name }) => name === 'Cloud service');
    expect(field?.contexts[0]?.options.map(({ value, disabled }) => [value, disabled])).toEqual([
      ['AWS', false],
      ['GitHub', true],
      ['Google Cloud', false],
    ]);
  });
});

function changesInEvidence(bench: ProvisioningBench): string[] {
  const changes = [...bench.entries.values()].flatMap(
    ({ facts }) => (facts as { changes: string[] }).changes,
  );
  return [...new Set(changes)].sort();
}
