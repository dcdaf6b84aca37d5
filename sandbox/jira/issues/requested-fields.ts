/** Which fields of a work item a caller asks to see. */
import type { Collections } from '../model.ts';
import { notModelled } from '../rest/refusals.ts';
import { fieldOf } from './field-set.ts';

/** System fields that `*navigable` leaves out. */
const NOT_NAVIGABLE = new Set(['comment', 'attachment']);

/** Decides by field id. */
export type Shown = (fieldId: string) => boolean;

/**
 * What a `fields` parameter asks for: ids, `*all`, `*navigable`, and `-id` to leave one out.
 * @param wanted - each may be several, separated by commas
 * @param otherwise - what is shown when nothing is asked for
 * @param byKeys - whether app fields are named by their keys
 */
export function shownFields(
  records: Collections,
  wanted: readonly string[],
  otherwise: '*all' | 'id',
  byKeys: boolean,
): Shown {
  const names = wanted.flatMap(one => one.split(',')).map(name => name.trim());
  const given = names.filter(name => name !== '');
  const asked = given.length > 0 ? given : [otherwise];
  const included = asked.filter(name => !name.startsWith('-')).map(name => idOf(records, name, byKeys));
  const excluded = asked
    .filter(name => name.startsWith('-'))
    .map(name => idOf(records, name.slice(1), byKeys));
  const all = included.includes('*all') || included.length === 0;
  const navigable = included.includes('*navigable');
  return id =>
    !excluded.includes(id) && (all || included.includes(id) || (navigable && !NOT_NAVIGABLE.has(id)));
}

function idOf(records: Collections, name: string, byKeys: boolean): string {
  return byKeys ? (fieldOf({ records }, name)?.id ?? name) : name;
}

/** The parts of a work item beside its fields that can be asked for. */
const EXPANSIONS = ['names', 'schema', 'changelog', 'transitions', 'editmeta'] as const;
export type Expansion = (typeof EXPANSIONS)[number];

/** What an `expand` parameter asks for. Refuses 501 what isn't modelled. */
export function expansionsOf(expand: readonly string[]): Set<Expansion> {
  const wanted = expand.flatMap(one => one.split(',')).map(name => name.trim());
  return new Set(wanted.filter(name => name !== '').map(expansionNamed));
}

function expansionNamed(name: string): Expansion {
  const known = EXPANSIONS.find(one => one === name);
  if (!known) throw notModelled(`expand=${name}`);
  return known;
}
