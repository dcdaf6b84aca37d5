/** What honest people put in, and whose turn it is. */
import { z } from 'zod';
import { COMPLETE, type Governance, type Values } from '../../acceptance/site/governance.ts';
import type { Person } from '../../support/sandbox-client.ts';
import type { Edit, ServiceName, WorkTypeName } from './acts.ts';
import type { Stage, Ticket } from './stage.ts';

/** What carrying out is called, and where it leads. */
const CARRIED_OUT: Readonly<Record<string, { transition: string; status: string }>> = {
  'Cloud account request': { transition: 'Provision', status: 'Provisioned' },
  'Access request': { transition: 'Grant', status: 'Granted' },
};

/** What leads on, by status, and who is asked to: the field that names them, or whoever created it. */
const TURNS: Readonly<
  Record<string, { transition: string; whose: 'creator' | 'Accountable' | 'Performer' }>
> = {
  Requested: { transition: 'Submit', whose: 'creator' },
  'Awaiting approval': { transition: 'Approve', whose: 'Accountable' },
  Approved: { transition: 'Carry out', whose: 'Performer' },
  Granted: { transition: 'Revoke', whose: 'Performer' },
};

/** The name of a transition in a work type; undefined where it has none such. */
export function nameOf(transition: string, workType: string): string | undefined {
  if (transition === 'Carry out') return CARRIED_OUT[workType]?.transition;
  return transition === 'Revoke' && workType !== 'Access request' ? undefined : transition;
}

/** The name of a status in a work type. */
export function statusOf(status: string, workType: string): string {
  return status === 'Carried out' ? (CARRIED_OUT[workType]?.status ?? status) : status;
}

/** The transition that leaves a status. */
export function leaving(status: string): string {
  return TURNS[status]?.transition ?? 'Revoke';
}

/** Everything that Submit asks for. */
export async function complete(
  site: Governance,
  workType: WorkTypeName,
  { on, for: whom }: { on: ServiceName; for: Person },
): Promise<Values> {
  if (workType === 'Cloud account request')
    return { ...COMPLETE, 'Cloud service': on, 'Account owner': whom };
  return {
    'Cloud service': on,
    Beneficiary: whom,
    Entitlement: 'maintain on the repository shop',
    'Access until': await site.day(30),
  };
}

/** An edit as values by field. */
export async function valuesOf(site: Governance, edit: Edit): Promise<Values> {
  if ('person' in edit) return { [edit.field]: edit.person };
  if ('service' in edit) return { [edit.field]: edit.service };
  if ('inDays' in edit) return { [edit.field]: await site.day(edit.inDays) };
  return { [edit.field]: edit.text };
}

/** What carrying out asks for on its screen. */
export function carriedOutWith(stage: Stage, transition: string): Values {
  return transition === 'Provision' ? { 'Account ID': stage.nextAccountId() } : {};
}

const account = z.object({ accountId: z.string() }).nullish();

/** The next transition of an honest life, by the person whose turn Jira says it is, if it says so. */
export async function goOn(stage: Stage, { request, site, chronicle: { look } }: Ticket): Promise<void> {
  const turn = TURNS[look.status];
  const name = turn && nameOf(turn.transition, look.workType);
  if (!turn || name === undefined) return;
  const { body } = await stage.sandbox.as('auditor').get(request.path());
  const fields = z.object({ fields: z.record(z.string(), z.unknown()) }).safeParse(body).data?.fields ?? {};
  const whose = turn.whose === 'creator' ? 'creator' : site.fieldId(turn.whose);
  const person = stage.personOf(account.parse(fields[whose])?.accountId);
  if (person) await request.moveAtOnce(person, name, carriedOutWith(stage, name));
}
