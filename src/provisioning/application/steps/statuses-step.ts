import type { Status, WorkType } from '../../../domain/work-type/work-type';
import type { SiteStatus } from '../../ports/jira-site';
import { isOurs, marked } from '../../domain/mark';
import { findThing, note, type Note } from '../managed-resource';
import type { Finding, SetUpStep, World } from '../set-up-step';

/**
 * The statuses of the work types. A status of the same name that the site has already is shared with us, since
 * names are unique; nothing about it is changed. Neither is one of ours that other spaces have come to use.
 */
export function statusesStep(workTypes: readonly WorkType[]): SetUpStep {
  const wanted = statusesOf(workTypes);
  return {
    key: 'statuses',
    title: 'Statuses',
    specification: () => wanted,
    async inspect(world) {
      const existing = await world.site.statuses();
      const findings: Finding[] = [];
      for (const status of wanted) findings.push(...(await inspectStatus(world, status, existing)));
      return findings;
    },
  };
}

/** Every status once: work types share them by name. */
export function statusesOf(workTypes: readonly WorkType[]): Omit<SiteStatus, 'id'>[] {
  const byName = new Map<string, Status>();
  for (const status of workTypes.flatMap(({ statuses }) => statuses)) byName.set(status.name, status);
  return [...byName.values()].map(({ name, category }) => ({ name, category, description: marked('') }));
}

async function inspectStatus(
  world: World,
  wanted: Omit<SiteStatus, 'id'>,
  existing: readonly SiteStatus[],
): Promise<Finding[]> {
  const place = note(world.memory.statuses, wanted.name);
  const known = existing.find(({ id }) => id === place.get());
  const shared = known ?? existing.find(({ name }) => name === wanted.name);
  if (shared && !isOurs(shared)) return share(wanted, shared, place);
  const { thing, findings } = findOurs(world, wanted, existing, place);
  if (!thing || findings.length === 0) return findings;
  const elsewhere = await spacesElsewhere(world, thing.id);
  if (elsewhere > 0) return leftToItsUsers(wanted, thing, elsewhere);
  // The name is the site's only one: what has it now has to give it up first.
  const taken = existing.some(({ id, name }) => name === wanted.name && id !== thing.id);
  return taken ? [nameTaken(wanted.name)] : findings;
}

function findOurs(
  { site }: World,
  wanted: Omit<SiteStatus, 'id'>,
  existing: readonly SiteStatus[],
  place: Note,
): { thing: SiteStatus | undefined; findings: Finding[] } {
  const create = () => site.createStatus(wanted);
  const restore = (id: string) => site.changeStatus({ ...wanted, id });
  const ours = existing.filter(isOurs);
  const { thing, findings } = findThing({ ...wanted, what: 'status', create, restore }, ours, place);
  if (!thing || findings.length > 0 || thing.category === wanted.category) return { thing, findings };
  const text = `Put the status ${wanted.name} back into the category ${wanted.category}`;
  return { thing, findings: [{ text, perform: () => restore(thing.id) }] };
}

/** How many other spaces use a status. */
async function spacesElsewhere({ site, memory }: World, statusId: string): Promise<number> {
  const spaces = await site.projectsUsingStatus(statusId);
  return spaces.filter(id => id !== memory.projectId).length;
}

function leftToItsUsers(
  wanted: Omit<SiteStatus, 'id'>,
  { name, category }: SiteStatus,
  spaces: number,
): Finding[] {
  if (name === wanted.name && category === wanted.category) return [];
  const users = spaces === 1 ? 'Another space uses' : `${String(spaces)} other spaces use`;
  const now = name === wanted.name ? `is in the category ${category}` : `is called ${name}`;
  const text = `The status ${wanted.name} ${now} now. ${users} it too, so Remit leaves it and knows it by its id`;
  return [{ text, leftAsItIs: true }];
}

function nameTaken(name: string): Finding {
  return {
    text: `The name ${name} is taken by a status that Remit did not make`,
    obstacle: { code: 'NAME_TAKEN', what: 'status', name },
  };
}

function share(wanted: Omit<SiteStatus, 'id'>, { id, name, category }: SiteStatus, place: Note): Finding[] {
  if (category !== wanted.category) {
    const text = `The status ${name} is in the category ${category}, and is needed in ${wanted.category}`;
    return [
      { text, obstacle: { code: 'STATUS_IN_OTHER_CATEGORY', name, category, needed: wanted.category } },
    ];
  }
  place.set(id);
  if (name === wanted.name) return [];
  const text = `The status ${wanted.name} is called ${name} now. It is not Remit's own, so Remit leaves it and knows it by its id`;
  return [{ text, leftAsItIs: true }];
}
