import { describe, expect, it } from '@jest/globals';
import { applyNextStep } from '../../../src/provisioning/application/apply-next-step';
import { setUpRefusalMessage } from '../../../src/provisioning/domain/set-up-refusal';
import { plus, toInstant } from '../../../src/domain/shared/instant';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { ADMINISTRATOR, runToEnd, ProvisioningBench } from './provisioning-bench';

const bench = () => new ProvisioningBench([CLOUD_ACCOUNT_REQUEST]);

/** Runs until it is done, waiting whenever someone else has the turn. @returns how often it had to wait */
async function runPatiently(one: ProvisioningBench, administrator: string): Promise<number> {
  let waits = 0;
  for (;;) {
    const result = await applyNextStep(one.deps, administrator);
    if (result.ok && result.value.done) return waits;
    if (!result.ok && result.refusal.code !== 'SET_UP_UNDER_WAY') throw new Error(result.refusal.code);
    if (!result.ok) waits += 1;
  }
}

describe('two administrators who set up at the same time', () => {
  it('leave what one would have left, and wait for each other', async () => {
    const alone = bench();
    await runToEnd(alone);
    const together = bench();
    const waits = await Promise.all(
      [ADMINISTRATOR, 'account-other'].map(person => runPatiently(together, person)),
    );
    expect(Math.max(...waits)).toBeGreaterThan(0);
    const [one, both] = [alone, together].map(({ jira: { state } }) => ({
      ...state,
      projects: state.projects.map(({ lead: _, ...project }) => project),
    }));
    expect(both).toEqual(one);
    expect(together.locks.size).toBe(0);
  });

  it('are told so, in words, and nothing is written meanwhile', async () => {
    const site = bench();
    const now = Date.parse(site.deps.clock.now());
    site.locks.add(`set-up-lock-${String(Math.floor(now / 30_000) + 1)}`);
    const result = await applyNextStep(site.deps, ADMINISTRATOR);
    expect(result).toEqual({ ok: false, refusal: { code: 'SET_UP_UNDER_WAY' } });
    expect(setUpRefusalMessage({ code: 'SET_UP_UNDER_WAY' })).toContain('someone else');
    expect(site.writes.done).toEqual([]);
    expect(site.locks.size).toBe(1);
  });

  it('meet although one begins just before a slot of time ends', async () => {
    const site = bench();
    const end = toInstant('2026-03-01T09:00:29.900Z');
    let now = end;
    Object.assign(site.deps, { clock: { now: () => now } });
    const began: boolean[] = [];
    const { migrate } = site.deps.database;
    Object.assign(site.deps.database, {
      async migrate() {
        await migrate();
        now = plus(end, 24_000);
        began.push((await applyNextStep(site.deps, 'account-other')).ok);
      },
    });
    await applyNextStep(site.deps, ADMINISTRATOR);
    expect(began).toEqual([false]);
  });

  it('wait for a minute at most when a call was killed', async () => {
    const site = bench();
    let now = toInstant('2026-03-01T09:00:00Z');
    Object.assign(site.deps, { clock: { now: () => now } });
    Object.assign(site.deps.locks, { release: () => Promise.reject(new Error('killed')) });
    expect(await applyNextStep(site.deps, ADMINISTRATOR)).toMatchObject({ ok: true });
    expect(await applyNextStep(site.deps, ADMINISTRATOR)).toMatchObject({ ok: false });
    now = plus(now, 60_000);
    expect(await applyNextStep(site.deps, ADMINISTRATOR)).toMatchObject({ ok: true });
  });
});

describe('evidence of what a refused call had changed already', () => {
  it('is written at once', async () => {
    const site = bench();
    await applyNextStep(site.deps, ADMINISTRATOR); // tables
    await applyNextStep(site.deps, ADMINISTRATOR); // starter content
    await applyNextStep(site.deps, ADMINISTRATOR); // fields of the app
    await applyNextStep(site.deps, ADMINISTRATOR); // work types
    const { site: jira } = site.deps;
    let made = 0;
    Object.assign(site.deps, {
      site: {
        ...jira,
        createStatus: (status: Parameters<typeof jira.createStatus>[0]) =>
          (made += 1) < 3 ? jira.createStatus(status) : Promise.reject(new Error('No more.')),
        reasonOf: () => 'No more.',
      },
    });
    const entries = site.entries.size;
    expect(await applyNextStep(site.deps, ADMINISTRATOR)).toMatchObject({
      refusal: { code: 'REFUSED_BY_JIRA' },
    });
    expect([...site.entries.values()].slice(entries)).toMatchObject([
      { facts: { step: 'statuses', outcome: 'interrupted', changes: { length: 3 } } },
    ]);
    expect((await site.deps.stateStore.read()).unrecorded).toBeUndefined();
  });

  it('is recorded by the next run where the ledger did not answer', async () => {
    const site = bench();
    for (let call = 0; call < 3; call += 1) await applyNextStep(site.deps, ADMINISTRATOR);
    const { recorder } = site.deps;
    Object.assign(site.deps, {
      recorder: { ...recorder, record: () => Promise.reject(new Error('The ledger is away.')) },
    });
    await expect(applyNextStep(site.deps, ADMINISTRATOR)).rejects.toThrow('The ledger is away.');
    expect((await site.deps.stateStore.read()).unrecorded).toMatchObject({ step: 'work-types' });
    Object.assign(site.deps, { recorder });
    await runToEnd(site);
    const kept = [...site.entries.values()].filter(
      ({ facts }) => (facts as { step: string }).step === 'work-types',
    );
    expect(kept).toMatchObject([
      { facts: { changes: ['Create the work type Cloud account request'], outcome: 'interrupted' } },
    ]);
  });
});
