/** Priority and resolution: fixed catalogues of every new Jira site. */
import { ExpressionObject } from '../../expressions/index.ts';
import { FieldRefusal, isRecord, type FieldSite, type FieldType } from './field-type.ts';

interface Entry {
  id: string;
  name: string;
  description: string;
}

export const PRIORITIES: readonly Entry[] = [
  { id: '1', name: 'Highest', description: 'This problem will block progress.' },
  { id: '2', name: 'High', description: 'Serious problem that could block progress.' },
  { id: '3', name: 'Medium', description: 'Has the potential to affect progress.' },
  { id: '4', name: 'Low', description: 'Minor problem or easily worked around.' },
  { id: '5', name: 'Lowest', description: 'Trivial problem with little or no impact on progress.' },
];
export const DEFAULT_PRIORITY = '3';

export const RESOLUTIONS: readonly Entry[] = [
  { id: '10000', name: 'Done', description: 'Work has been completed on this issue.' },
  { id: '10001', name: "Won't Do", description: "This issue won't be actioned." },
  { id: '10002', name: 'Duplicate', description: 'The problem is a duplicate of an existing issue.' },
  { id: '10003', name: 'Cannot Reproduce', description: 'All attempts at reproducing this issue failed.' },
];

function catalogue(kind: 'priority' | 'resolution', entries: readonly Entry[]): FieldType {
  const named = (stored: unknown) => entries.find(entry => entry.id === stored)?.name ?? String(stored);
  const show = (stored: unknown, site: FieldSite) => entryBean(kind, entries, stored, site);
  return {
    list: false,
    operations: ['set'],
    read: input => {
      const wanted = isRecord(input) ? input : {};
      const known = entries.find(entry => entry.id === wanted['id'] || entry.name === wanted['name']);
      if (!known) throw new FieldRefusal(`The ${kind} selected is invalid.`);
      return known.id;
    },
    show,
    describe: stored => ({ id: String(stored), text: named(stored) }),
    express: stored =>
      new ExpressionObject(
        kind === 'priority' ? 'IssuePriority' : 'Resolution',
        { id: () => Number(stored), name: () => named(stored) },
        String(stored),
      ),
    modified: show,
    search: stored => {
      const order = entries.findIndex(entry => entry.id === stored);
      return [{ kind: 'named', id: String(stored), names: [named(stored)], order }];
    },
  };
}

function entryBean(
  kind: string,
  entries: readonly Entry[],
  stored: unknown,
  site: FieldSite,
): Record<string, unknown> {
  const known = entries.find(entry => entry.id === stored);
  const self = `${site.settings.baseUrl}/rest/api/3/${kind}/${String(stored)}`;
  return { self, id: String(stored), name: known?.name ?? '', description: known?.description ?? '' };
}

export const priority = catalogue('priority', PRIORITIES);
export const resolution = catalogue('resolution', RESOLUTIONS);

/** The entries of a catalogue field as metadata list them. */
export function allowedEntries(kind: 'priority' | 'resolution', site: FieldSite): Record<string, unknown>[] {
  const entries = kind === 'priority' ? PRIORITIES : RESOLUTIONS;
  return entries.map(entry => entryBean(kind, entries, entry.id, site));
}
