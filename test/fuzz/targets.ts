import fc from 'fast-check';
import type { z } from 'zod';
import { SAMPLE_ACCOUNTS } from '../../sandbox/company/accounts.ts';
import { acceptedBy } from './from-schema.ts';
import { fuzzedFile, type FuzzedFile } from './csv-files.ts';
import { mustNotWrite, readGateAnswer, readReply, type FuzzReply } from './invariants.ts';
import { nastyText, spoiled, wild } from './nasty.ts';
import type { FuzzedSite } from './site.ts';

/** One kind of input: which it is, and what one case of it does. `run` rejects with what does not hold. */
export interface Target<T = unknown> {
  name: string;
  cases: fc.Arbitrary<T>;
  /** Cases that are written down: these and no others. */
  examples?: T[];
  run(input: T): Promise<void>;
}

/** Who calls a function: the people of the company, and one who has left. */
const CALLERS = SAMPLE_ACCOUNTS.map(({ accountId }) => accountId);
const PAGES = ['remit-page', 'set-up-page', 'responsibility-panel'];
/** Source: Forge, "Invocation limits": what is larger never reaches the app. */
const REQUEST_BYTES = 500 * 1024;
/** Every so many cases go the way that a browser's do. */
const OVER_HTTP = 8;

interface Ask {
  payload: unknown;
  caller: string;
  moduleKey: string;
  issueKey: string | undefined;
}

/** A function of the resolver, asked with what its schema takes, with that spoiled, and with anything. */
export function resolverTarget(site: FuzzedSite, functionKey: string, request: z.ZodType): Target<Ask> {
  const accepted = acceptedBy(request, site.known.texts);
  const payload = fc.oneof(
    { weight: 4, arbitrary: accepted },
    { weight: 3, arbitrary: spoiled(accepted) },
    { weight: 2, arbitrary: wild },
  );
  const caller = fc.oneof(fc.constant(CALLERS[0] ?? ''), fc.constantFrom(...CALLERS));
  const issueKey = fc.option(fc.oneof(fc.constantFrom(...site.known.issueKeys), nastyText), {
    nil: undefined,
  });
  const cases = fc.record({ payload, caller, moduleKey: fc.constantFrom(...PAGES), issueKey });
  let count = 0;
  const run = async (ask: Ask): Promise<void> => {
    count += 1;
    await askOnce(site, functionKey, ask, count % OVER_HTTP === 0);
  };
  return { name: functionKey, cases, run };
}

/** An import of each register: a bad file is refused with its bad lines, and a dry run writes nothing. */
export function fileTarget(site: FuzzedSite): Target<FuzzedFile> {
  let count = 0;
  return {
    name: 'CSV of each register',
    cases: fuzzedFile,
    run: async ({ dataset, csv, dryRun, wrongLines }) => {
      count += 1;
      const ask = { ...AS_ADMINISTRATOR, payload: { dataset, csv, dryRun } };
      const reply = await askOnce(site, 'register.import', ask, count % OVER_HTTP === 0);
      if (reply === undefined) return;
      if (!reply.ok && reply.code === 'BAD_FILE') mustNameLines(reply.errors ?? [], csv, wrongLines);
      if (wrongLines && (reply.ok || reply.code !== 'BAD_FILE'))
        throw new Error(
          `Wrong in lines ${wrongLines.join()}, and answered ${JSON.stringify(reply).slice(0, 300)}`,
        );
    },
  };
}

export const AS_ADMINISTRATOR: Omit<Ask, 'payload'> = {
  caller: CALLERS[0] ?? '',
  moduleKey: 'set-up-page',
  issueKey: undefined,
};

