import type { Status, WorkType } from '../../../domain/work-type/work-type';
import type { SiteStatus } from '../../../ports/jira-site';
import { isOurs, marked } from '../mark';
import { findThing, note } from '../named-thing';
import type { Finding, SetUpStep, World } from '../set-up-step';

/**
 * The statuses of the work types. A status of the same name that the site has already is shared with us, since
 * names are unique; nothing about it is changed.
 */
export function statusesStep(workTypes: readonly WorkType[]): SetUpStep {
  const wanted = statusesOf(workTypes);
  return {
    key: 'statuses',
    title: 'Statuses',
    specification: () => wanted,
    async inspect(world) {
      const existing = await world.site.statuses();
      return wanted.flatMap(status => inspectStatus(world, status, existing));
    },
  };
}

/** Every status once: work types share them by name. */
export function statusesOf(workTypes: readonly WorkType[]): Omit<SiteStatus, 'id'>[] {
  const byName = new Map<string, Status>();
  for (const status of workTypes.flatMap(({ statuses }) => statuses)) byName.set(status.name, status);
  return [...byName.values()].map(({ name, category }) => ({ name, category, description: marked('') }));
}

function inspectStatus(
  { site, memory }: World,
  wanted: Omit<SiteStatus, 'id'>,
  existing: readonly SiteStatus[],
): Finding[] {
  const place = note(memory.statuses, wanted.name);
  const shared = existing.find(status => status.name === wanted.name && !isOurs(status));
  if (shared)
    return share(wanted, shared, () => {
      place.set(shared.id);
    });
  const ours = existing.filter(isOurs);
  const create = () => site.createStatus(wanted);
  const restore = (id: string) => site.changeStatus({ ...wanted, id });
  const { thing, findings } = findThing({ ...wanted, what: 'status', create, restore }, ours, place);
  if (!thing || findings.length > 0 || thing.category === wanted.category) return findings;
  const text = `Put the status ${wanted.name} back into the category ${wanted.category}`;
  return [{ text, perform: () => restore(thing.id) }];
}

function share(wanted: Omit<SiteStatus, 'id'>, { name, category }: SiteStatus, adopt: () => void): Finding[] {
  if (category === wanted.category) {
    adopt();
    return [];
  }
  return [
    {
      text: `The status ${name} is in the category ${category}, and is needed in ${wanted.category}`,
      obstacle: { code: 'STATUS_IN_OTHER_CATEGORY', name, category, needed: wanted.category },
    },
  ];
}
