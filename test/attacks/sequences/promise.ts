/** What Remit promises, held against what happened by Jira's own records. */
import type { Evidence } from '../../acceptance/site/governance.ts';
import { complete } from './honest.ts';
import { isThere, type Chronicle, type Step } from './chronicle.ts';
import type { Stage } from './stage.ts';

/** One promise that was not kept, in words that name the ticket. */
export type Broken = string;

const CARRIED_OUT = new Set(['Provisioned', 'Granted']);
const DECIDED = new Set(['Approved', ...CARRIED_OUT]);

/** Everything that is not as it was promised: after the next sweep, and once all access that was granted has ended. */
export async function brokenPromises(stage: Stage): Promise<Broken[]> {
  const broken: Broken[] = [];
  await sweptAfter(stage, 'PT1H');
  for (const ticket of stage.chronicler.tickets) broken.push(...(await notFound(stage, ticket)));
  broken.push(...(await ofEveryone(stage)));
  await sweptAfter(stage, 'P40D');
  for (const ticket of stage.chronicler.tickets) broken.push(...(await notAskedBack(stage, ticket)));
  return broken;
}

async function sweptAfter(stage: Stage, time: string): Promise<void> {
  await stage.sandbox.advance(time);
  await stage.sweep();
  stage.chronicler.lookAround();
  stage.chronicler.sweptNow();
}

async function notFound(stage: Stage, ticket: Chronicle): Promise<Broken[]> {
  // What left the space before any sweep saw it there is out of sight: no one can tell that it was ever ours.
  const improper = improperSteps(ticket).filter(({ step }) => ticket.steps.indexOf(step) < ticket.swept);
  const lost = isLost(ticket);
  if (improper.length === 0 && !lost) return [];
  const evidence = await evidenceOf(stage, ticket);
  const broken = improper
    .filter(({ step }) => !isFound(evidence, step))
    .map(({ step, because }) => `${ticket.key} went to ${step.to} by ${step.by ?? 'an import'}, ${because}`);
  if (lost && !evidence.some(({ kind }) => kind === 'ticket-out-of-reach'))
    broken.push(`${ticket.key} left in ${ticket.stoodIn}`);
  if (improper.some(({ step }) => step.to === 'Provisioned'))
    broken.push(...(await inRegisterAllTheSame(stage, ticket, evidence)));
  return broken.map(what => `${what}, and nothing says so`);
}

async function notAskedBack(stage: Stage, ticket: Chronicle): Promise<Broken[]> {
  if (!isDue(stage, ticket)) return [];
  const evidence = await evidenceOf(stage, ticket);
  if (evidence.some(({ kind }) => kind === 'revocation-due')) return [];
  return [`${ticket.key} was granted until ${ticket.look.lastDay ?? ''}, and is not asked back`];
}

function evidenceOf(stage: Stage, ticket: Chronicle): Promise<Evidence[]> {
  return stage.site('Access request').evidence(`ticket:${ticket.id}`);
}

interface Improper {
  step: Step;
  because: string;
}

/** The steps into a decided status that no proper decision leads to. */
function improperSteps({ steps }: Chronicle): Improper[] {
  const improper: Improper[] = [];
  let submitted: Step | undefined;
  let approved: Step | undefined;
  for (const step of steps) {
    if (step.to === 'Requested') submitted = approved = undefined;
    if (step.to === 'Awaiting approval') {
      submitted = step.from === 'Requested' ? step : undefined;
      approved = undefined;
    }
    if (!DECIDED.has(step.to)) continue;
    const because = CARRIED_OUT.has(step.to)
      ? whyNotCarriedOut(step, approved)
      : whyNotApproved(step, submitted);
    if (step.to === 'Approved') approved = because === undefined ? step : undefined;
    if (because !== undefined) improper.push({ step, because });
  }
  return improper;
}

function whyNotApproved(step: Step, submitted: Step | undefined): string | undefined {
  if (!submitted || step.from !== 'Awaiting approval') return 'never submitted';
  if (step.look.content !== submitted.look.content) return 'on what was not submitted';
  return step.by === step.decider ? undefined : `and not by ${step.decider ?? 'anyone: no one could decide'}`;
}

function whyNotCarriedOut(step: Step, approved: Step | undefined): string | undefined {
  if (!approved || step.from !== 'Approved') return 'never properly approved';
  return step.look.content === approved.look.content ? undefined : 'on what was not approved';
}

function isFound(evidence: readonly Evidence[], step: Step): boolean {
  return evidence.some(
    ({ kind, at }) => kind === 'gate-bypassed' && Date.parse(at) >= Date.parse(step.at) - 1_000,
  );
}

/** An account is registered by its ticket only if the gate of Provision let it pass. */
async function inRegisterAllTheSame(
  stage: Stage,
  ticket: Chronicle,
  evidence: readonly Evidence[],
): Promise<Broken[]> {
  const permitted = evidence.some(
    ({ kind, facts }) =>
      kind === 'gate-decided' && facts['transition'] === 'Provision' && facts['verdict'] === 'allow',
  );
  const accounts = await stage.site('Access request').registeredAccounts();
  return !permitted && accounts.some(account => account.ticket === ticket.key)
    ? [`${ticket.key} was never permitted to be provisioned, and its account is registered`]
    : [];
}

/** Whether it was taken out of sight while something rested on it. */
function isLost(ticket: Chronicle): boolean {
  return !isThere(ticket) && DECIDED.has(ticket.sweptIn) && DECIDED.has(ticket.stoodIn);
}

function isDue(stage: Stage, ticket: Chronicle): boolean {
  const today = stage.sandbox.inside.clock.iso().slice(0, 10);
  const { status, lastDay } = ticket.look;
  return isThere(ticket) && status === 'Granted' && lastDay !== undefined && lastDay < today;
}

/** Whatever was done, an honest ticket is still routed to who is accountable, and no one decides by their own doing. */
async function ofEveryone(stage: Stage): Promise<Broken[]> {
  const { offices } = stage;
  const broken: Broken[] = [];
  if (offices.actsForAny('admin'))
    broken.push('the administrator has come to decide by what administrators did');
  if (!offices.isActive('engineer')) return broken;
  const site = stage.site('Access request');
  const decider = offices.decider('iam-lead', new Set(['engineer', 'engineer2']));
  const values = await complete(site, 'Access request', { on: 'GitHub', for: 'engineer2' });
  const { accountable } = await (await site.raise(values, 'engineer')).now();
  if (accountable !== (decider === null ? null : site.accountId(decider)))
    broken.push(`a new ticket is with ${String(accountable)}, and not with ${decider ?? 'no one'}`);
  return broken;
}