/** Asks, and checks what holds of every answer. Undefined where the platform itself refused. */
export async function askOnce(
  site: FuzzedSite,
  functionKey: string,
  ask: Ask,
  overHttp: boolean,
): Promise<FuzzReply | undefined> {
  site.errorsLogged();
  const before = site.lastCall();
  const answer = await (overHttp ? askOverHttp(site, functionKey, ask) : askDirectly(site, functionKey, ask));
  if (answer === REFUSED_BY_PLATFORM) return undefined;
  const reply = readReply(answer, ask);
  if (!reply.ok || isDryRun(ask.payload)) mustNotWrite(site.callsSince(before));
  if (reply.ok) await site.sandbox.host.settle();
  endCase(site);
  return reply;
}

const REFUSED_BY_PLATFORM = Symbol('refused by the platform');

async function askDirectly(site: FuzzedSite, functionKey: string, ask: Ask): Promise<unknown> {
  const { payload, caller, moduleKey, issueKey } = ask;
  const extension = {
    type: 'jira:globalPage',
    ...(issueKey === undefined ? {} : { issue: { key: issueKey } }),
  };
  if (isTooLarge(payload)) return REFUSED_BY_PLATFORM;
  return site.sandbox.host.invokeResolver({ functionKey, payload, accountId: caller, moduleKey, extension });
}

async function askOverHttp(site: FuzzedSite, functionKey: string, ask: Ask): Promise<unknown> {
  const { payload, caller, moduleKey } = ask;
  const person = SAMPLE_ACCOUNTS.find(account => account.accountId === caller && account.active);
  const path = `/sandbox/invoke/${functionKey}`;
  const { status, body } = await site.request(person?.key ?? 'engineer', 'POST', path, {
    payload,
    context: { moduleKey },
  });
  if (status === 200) return body;
  if (isTooLarge(payload) && !JSON.stringify(body).includes('at ')) return REFUSED_BY_PLATFORM;
  // A panel stands on a work item; without one there is no panel to call.
  if (status === 404 && moduleKey === 'responsibility-panel') return REFUSED_BY_PLATFORM;
  throw new Error(`HTTP ${status}: ${JSON.stringify(body).slice(0, 300)}`);
}

function isDryRun(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'dryRun' in payload && payload.dryRun === true;
}

function isTooLarge(payload: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(payload ?? null)) > REQUEST_BYTES;
}

function mustNameLines(
  errors: readonly { line: number }[],
  csv: string,
  wrong: readonly number[] = [],
): void {
  const named = new Set(errors.map(({ line }) => line));
  if (named.size === 0) throw new Error('A bad file, and no line is named.');
  const lines = csv.split(/\r\n|\r|\n/).length;
  const beyond = [...named].find(line => line > lines);
  if (beyond !== undefined) throw new Error(`Line ${beyond} is named of a file of ${lines}.`);
  if (wrong.length > 0 && wrong.join() !== [...named].join())
    throw new Error(`Wrong in lines ${wrong.join()}, and named are ${[...named].join()}.`);
}

/** What a gate is asked: about real work items and others, with every kind of value for every kind of field. */
export function gateTarget(site: FuzzedSite): Target {
  const { issueKeys, fieldIds, statusIds } = site.known;
  const account = fc.constantFrom(...CALLERS);
  const value = fc.oneof(
    account.map(accountId => ({ accountId })),
    fc
      .oneof(nastyText, fc.constantFrom('AWS', 'Production', 'Yes', 'Internal'))
      .map(text => ({ value: text })),
    fc.constantFrom(null, '2026-12-01', '2026-02-30', 12, [], {}),
    nastyText,
    wild,
  );
  const fields = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...fieldIds), nastyText), value), {
    maxLength: 4,
  });
  const status = fc.record({
    id: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...statusIds) }, nastyText),
  });
  const accepted = fc.record({
    issue: fc.record({ key: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...issueKeys) }, nastyText) }),
    configuration: fc.oneof(fc.constant({}), wild),
    transition: fc.record(
      { from: status, to: status, modifiedFields: fields.map(entries => Object.fromEntries(entries)) },
      { requiredKeys: ['from', 'to'], noNullPrototype: true },
    ),
  });
  const cases = fc.oneof(
    { weight: 5, arbitrary: accepted },
    { weight: 2, arbitrary: spoiled(accepted) },
    wild,
  );
  return {
    name: 'gate',
    cases,
    run: asked => gateOnce(site, asked),
  };
}

