import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { forgeBundle } from '../../../sandbox/forge/forge-bundler.ts';
import { forgeLint } from '../../../sandbox/forge/lint.ts';
import {
  cleanUp,
  FIXTURE_APP,
  fixtureBundle,
  startFixture,
  temporaryFolder,
  type Fixture,
} from './fixture-host.ts';

afterAll(cleanUp);

/** What the app answers to everything that does not depend on the hour. */
async function answers({ invoke, host }: Fixture): Promise<unknown> {
  await host.settle();
  await invoke('migrate');
  await invoke('addNote', { id: 'a', rank: 1, total: 2, at: '2026-11-20 10:00:00.000' });
  const { jobId } = (await invoke('push', { body: { ask: 'retry', until: 0 } })) as { jobId: string };
  await host.settle();
  const transition = { from: { id: '1' }, to: { id: '2' }, modifiedFields: {} };
  return {
    echo: await invoke('echo', { a: [1] }),
    notes: await invoke('notesRanked', { rank: 1 }),
    values: await invoke('kvsRoundTrip'),
    person: await invoke('asUser'),
    job: await invoke('stats', { jobId }),
    verdict: await host.app.validate('gate', { issue: { key: 'GOV-1' }, configuration: {}, transition }),
    calls: host
      .calls(0)
      .map(({ type, method, path, status }) => `${type} ${method} ${path} ${String(status)}`),
  };
}

describe("our bundle and that of Forge's own bundler", () => {
  it('export the same handlers and answer alike', async () => {
    const forge = await forgeBundle(FIXTURE_APP, join(temporaryFolder(), 'forge'));
    const ours = await fixtureBundle();
    expect(readFileSync(forge, 'utf8')).not.toBe(readFileSync(ours, 'utf8'));
    const [one, other] = [await startFixture({ bundle: ours }), await startFixture({ bundle: forge })];
    expect(await answers(other)).toEqual(await answers(one));
  }, 120_000);
});

describe("Forge's linters", () => {
  it('have nothing against the fixture app', async () => {
    expect(await forgeLint(FIXTURE_APP)).toEqual([]);
  }, 60_000);

  it('name what is wrong with another', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'manifest.yml'), readFileSync(join(FIXTURE_APP, 'manifest.yml')));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src', 'index.ts'), 'export const resolver = () => 1;\n');
    const findings = await forgeLint(folder);
    const missing = findings.filter(({ message }) => message.startsWith('Cannot find exported function'));
    expect(missing.map(({ message }) => /"(\w+)"/.exec(message)?.[1])).toEqual([
      'validator',
      'onIssue',
      'onLifeCycle',
      'consume',
      'sweep',
    ]);
  }, 60_000);
});
