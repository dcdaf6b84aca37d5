import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadScenario } from '../../../sandbox/scenario/load-scenario.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
  folders.push(folder);
  writeFileSync(join(folder, 'scenario.mjs'), text);
  return folder;
}

const account = (more: object = {}) =>
  JSON.stringify({ accountId: 'one', displayName: 'One', email: 'one@example.com', ...more });

describe('a scenario', () => {
  it.each(['company', 'scenario/plain'])('of the sandbox itself is accepted: %s', async folder => {
    const { accounts } = await loadScenario(
      fileURLToPath(new URL(`../../../sandbox/${folder}`, import.meta.url)),
    );
    const administrators = accounts.filter(({ groups }) => groups?.includes('jira-administrators'));
    expect(administrators).toHaveLength(1);
  });

  it('needs accounts only', async () => {
    const folder = folderWith(`export const scenario = { accounts: [${account()}] };`);
    expect(await loadScenario(folder)).toEqual({
      accounts: [{ accountId: 'one', displayName: 'One', email: 'one@example.com' }],
    });
  });

  it.each(['null', 'empty', 'absent'])('may hide an address, which is then %s', async hiddenEmail => {
    const folder = folderWith(`export const scenario = { accounts: [${account({ hiddenEmail })}] };`);
    expect((await loadScenario(folder)).accounts).toMatchObject([{ hiddenEmail }]);
  });

  it('keeps what it sets up with', async () => {
    const folder = folderWith(
      `export const scenario = { accounts: [${account()}], setUp: async site => site.report('done') };`,
    );
    const lines: string[] = [];
    const { setUp } = await loadScenario(folder);
    await setUp?.({
      as: () => {
        throw new Error('no one acts here');
      },
      settle: () => Promise.resolve(),
      report: line => lines.push(line),
    });
    expect(lines).toEqual(['done']);
  });

  it.each([
    ['that is not there', 'export const other = 1;', 'scenario'],
    ['without accounts', 'export const scenario = { accounts: [] };', 'accounts'],
    ['with a misspelt set-up', `export const scenario = { accounts: [${account()}], setup() {} };`, 'setup'],
    [
      'with a set-up that is no function',
      `export const scenario = { accounts: [${account()}], setUp: 1 };`,
      'a function',
    ],
    [
      'with an address that is hidden in an unknown way',
      `export const scenario = { accounts: [${account({ hiddenEmail: 'blank' })}] };`,
      'hiddenEmail',
    ],
    [
      'with an account without a name',
      `export const scenario = { accounts: [${account({ displayName: '' })}] };`,
      'displayName',
    ],
    [
      'with an address that cannot sign in',
      `export const scenario = { accounts: [${account({ email: 'one' })}] };`,
      'an e-mail address',
    ],
    [
      'with one account twice',
      `export const scenario = { accounts: [${account()}, ${account({ email: 'two@example.com' })}] };`,
      'accountId one',
    ],
    [
      'with one address twice',
      `export const scenario = { accounts: [${account()}, ${account({ accountId: 'two', email: 'ONE@example.com' })}] };`,
      'email one@example.com',
    ],
  ])('%s is refused, and told why', async (_, text, why) => {
    await expect(loadScenario(folderWith(text))).rejects.toThrow(why);
  });

  it('that fails while it is loaded says so itself', async () => {
    await expect(loadScenario(folderWith("throw new Error('no network');"))).rejects.toThrow('no network');
  });
});
