import { cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadManifest } from '../../../sandbox/forge/manifest.ts';
import { FIXTURE_APP, fixtureBundle, cleanUp, startFixture, temporaryFolder } from './fixture-host.ts';

// Forge's validator takes seconds to get ready, and then a moment for each manifest.
beforeAll(() => loadManifest(appWith(text => `${text}# To get ready.\n`)), 120_000);
afterAll(cleanUp);

const manifest = readFileSync(join(FIXTURE_APP, 'manifest.yml'), 'utf8');

/** A copy of the fixture app with another manifest. */
function appWith(change: (text: string) => string): string {
  const folder = join(temporaryFolder(), 'app');
  mkdirSync(folder);
  cpSync(FIXTURE_APP, folder, { recursive: true });
  symlinkSync(join(dirname(fileURLToPath(import.meta.resolve('zod'))), '..'), join(folder, 'node_modules'));
  const changed = change(manifest);
  if (changed === manifest) throw new Error('the change changes nothing');
  writeFileSync(join(folder, 'manifest.yml'), changed);
  return folder;
}

describe('the manifest', () => {
  it('is read with its modules, pages, fields, rules and scopes', async () => {
    const { host } = await startFixture();
    expect(host.uiModules).toEqual([
      {
        type: 'jira:issuePanel',
        key: 'panel',
        title: 'Fixture panel',
        folder: join(FIXTURE_APP, 'static'),
        entry: 'panel.html',
      },
    ]);
    expect(host.contentPermissions).toEqual({ styles: ['unsafe-inline'] });
    expect(host.app).toMatchObject({ appId: '0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1', name: 'Fixture' });
    expect(host.app.modules).toEqual({
      issuePanels: [{ key: 'panel' }],
      customFields: [
        { key: 'accountable', name: 'Accountable', description: 'Who decides', type: 'user', readOnly: true },
      ],
      workflowConditions: [{ key: 'who', name: 'Who', expression: 'user != null' }],
      workflowValidators: [
        { key: 'gate', name: 'Gate' },
        {
          key: 'expression-gate',
          name: 'Expression gate',
          expression: "issue.summary != ''",
          errorMessage: 'Give it a summary.',
        },
      ],
    });
    await host.stop();
  });

  it.each<[string, (text: string) => string, string]>([
    ['an unknown interval', text => text.replace('interval: hour', 'interval: minute'), 'interval'],
    ['a function that is not there', text => text.replace('function: sweep', 'function: swept'), 'swept'],
    ['a resource that is not there', text => text.replace('path: static', 'path: nowhere'), 'nowhere'],
    ['no runtime', text => text.replace('    name: nodejs24.x', '    name: sandbox'), 'runtime'],
    [
      'time of its own for a function that a page uses',
      text => text.replace('handler: index.resolver', 'handler: index.resolver\n      timeoutSeconds: 20'),
      'jira:issuePanel panel',
    ],
    [
      'much time for a function that a trigger uses too',
      text => text.replace('function: on-issue', 'function: consume'),
      'timeoutSeconds is 120, and trigger issue-trigger',
    ],
    [
      'more time than there is',
      text => text.replace('timeoutSeconds: 120', 'timeoutSeconds: 901'),
      'timeoutSeconds',
    ],
    [
      'a module that the sandbox does not run',
      text =>
        text.replace(
          '  scheduledTrigger:',
          '  webtrigger:\n    - key: hook\n      function: sweep\n  scheduledTrigger:',
        ),
      'webtrigger',
    ],
    [
      'a page of UI Kit',
      text => text.replace('      resource: ui/panel\n', '      resource: ui/panel\n      render: native\n'),
      'UI Kit',
    ],
    [
      'an address outside',
      text =>
        text.replace(
          '  content:\n',
          '  external:\n    fetch:\n      backend:\n        - address: example.com\n  content:\n',
        ),
      'external permissions',
    ],
    ['a remote', text => `${text}remotes:\n  - key: backend\n    baseUrl: https://example.com\n`, 'remotes'],
    [
      'a trigger filter that the sandbox does not evaluate',
      text => text.replace('        ignoreSelf: true', "        expression: event.issue.key == 'A'"),
      'expression',
    ],
  ])('with %s is refused, and says what is wrong', async (_, change, named) => {
    await expect(loadManifest(appWith(change))).rejects.toMatchObject({
      name: 'ManifestRefused',
      message: expect.stringContaining(named) as unknown,
    });
  });

  it('may let a queue and a trigger share a function that takes no longer than a trigger may', async () => {
    const appFolder = appWith(text =>
      text
        .replace('function: on-issue', 'function: consume')
        .replace('timeoutSeconds: 120', 'timeoutSeconds: 25'),
    );
    await expect(loadManifest(appFolder)).resolves.toMatchObject({ folder: appFolder });
  });

  it('that was found valid is refused once a file that it names is gone, and each time again', async () => {
    const appFolder = appWith(text => `${text}# Found valid.\n`);
    await expect(loadManifest(appFolder)).resolves.toMatchObject({ folder: appFolder });
    await expect(loadManifest(appFolder)).resolves.toMatchObject({ folder: appFolder });
    renameSync(join(appFolder, 'static'), join(appFolder, 'gone'));
    for (const _ of ['once', 'again'])
      await expect(loadManifest(appFolder)).rejects.toMatchObject({ name: 'ManifestRefused' });
  }, 30_000);

  it('that cannot be read is refused', async () => {
    const appFolder = appWith(text => text.replace('modules:', 'modules: ['));
    await expect(loadManifest(appFolder)).rejects.toMatchObject({ name: 'ManifestRefused' });
  });

  it('that names a handler which the bundle does not export keeps the host from starting', async () => {
    const appFolder = appWith(text => text.replace('handler: index.sweep', 'handler: index.sweeper'));
    writeFileSync(
      join(appFolder, 'src', 'index.ts'),
      "export const sweeper = 1;\nexport * from './modules';\nexport * from './resolver';\n",
    );
    await expect(startFixture({ appFolder, bundle: await fixtureBundle() })).rejects.toThrow(
      'does not export index.sweeper',
    );
  });

  it('without the scope or the module keeps the app from its storage, and says what is missing', async () => {
    const appFolder = appWith(text =>
      text.replace('    - storage:app\n', '').replace(/ {2}sql:\n.*\n.*\n/, ''),
    );
    const { host, invoke } = await startFixture({ appFolder });
    expect(await invoke('kvsSet', { key: 'k', bytes: 1 })).toBe('FORBIDDEN');
    expect(await invoke('sql', { query: 'SELECT 1', params: [] })).toMatchObject({
      message: 'The manifest lacks a sql module.',
    });
    await host.stop();
  });
});
