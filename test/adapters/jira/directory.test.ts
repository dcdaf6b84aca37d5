import { describe, expect, it } from '@jest/globals';
import { jiraDirectory } from '../../../src/adapters/jira/directory';
import { answerCalls } from '../../support/forge-invocation.ts';

/** What Jira finds by an address. */
function found(users: object[]): void {
  answerCalls(() => Promise.resolve({ status: 200, body: users }));
}

const priya = { accountId: 'priya', displayName: 'Priya Raman', active: true, accountType: 'atlassian' };
const another = { ...priya, accountId: 'another', displayName: 'Priya Rao' };
const find = () => jiraDirectory().find('priya@aurora.example');

describe('a person named by an address', () => {
  it.each([{}, { emailAddress: null }, { emailAddress: '' }])(
    'is no one, where the site hides it as %j, though Jira finds one or two: it finds by names, too',
    async hidden => {
      found([{ ...priya, ...hidden }]);
      expect(await find()).toBeUndefined();
      found([{ ...priya, displayName: 'priya@aurora.example', ...hidden }]);
      expect(await find()).toBeUndefined();
      found([
        { ...another, ...hidden },
        { ...priya, ...hidden },
      ]);
      expect(await find()).toBeUndefined();
    },
  );

  it('is no one whose address only begins like it, or whose name is that address', async () => {
    for (const emailAddress of [
      'priya@aurora.example.net',
      'priya@aurora.exampl',
      'x-priya@aurora.example',
    ]) {
      found([{ ...priya, displayName: 'priya@aurora.example', emailAddress }]);
      expect(await find()).toBeUndefined();
    }
  });

  it('is whose address it is, and no one with another one', async () => {
    found([another, { ...priya, emailAddress: 'Priya@Aurora.example' }]);
    expect(await find()).toMatchObject({ accountId: 'priya' });
    found([{ ...another, emailAddress: 'rao@aurora.example' }]);
    expect(await find()).toBeUndefined();
  });
});
