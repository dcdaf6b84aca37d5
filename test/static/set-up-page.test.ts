import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { expectInOrder } from './page-assertions.ts';
import { startPreviewSession, type PreviewSession } from './preview/open.ts';
import type { ColorMode } from './preview/scenario.ts';
import { SET_UPS } from './preview/scenarios.ts';

let session: PreviewSession;
beforeAll(async () => {
  session = await startPreviewSession();
}, 120_000);
afterEach(() => session.closePages());
afterAll(() => session.end());

const text = (frame: Frame) => frame.locator('main').innerText();
const steps = (frame: Frame) => frame.getByRole('region', { name: 'Set-up' }).locator('ol > li');

const LOOKS: [ColorMode, number][] = [
  ['light', 1000],
  ['dark', 375],
];

describe.each(LOOKS)('the set-up page, %s, %i pixels wide', (colorMode, width) => {
  it.each(Object.keys(SET_UPS))('is accessible and fits its frame: %s', async scenario => {
    await expectInOrder(await session.open(scenario, { colorMode, width }));
  });
});

describe('the set-up page', () => {
  it('gives the reason to someone who is no administrator, and nothing to press', async () => {
    const { frame } = await session.open('set-up-refused');
    expect(await text(frame)).toContain('Only Jira administrators can set up Remit.');
    expect(await frame.getByRole('button').count()).toBe(0);
  });

  it('can be tried again when the server did not answer', async () => {
    const { frame } = await session.open('set-up-failed');
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('button', { name: 'Set up Remit' }).waitFor();
  });

  it('can be tried again when the server failed: no one refused anything', async () => {
    const { frame } = await session.open('set-up-fault');
    await frame.getByText('The set-up could not be loaded').waitFor();
    expect(await text(frame)).not.toContain('You can’t set up Remit');
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('button', { name: 'Set up Remit' }).waitFor();
  });

  it('tells on opening what the hourly check has found, until it is repaired', async () => {
    const open = await session.open('set-up-found');
    const { frame } = open;
    await frame.getByRole('heading', { name: 'Configuration was changed since Remit was set up' }).waitFor();
    expect(await text(frame)).toContain('2 Mar 2026, 08:41');
    expect(await text(frame)).toContain('Restore the workflow Remit: Cloud account request');
    expect(await text(frame)).not.toContain('Remit is set up');
    expect(await steps(frame).filter({ visible: true }).allInnerTexts()).toEqual([
      expect.stringMatching(/^Statuses\s+Changed since$/),
      expect.stringMatching(/^Workflow\s+Changed since$/),
    ]);
    await frame.getByText('The other 4 steps are done').waitFor();
    await expectInOrder(open);
    await frame.getByRole('button', { name: 'Repair' }).click();
    await frame.getByText('All 6 steps are done').waitFor();
    expect(await text(frame)).not.toContain('Something was changed');
    expect(await text(frame)).not.toContain('Next: import');
  });

  it('does not take for being in order what Remit was kept from reading', async () => {
    const { frame } = await session.open('set-up-kept-from-reading');
    await frame.getByText('Let Remit read its workflows').waitFor();
    expect(await text(frame)).not.toContain('Remit is set up');
    expect(await frame.getByRole('button', { name: 'Repair' }).count()).toBe(0);
  });

  it('lists, on demand, what a run would change, and changes nothing', async () => {
    const open = await session.open('set-up-new');
    const { frame, callsOf } = open;
    await frame.getByRole('button', { name: 'Preview changes' }).click();
    await frame.getByText('Set-up will make 12 changes.').waitFor();
    expect(await steps(frame).nth(1).innerText()).toMatch(
      /Statuses\s+Create Statuses\s+Remember its id\s+To do/,
    );
    expect(await callsOf('setup.run')).toHaveLength(0);
    await expectInOrder(open);
  });

  it('shows how far a run is, and at which step', async () => {
    const open = await session.open('set-up-running');
    const { frame } = open;
    await frame.getByRole('button', { name: 'Set up Remit' }).click();
    await frame.getByText('2 of 6 steps done').waitFor();
    expect(Number(await frame.getByRole('progressbar').getAttribute('aria-valuenow'))).toBeCloseTo(1 / 3);
    expect(await steps(frame).nth(2).innerText()).toMatch(/^Fields\s+Working$/);
    expect(await frame.getByRole('button', { name: 'Preview changes' }).isDisabled()).toBe(true);
    await expectInOrder(open);
  });

  it('runs step by step until everything is done', async () => {
    const open = await session.open('set-up-new');
    const { frame, callsOf } = open;
    await frame.getByRole('button', { name: 'Set up Remit' }).click();
    await frame.getByText('Remit is set up').waitFor();
    expect(await text(frame)).toContain('Next: import the role holders below');
    expect(await callsOf('setup.run')).toHaveLength(6);
    expect(await steps(frame).first().isVisible()).toBe(false);
    await frame.getByText('All 6 steps are done').click();
    const stepByStep = await steps(frame).allInnerTexts();
    expect(stepByStep).toHaveLength(6);
    for (const step of stepByStep) expect(step).toMatch(/Done$/);
    expect(await frame.getByRole('button', { name: 'Set up Remit' }).count()).toBe(0);
    await expectInOrder(open);
  });

  it('stops at a refusal with its reason, and continues from there', async () => {
    const open = await session.open('set-up-stops');
    const { frame, callsOf } = open;
    await frame.getByRole('button', { name: 'Set up Remit' }).click();
    await frame.getByText('Jira did not let Remit create the fields').waitFor();
    expect(await steps(frame).nth(1).innerText()).toMatch(/Done$/);
    expect(await steps(frame).nth(2).innerText()).toMatch(/Stopped$/);
    await expectInOrder(open);
    await frame.getByRole('button', { name: 'Continue' }).click();
    await frame.getByText('Remit is set up').waitFor();
    expect(await callsOf('setup.run')).toHaveLength(7);
  });

  it('says when someone else sets up, and goes on when they have ended', async () => {
    const { frame } = await session.open('set-up-under-way');
    await frame.getByRole('button', { name: 'Set up Remit' }).click();
    await frame
      .getByText('Set-up is locked because it is running in another window or for someone else.')
      .waitFor();
    await frame.getByRole('button', { name: 'Continue' }).click();
    await frame.getByText('Remit is set up').waitFor();
  });

  it('names what was changed since, what it would put back, and what it leaves to be judged', async () => {
    const open = await session.open('configuration-drifted');
    const { frame } = open;
    await frame.getByRole('button', { name: 'Preview changes' }).click();
    await frame
      .getByText(
        'Set-up will make 2 changes. This preview changed nothing. 2 items are left unchanged for you to check: see below.',
      )
      .waitFor();
    expect(await steps(frame).nth(1).innerText()).toMatch(
      /Workflow\s+Restore the workflow [^\n]+[^\n]+\s+The transition Approve [^\n]+\s+The workflow [^\n]+\s+Changed since/,
    );
    expect(await frame.getByRole('img', { name: 'Left as it is:' }).count()).toBe(2);
    await expectInOrder(open);
    await frame.getByRole('button', { name: 'Repair' }).click();
    await frame.getByText('Remit is set up').waitFor();
    await frame.getByRole('button', { name: 'Preview changes' }).click();
    await frame.getByText('no changes needed. 2 items are left unchanged').waitFor();
  });

  it('names who holds a role and lacks permissions, narrow and dark too', async () => {
    const open = await session.open('set-up-people-lacking', { colorMode: 'dark', width: 375 });
    const { frame } = open;
    await frame.getByText('People without the permissions their role needs').waitFor();
    expect(await frame.getByRole('listitem').filter({ hasText: 'Priya Raman' }).innerText()).toBe(
      'Priya Raman, Cloud Platform Owner: Transition Issues',
    );
    await expectInOrder(open);
  });

  it('checks a finished set-up against Jira', async () => {
    const { frame } = await session.open('set-up-complete');
    await frame.getByText('All 6 steps are done').waitFor();
    await frame.getByRole('button', { name: 'Preview changes' }).click();
    await frame.getByText('Checked against Jira: no changes needed.').waitFor();
  });
});
