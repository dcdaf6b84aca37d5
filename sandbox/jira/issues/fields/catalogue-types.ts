/** Priority and resolution: named entries of the site. */
import { priorities, resolutions } from '../../admin/priorities.ts';
import { ExpressionObject } from '../../expressions/index.ts';
import { FieldRefusal, isRecord, type FieldSite, type FieldType } from './field-type.ts';

interface Entry {
  id: string;
  name: string;
  description: string;
}

type Kind = 'priority' | 'resolution';

/** The entries of the catalogue, in their order. */
export function entriesOf(kind: Kind, site: FieldSite): Entry[] {
  return kind === 'priority' ? priorities(site).all() : resolutions(site).all();
}

/** The entry as REST shows it. */
export function entryBean(kind: Kind, stored: unknown, site: FieldSite): Record<string, unknown> {
  const known = entriesOf(kind, site).find(entry => entry.id === stored);
  const self = `${site.settings.baseUrl}/rest/api/3/${kind}/${String(stored)}`;
  return { self, id: String(stored), name: known?.name ?? '', description: known?.description ?? '' };
}

function catalogue(kind: Kind, expressionType: string): FieldType {
  const nameOf = (stored: unknown, site: FieldSite) =>
    entriesOf(kind, site).find(entry => entry.id === stored)?.name ?? String(stored);
  const show = (stored: unknown, site: FieldSite) => entryBean(kind, stored, site);
  return {
    list: false,
    operations: ['set'],
    read: (input, _field, site) => {
      const wanted = isRecord(input) ? input : {};
      const known = entriesOf(kind, site).find(
        entry => entry.id === wanted['id'] || (wanted['id'] === undefined && entry.name === wanted['name']),
      );
      if (!known) throw new FieldRefusal(`The ${kind} selected is invalid.`);
      return known.id;
    },
    show,
    describe: (stored, site) => ({ id: String(stored), text: nameOf(stored, site) }),
    express: (stored, site) =>
      new ExpressionObject(
        expressionType,
        { id: () => Number(stored), name: () => nameOf(stored, site) },
        String(stored),
      ),
    modified: show,
    searchKind: 'named',
    search: (stored, site) => {
      const order = entriesOf(kind, site).findIndex(entry => entry.id === stored);
      return [{ kind: 'named', id: String(stored), names: [nameOf(stored, site)], order }];
    },
  };
}

export const priority = catalogue('priority', 'IssuePriority');
export const resolution = catalogue('resolution', 'Resolution');
