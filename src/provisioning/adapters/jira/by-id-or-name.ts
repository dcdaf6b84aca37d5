/**
 * The resources that may be the one wanted: administrators change names, and never ids.
 * @param byId - reads the resource of an id; an empty list when there is none
 * @param byName - reads every resource whose name contains the one wanted
 */
export async function byIdOrName<Thing>(
  id: string | undefined,
  byId: (id: string) => Promise<Thing[]>,
  byName: () => Promise<Thing[]>,
): Promise<Thing[]> {
  const known = id === undefined ? [] : await byId(id);
  return known.length > 0 ? known : byName();
}
