import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personAt } from '../../../sandbox/scenario/site-client.ts';
import { startByCommand, type Started } from './started-by-command.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const EXAMPLE = ['--app', here('./app'), '--scenario', here('./scenario')];
const STARTS_WITHIN_MS = 120_000;

const data = mkdtempSync(join(tmpdir(), 'example-'));
const running: Started[] = [];

async function start(...args: string[]): Promise<Started> {
  const started = await startByCommand('--data', data, ...args);
  running.push(started);
  return started;
}

afterAll(async () => {
  await Promise.all(running.map(each => each.stop()));
  rmSync(data, { recursive: true, force: true });
});

describe('an app of ten lines in the sandbox', () => {
  let site: Started;
  const dev = () => personAt(site.url, 'dev@greeter.example');

  beforeAll(async () => {
    site = await start(...EXAMPLE);
  }, STARTS_WITHIN_MS);

  it('is set up as its own scenario says, and is named in the line that says so', () => {
    expect(site.lines).toEqual(['  Space TEAM made', `Greeter sandbox ready on ${site.url}`]);
  });

  it('acts on an event of Jira', async () => {
    const { status, body } = await dev().request('GET', '/rest/api/3/issue/TEAM-1?fields=summary,labels');
    expect([status, body]).toMatchObject([200, { fields: { summary: 'Say hello', labels: ['welcome'] } }]);
  });

  it('answers a page, in the name of the person who looks at it', async () => {
    expect(await dev().invoke('greet', {}, { issueKey: 'TEAM-1' })).toEqual({
      greeting: 'Hello Devin Dev, this is TEAM-1',
    });
  });

  it('has its calls recorded', async () => {
    const { body } = await dev().request('GET', '/sandbox/calls?since=0');
    expect(body).toMatchObject([
      { function: 'welcome', provider: 'app', method: 'PUT', path: '/rest/api/3/issue/TEAM-1', status: 204 },
      { function: 'greet', provider: 'user', method: 'GET', path: '/rest/api/3/myself', status: 200 },
    ]);
  });

  it('can be told of events late, and can run out of points', async () => {
    const command = async (path: string, body: object) => {
      const { status } = await dev().request('POST', `/sandbox/${path}`, body);
      expect(status).toBe(200);
    };
    const labels = async (key: string) =>
      (await dev().request('GET', `/rest/api/3/issue/${key}?fields=labels`)).body as object;
    await command('settings', { eventDelay: 'PT3M' });
    const fields = { project: { key: 'TEAM' }, issuetype: { name: 'Task' }, summary: 'Say it later' };
    const { body } = await dev().request('POST', '/rest/api/3/issue', { fields });
    const { key } = body as { key: string };
    await command('settle', { late: 'keep' });
    expect(await labels(key)).toMatchObject({ fields: { labels: [] } });
    await command('clock', { advance: 'PT3M' });
    await command('settle', { late: 'keep' });
    expect(await labels(key)).toMatchObject({ fields: { labels: ['welcome'] } });
    await command('settings', { eventDelay: 'PT0S', pointsPerHour: 0 });
    await expect(dev().invoke('greet', {}, { issueKey: key })).resolves.toEqual({
      greeting: `Hello undefined, this is ${key}`,
    });
    expect((await dev().request('GET', '/rest/api/3/myself')).status).toBe(200);
    await command('settings', { pointsPerHour: 65_000 });
  });

  it('is the only app there, and its people the only people', async () => {
    const { body } = await dev().request('GET', '/sandbox/accounts');
    expect((body as { email: string }[]).map(({ email }) => email)).toEqual([
      'lead@greeter.example',
      'dev@greeter.example',
    ]);
    const stranger = await personAt(site.url, 'admin@aurora.example').request('GET', '/rest/api/3/myself');
    expect(stranger.status).toBe(401);
  });

  it(
    'finds its state after a restart',
    async () => {
      await site.stop();
      site = await start(...EXAMPLE);
      expect(site.lines).toEqual([`Greeter sandbox ready on ${site.url}`]);
      expect((await dev().request('GET', '/rest/api/3/issue/TEAM-1')).status).toBe(200);
    },
    STARTS_WITHIN_MS,
  );

  it(
    'with --empty is installed on a site that has people and nothing else',
    async () => {
      await site.stop();
      site = await start(...EXAMPLE, '--fresh', '--empty');
      expect(await dev().request('GET', '/rest/api/3/project/search')).toMatchObject({ body: { total: 0 } });
    },
    STARTS_WITHIN_MS,
  );
});

describe('starting the sandbox', () => {
  it(
    'gives an app without a scenario an administrator and colleagues',
    async () => {
      const site = await start('--app', here('./app'), '--fresh');
      const { body } = await personAt(site.url, 'admin@sandbox.example').request(
        'GET',
        '/rest/api/3/mypermissions?permissions=ADMINISTER',
      );
      expect(body).toMatchObject({ permissions: { ADMINISTER: { havePermission: true } } });
      await site.stop();
    },
    STARTS_WITHIN_MS,
  );

  it(
    'says what is wrong with a scenario',
    async () => {
      await expect(start('--app', here('./app'), '--scenario', here('./app'))).rejects.toThrow(
        /The scenario .*app is refused: it has none of scenario.ts, scenario.mjs, scenario.js\.$/,
      );
    },
    STARTS_WITHIN_MS,
  );

  it(
    'without options runs the app of this repository',
    async () => {
      const site = await start('--fresh', '--empty');
      expect(site.lines).toEqual([`Remit sandbox ready on ${site.url}`]);
      await site.stop();
    },
    STARTS_WITHIN_MS,
  );
});
