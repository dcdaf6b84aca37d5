/** Does what acts say, as far as Jira and the app let it. */
import { z } from 'zod';
import { importIssue } from '../../../sandbox/jira/issues/import-issue.ts';
import { changeWorkflow, changing } from '../../acceptance/site/workflow.ts';
import { ADDED, addingAWay, switchedOff, withoutConditions, withoutGates } from '../site/administrator.ts';
import { moveTo } from '../site/bulk.ts';
import { idOf } from '../site/elsewhere.ts';
import type { Act } from './acts.ts';
import { carriedOutWith, complete, goOn, leaving, nameOf, statusOf, valuesOf } from './honest.ts';
import { switchTo, writeAsAnotherApp } from './past-http.ts';
import type { Stage } from './stage.ts';

type Doing = { [Name in Act['does']]: (stage: Stage, act: Extract<Act, { does: Name }>) => Promise<void> };

const created = z.object({ id: z.string() });

const LOOSENED = { gates: withoutGates, conditions: withoutConditions, 'switched off': switchedOff };

const PAST = [
  { from: 'Requested', to: 'Awaiting approval', by: 'engineer' },
  { from: 'Awaiting approval', to: 'Approved', by: 'cloud' },
] as const;

/** Does it, and what follows of it, and writes down what became of it. What is refused is not done. */
export async function perform(stage: Stage, act: Act): Promise<void> {
  await (DOING[act.does] as (stage: Stage, act: Act) => Promise<void>)(stage, act);
  await stage.sandbox.settle();
  stage.chronicler.lookAround();
}

const DOING: Doing = {
  raise: async (stage, { workType, by, on, for: whom }) => {
    const site = stage.site(workType);
    const { status, body } = await site.create(await complete(site, workType, { on, for: whom }), by);
    if (status === 201) stage.chronicler.begin(created.parse(body).id, 'created');
  },
  edit: async (stage, { ticket, by, edit }) => {
    const found = stage.ticket(ticket);
    await found?.request.editAtOnce(by, await valuesOf(found.site, edit));
  },
  move: async (stage, { ticket, by, transition, edit }) => {
    const found = stage.ticket(ticket);
    if (!found) return;
    const name = nameOf(transition, found.chronicle.look.workType);
    if (name === undefined) return;
    const values = edit === undefined ? {} : await valuesOf(found.site, edit);
    await found.request.moveAtOnce(by, name, { ...carriedOutWith(stage, name), ...values });
  },
  'go on': async (stage, { ticket }) => {
    const found = stage.ticket(ticket);
    if (found) await goOn(stage, found);
  },
  'loosen and use': async (stage, { ticket, by, how }) => {
    const found = stage.ticket(ticket);
    if (!found) return;
    const { workType, status } = found.chronicle.look;
    const name = nameOf(leaving(status), workType);
    if (name === undefined) return;
    await changeWorkflow(found.site, changing(name, LOOSENED[how]), `Remit: ${workType}`);
    await found.request.moveAtOnce(by, name, carriedOutWith(stage, name));
  },
  'go around': async (stage, { ticket, by, like }) => {
    const found = stage.ticket(ticket);
    if (!found) return;
    const { workType } = found.chronicle.look;
    const name = nameOf(like, workType);
    if (name === undefined) return;
    const around = addingAWay(name, null);
    await changeWorkflow(
      found.site,
      transitions => around(transitions.filter(({ id }) => id !== ADDED)),
      `Remit: ${workType}`,
    );
    await stage.sandbox.as(by).post(found.request.path('/transitions'), { transition: { id: ADDED } });
  },
  'wave through': async (stage, { ticket, by }) => {
    const found = stage.ticket(ticket);
    if (found)
      await stage.sandbox.as(by).post(found.request.path('/transitions'), { transition: { id: ADDED } });
  },
  import: async (stage, { workType, status, by, withPast }) => {
    const site = stage.site(workType);
    const at = stage.sandbox.inside.clock.iso();
    const past = withPast
      ? PAST.map(({ by: who, ...step }) => ({ ...step, at, by: site.accountId(who) }))
      : [];
    const { id } = importIssue(stage.sandbox.inside.jira.context, {
      project: 'GOV',
      workType,
      status: statusOf(status, workType),
      creator: site.accountId(by),
      fields: {
        summary: 'Brought along',
        ...site.asFields(await complete(site, workType, { on: 'AWS', for: 'engineer2' })),
      },
      history: past,
    });
    stage.chronicler.begin(id, 'imported');
  },
  'write as another app': async (stage, { ticket, edit }) => {
    const found = stage.ticket(ticket);
    if (!found) return;
    const fields = found.site.asFields(await valuesOf(found.site, edit));
    await writeAsAnotherApp(stage, found, fields);
  },
  delete: async (stage, { ticket }) => {
    const found = stage.ticket(ticket);
    if (found) await stage.sandbox.as('admin').delete(found.request.path());
  },
  'move away': async (stage, { ticket }) => {
    const found = stage.ticket(ticket);
    if (!found) return;
    const { workType, status } = found.chronicle.look;
    const place = { project: 'ELSE', issueTypeId: idOf(stage.places.types, workType) };
    const id = idOf(stage.places.statuses, status);
    await moveTo(found.site, 'admin', place, [found.request], { [id]: id });
  },
  appoint: async (stage, { role, whom, as }) => {
    const site = stage.site('Access request');
    const payload = { role, accountId: site.accountId(whom), capacity: as, from: await site.day(), to: null };
    const { ok } = await stage.sandbox.as('admin').invoke('holders.appoint', payload);
    if (ok) stage.offices.appoint(role, whom, as);
  },
  transfer: async (stage, { from, to }) => {
    const site = stage.site('Access request');
    const [fromAccountId, toAccountId] = [from, to].map(person => site.accountId(person));
    const payload = { fromAccountId, toAccountId, from: await site.day(), dryRun: false };
    const { ok } = await stage.sandbox.as('admin').invoke('holders.transfer', payload);
    if (ok) stage.offices.transfer(from, to);
  },
  'choose the matrix approver role': async (stage, { role }) => {
    const settings = await stage.sandbox.as('admin').invoke('settings.get');
    if (!settings.ok) return;
    const asked = { ...z.looseObject({}).parse(settings.data), matrixApproverRole: role };
    const { ok } = await stage.sandbox.as('admin').invoke('settings.set', asked);
    if (ok) stage.offices.chooseApproverRole(role);
  },
  'switch off': async (stage, { whom }) => switchTo(stage, whom, false),
  'switch on': async (stage, { whom }) => switchTo(stage, whom, true),
  wait: (stage, { time }) => stage.sandbox.advance(time),
  'lose events': stage => {
    stage.loseEvents();
    return Promise.resolve();
  },
  sweep: async stage => {
    stage.chronicler.lookAround();
    await stage.sweep();
    stage.chronicler.sweptNow();
  },
};