/** Asks a gate, and checks that it answers. */
export async function gateOnce(site: FuzzedSite, asked: unknown): Promise<void> {
  site.errorsLogged();
  readGateAnswer(await site.sandbox.host.app.validate('gate', asked as never), asked);
  endCase(site);
}

/** Events of work items, as Jira sends them and as it does not. */
export function eventTarget(site: FuzzedSite, eventType: string): Target {
  const { issueIds, issueKeys } = site.known;
  const id = fc.oneof(fc.constantFrom<unknown>(...issueIds, 999_999, '999999'), nastyText);
  const project = fc.oneof(fc.constantFrom<unknown>({ id: '10000' }, { id: 10_000 }, { id: '1' }), wild);
  const accepted = fc.record({
    eventType: fc.constant(eventType),
    atlassianId: fc.constantFrom(...CALLERS),
    issue: fc.record({
      id,
      key: fc.constantFrom(...issueKeys),
      fields: fc.oneof(fc.record({ project, summary: nastyText }), wild),
    }),
    changelog: wild,
  });
  const cases = fc.oneof({ weight: 4, arbitrary: accepted }, { weight: 3, arbitrary: spoiled(accepted) });
  return { name: eventType, cases, run: event => deliverOnce(site, 'trigger', 'ticket-changed', event) };
}

/** The consumers of the manifest. */
export const LANES = ['routing', 'upkeep'];

/** What comes out of a queue. */
export function jobTarget(site: FuzzedSite): Target {
  const ticket = fc.oneof(
    fc.constantFrom(...site.known.issueIds, ...site.known.issueKeys, '999999'),
    nastyText,
  );
  const accepted = fc.oneof(
    ticket.map(of => ({ kind: 'reconcile ticket', ticket: of })),
    nastyText.map(cursor => ({ kind: 'sweep', cursor })),
    fc.constant({ kind: 'sweep' }),
    fc.constant({ kind: 'check accounts' }),
  );
  const body = fc.oneof(
    { weight: 3, arbitrary: accepted },
    { weight: 2, arbitrary: spoiled(accepted) },
    wild,
  );
  const cases = fc.record({
    body,
    queueName: fc.constantFrom(...LANES),
    jobId: nastyText,
    eventId: nastyText,
  });
  const run = (event: { queueName: string }) => deliverOnce(site, 'consumer', event.queueName, event);
  return { name: 'jobs of the queues', cases, run };
}

/** The hourly sweep, after all of that. */
export function sweepTarget(site: FuzzedSite): Target {
  const run = async (): Promise<void> => {
    await site.run('sweep');
    endCase(site);
  };
  return { name: 'sweep', cases: fc.constant(null), run };
}

/** Hands an event to a function of the app, once. */
export async function deliverOnce(
  site: FuzzedSite,
  kind: 'trigger' | 'consumer',
  module: string,
  event: unknown,
): Promise<void> {
  site.errorsLogged();
  const answer = await site.sandbox.host.deliver(kind, module, event as Record<string, unknown>);
  await site.sandbox.host.settle();
  if (answer !== undefined && answer !== null)
    throw new Error(`It asks for the same again, which will never be any better: ${JSON.stringify(answer)}`);
  endCase(site);
}

/** What says by name that it could not be read has not failed. */
const NOT_UNDERSTOOD = /was passed over|does not understand, and refused/;

/** The app may not have failed, here or in a job that followed. */
function endCase(site: FuzzedSite): void {
  site.tick();
  const [failed] = site
    .errorsLogged()
    .filter(({ level, text }) => level === 'error' && !NOT_UNDERSTOOD.test(text));
  if (failed) throw new Error(`${failed.function} logged: ${failed.text.slice(0, 1_500)}`);
}
