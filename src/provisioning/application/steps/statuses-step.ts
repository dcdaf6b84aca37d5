import type { Status, WorkType } from '../../../domain/work-type/work-type';
import type { SiteStatus } from '../../domain/workflow/workflow';
import { isManaged, marked } from '../../domain/managed-mark';
import { findManaged, stateEntry, type StateEntry } from '../managed-resource';
import type { PlanEntry, ProvisioningStep, StepContext } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

/**
 * The statuses of the work types. A status of the same name that the site has already is shared with us, since
 * names are unique; nothing about it is changed. Neither is one of ours that other spaces have come to use.
 */
export function statusesStep(workTypes: readonly WorkType[]): ProvisioningStep {
  const wanted = statusesOf(workTypes);
  return {
    key: 'statuses',
    title: 'Statuses',
    specification: () => wanted,
    async plan(context) {
      const existing = await context.site.statuses();
      const plan: PlanEntry[] = [];
      for (const status of wanted) plan.push(...(await planStatus(context, status, existing)));
      return plan;
    },
  };
}

/** Every status once: work types share them by name. */
export function statusesOf(workTypes: readonly WorkType[]): Omit<SiteStatus, 'id'>[] {
  const byName = new Map<string, Status>();
  for (const status of workTypes.flatMap(({ statuses }) => statuses)) byName.set(status.name, status);
  return [...byName.values()].map(({ name, category }) => ({ name, category, description: marked('') }));
}

async function planStatus(
  context: StepContext,
  wanted: Omit<SiteStatus, 'id'>,
  existing: readonly SiteStatus[],
): Promise<PlanEntry[]> {
  const entry = stateEntry(context.state.statuses, wanted.name);
  const known = existing.find(({ id }) => id === entry.get());
  const shared = known ?? existing.find(({ name }) => name === wanted.name);
  if (shared && !isManaged(shared)) return share(wanted, shared, entry);
  const { found, plan } = findOwn(context, wanted, existing, entry);
  if (!found || plan.length === 0) return plan;
  const elsewhere = await spacesElsewhere(context, found.id);
  if (elsewhere > 0) return leftToItsUsers(wanted, found, elsewhere);
  // The name is the site's only one: what has it now has to give it up first.
  const taken = existing.some(({ id, name }) => name === wanted.name && id !== found.id);
  return taken ? [nameTaken(wanted.name)] : plan;
}

function findOwn(
  { site }: StepContext,
  wanted: Omit<SiteStatus, 'id'>,
  existing: readonly SiteStatus[],
  entry: StateEntry,
): { found: SiteStatus | undefined; plan: PlanEntry[] } {
  const create = () => site.createStatus(wanted);
  const restore = (id: string) => site.changeStatus({ ...wanted, id });
  const ours = existing.filter(isManaged);
  const { found, plan } = findManaged({ ...wanted, what: 'status', create, restore }, ours, entry);
  if (!found || plan.length > 0 || found.category === wanted.category) return { found, plan };
  const text = say`Move the status ${wanted.name} back to the category ${wanted.category}`;
  return { found, plan: [{ text, apply: () => restore(found.id) }] };
}

/** How many other spaces use a status. */
async function spacesElsewhere({ site, state }: StepContext, statusId: string): Promise<number> {
  const spaces = await site.projectsUsingStatus(statusId);
  return spaces.filter(id => id !== state.projectId).length;
}

function leftToItsUsers(
  wanted: Omit<SiteStatus, 'id'>,
  { name, category }: SiteStatus,
  spaces: number,
): PlanEntry[] {
  if (name === wanted.name && category === wanted.category) return [];
  const users = spaces === 1 ? 'Another space uses' : say`${String(spaces)} other spaces use`;
  const now = name === wanted.name ? say`is in the category ${category}` : say`is called ${name}`;
  const text = say`The status ${wanted.name} ${now} now. ${users} it too, so Remit leaves it unchanged and uses its id`;
  return [{ text, leftAsItIs: true }];
}

function nameTaken(name: string): PlanEntry {
  return {
    text: say`The name ${name} is taken by a status that Remit did not create`,
    blocker: { code: 'NAME_TAKEN', what: 'status', name },
  };
}

function share(
  wanted: Omit<SiteStatus, 'id'>,
  { id, name, category }: SiteStatus,
  entry: StateEntry,
): PlanEntry[] {
  if (category !== wanted.category) {
    const text = say`The status ${name} is in the category ${category}, and is needed in ${wanted.category}`;
    return [{ text, blocker: { code: 'STATUS_IN_OTHER_CATEGORY', name, category, needed: wanted.category } }];
  }
  entry.set(id);
  if (name === wanted.name) return [];
  const text = say`The status ${wanted.name} is called ${name} now. It is not Remit's own, so Remit leaves it unchanged and uses its id`;
  return [{ text, leftAsItIs: true }];
}
