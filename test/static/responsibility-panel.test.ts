import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { expectInOrder } from './page-assertions.ts';
import { startPreviewSession, type PreviewSession } from './preview/open.ts';
import type { ColorMode } from './preview/scenario.ts';
import { PANELS } from './preview/scenarios.ts';

let session: PreviewSession;
beforeAll(async () => {
  session = await startPreviewSession();
}, 120_000);
afterEach(() => session.closePages());
afterAll(() => session.end());

const text = (frame: Frame) => frame.locator('main').innerText();
const section = (frame: Frame, name: string | RegExp) => frame.getByRole('region', { name });

const LIKE_ANOTHER = ['not-ours', 'approver', 'bystander', 'outdated'];
const STATES = Object.keys(PANELS).filter(state => state !== 'routed-again');
const LOOKS: [ColorMode, number, string[]][] = [
  ['light', 1000, STATES],
  ['light', 375, STATES.filter(state => !LIKE_ANOTHER.includes(state))],
  ['dark', 1000, STATES.filter(state => !LIKE_ANOTHER.includes(state))],
  ['dark', 375, STATES],
];

describe.each(LOOKS)('the responsibility panel, %s, %i pixels wide', (colorMode, width, states) => {
  it.each(states)('is accessible and fits its frame: %s', async state => {
    const open = await session.open(state, { colorMode, width });
    await expectInOrder(open);
    const background = await open.frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe(colorMode === 'dark' ? 'rgb(31, 31, 33)' : 'rgb(255, 255, 255)');
  });
});

