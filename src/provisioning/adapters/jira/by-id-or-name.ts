/**
 * Things that may be the one that set-up means: names are changed by administrators, and ids are not.
 * @param byId - reads the thing of an id; nothing when there is none
 * @param byName - reads everything whose name contains the one looked for
 */
export async function knownOrLike<Thing>(
  id: string | undefined,
  byId: (id: string) => Promise<Thing[]>,
  byName: () => Promise<Thing[]>,
): Promise<Thing[]> {
  const known = id === undefined ? [] : await byId(id);
  return known.length > 0 ? known : byName();
}