describe('the responsibility panel', () => {
  it('shows what is being loaded until the answer is there', async () => {
    const { frame } = await session.open('loading');
    expect(await frame.getByRole('status').first().textContent()).toBe('Loading who is responsible…');
  });

  it('gives the reason when the server refuses', async () => {
    const { frame } = await session.open('refused');
    expect(await text(frame)).toContain('There is no ticket GOV-12, or you can’t see it.');
  });

  it('says calmly that a ticket of another kind has no responsibility', async () => {
    const { frame } = await session.open('not-ours');
    expect(await text(frame)).toMatch(/No responsibility to show\s+GOV-12 has a work type that the/);
  });

  it('can be tried again when the server did not answer', async () => {
    const { frame } = await session.open('failed');
    expect(await text(frame)).toContain('The responsibility could not be loaded');
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('Complete 2 items before you submit this').waitFor();
  });

  it('tells what concerns the ticket before the matrix that it rests on', async () => {
    const { frame } = await session.open('approver');
    await frame.getByRole('heading', { name: 'What you can do now' }).waitFor();
    expect(await text(frame)).toMatch(
      /Who decides[^]*What you can do now[^]*Decisions so far[^]*Who can’t decide[^]*Shared responsibility for/,
    );
  });

  it('says first that a ticket bypassed its gates, and what to do, apart from the findings on the matrix', async () => {
    const { frame } = await session.open('past-its-gates');
    await frame.getByRole('heading', { name: 'This ticket bypassed approval' }).waitFor();
    expect(await text(frame)).toMatch(
      /Who decides[^]*This ticket bypassed approval[^]*Clara Cloudwell: use Rework[^]*What you can do now[^]*1 finding on these responsibilities/,
    );
    const other = await session.open('approver');
    expect(await text(other.frame)).not.toContain('around its gates');
  });

  it('answers at a glance who decides, in what role, why, and by which matrix', async () => {
    const { frame } = await session.open('requested');
    const words = await section(frame, 'Who decides').innerText();
    for (const expected of [
      'Clara Cloudwell',
      'Cloud Platform Owner',
      'is accountable for Cloud account provisioning on AWS in matrix v3.',
      'Carried out by Clara Cloudwell',
      'approved by Eva Lindqvist, in force since 1 Oct 2026',
    ]) {
      expect(words).toContain(expected);
    }
  });

  it('tells the engineer what to name before submitting, without codes', async () => {
    const { frame } = await session.open('requested');
    const now = section(frame, 'What you can do now');
    expect(await now.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^This account has no owner yet\. Name the person .* in Account owner\.$/),
      expect.stringMatching(
        /^This account has no security contact\. Name the person .* in Security contact\.$/,
      ),
    ]);
    expect(await now.getByText('You can also: Withdraw').isVisible()).toBe(true);
    expect(await now.innerText()).not.toContain('OWNER_NOT_NAMED');
  });

  it('tells the accountable person to go ahead', async () => {
    const { frame } = await session.open('approver');
    expect(await section(frame, 'What you can do now').innerText()).toMatch(
      /You can approve this\s+Use the status menu\.\s+You can also: Reject, Rework, Withdraw/,
    );
  });

  it('tells others why they may not, and folds away what is not for them', async () => {
    const { frame } = await session.open('bystander');
    const now = section(frame, 'What you can do now');
    expect(await now.innerText()).toContain('so you can’t decide it. Waiting for Clara Cloudwell.');
    const lack = now.getByText('Environment changed after the ticket was submitted');
    expect(await lack.isVisible()).toBe(false);
    await now.getByText('1 item to complete first').click();
    expect(await lack.isVisible()).toBe(true);
  });

  it('says once why no one can decide', async () => {
    const { frame } = await session.open('unrouted');
    const words = await text(frame);
    expect(words.match(/Ask a Jira administrator to appoint a holder/g)).toHaveLength(1);
    expect(words).toContain('Someone to decide it: see above.');
    expect(words).toContain('Vacant: no one holds it');
  });

  it('says that the ticket is being routed again', async () => {
    const { frame } = await session.open('stale');
    expect(await section(frame, 'Who decides').innerText()).toContain('The ticket is being routed again');
  });

  it('looks itself for the outcome of routing again', async () => {
    const { frame, callsOf } = await session.open('routed-again');
    await frame.getByText('The ticket is being routed again').waitFor({ state: 'detached' });
    expect(await section(frame, 'Who decides').innerText()).toContain('Clara Cloudwell');
    expect(await callsOf('route.explain')).toHaveLength(2);
  });

  it('says so when no matrix is in force and nothing was decided', async () => {
    const { frame } = await session.open('empty');
    const words = await text(frame);
    expect(words).toContain('No responsibility matrix is in force yet.');
    expect(words).toContain('Nothing has been decided yet.');
    expect(await section(frame, /can’t decide/).count()).toBe(0);
  });

  it('lists the decisions, newest first, refusals in words, and marks the approval', async () => {
    const { frame } = await session.open('provisioned');
    const decisions = section(frame, 'Decisions so far');
    const [newest, refused, approval] = await decisions.getByRole('listitem').allInnerTexts();
    expect(newest).toMatch(/^Provision allowed\s+19 Nov 2026, 14:41 · by Clara Cloudwell · matrix v3$/);
    expect(refused).toMatch(/^Provision refused\s+Because that account was already registered\./);
    expect(approval).toMatch(
      /^Approve allowed\s+Approval\s+18 Nov 2026, 10:30 · by Clara Cloudwell, Cloud Platform Owner/,
    );
    expect(await decisions.getByText('2 earlier').isVisible()).toBe(true);
  });

  it('names the people who may not decide, and why', async () => {
    const { frame } = await session.open('approver');
    const people = await section(frame, /can’t decide/)
      .getByRole('listitem')
      .allInnerTexts();
    expect(people.map(person => person.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringContaining('Erik Nyström Created and submitted it.'),
      expect.stringContaining('Sam Osei Was named as Account owner.'),
      expect.stringContaining('Lee Verne (inactive) Reported it.'),
    ]);
  });
});

describe('refreshing the responsibility panel', () => {
  it('asks again when the ticket changes, once for several changes at a time', async () => {
    const { frame, emit, callsOf } = await session.open('outdated');
    const change = { issueId: '10001', projectId: '10000', changes: [{ changeType: 'updated' }] };
    await emit('JIRA_ISSUE_CHANGED', change, 3);
    await frame.getByText('This may be out of date').waitFor();
    expect(await callsOf('route.explain')).toHaveLength(2);
  });

  it('keeps what it knew when there is no answer, and shows the new answer when there is one', async () => {
    const { frame } = await session.open('outdated');
    await frame.getByRole('button', { name: 'Refresh' }).click();
    await frame.getByText('This may be out of date').waitFor();
    expect(await text(frame)).toContain('Complete 2 items before you submit this');
    await frame.getByRole('button', { name: 'Refresh' }).click();
    await frame.getByText('You can approve this').waitFor();
    expect(await text(frame)).not.toContain('This may be out of date');
  });
});
