import { dateMethod, dateProperties } from './date-members.ts';
import type { ExpressionClock } from './date-members.ts';
import { ExpressionDate } from './expression-date.ts';
import { ExpressionObject } from './expression-object.ts';
import { notModelled, typeFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import { listMethod, listProperties } from './list-methods.ts';
import { stringMethod, stringProperties } from './string-methods.ts';
import { ExpressionFunction, isList, isMap, toValue, typeName } from './value.ts';
import type { ExpressionMap, Value } from './value.ts';

/**
 * Reads `object.name`; undefined when the object's type has no such property.
 * @throws Failure for what Jira has and the sandbox doesn't
 */
function readMember(object: Value, name: string, clock: ExpressionClock): Value | undefined {
  if (typeof object === 'string') return name === 'length' ? object.length : stringMethod(object, name);
  if (object instanceof ExpressionDate) return dateMethod(object, name, clock);
  if (object instanceof ExpressionObject) return object.has(name) ? toValue(object.read(name)) : undefined;
  if (isList(object)) return name === 'length' ? object.length : listMethod(object, name);
  return isMap(object) ? readMap(object, name) : undefined;
}

/** The keys of a Map come first, so that a key named `get` can still be read; an absent key reads null. */
function readMap(map: ExpressionMap, name: string): Value {
  if (Object.hasOwn(map, name)) return map[name] ?? null;
  if (name === 'get') return new ExpressionFunction([1, 1], ([key = null]) => mapEntry(map, key));
  if (name === 'set' || name === 'entries') throw notModelled(`Map.${name}`);
  return null;
}

function mapEntry(map: ExpressionMap, key: Value): Value {
  if (typeof key !== 'string') throw typeFailure(`String expected, got ${typeName(key)}.`);
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
}

/**
 * Reads a property as `object.name`, or as `object?.name`, which is null where the other is an error.
 * @throws Failure naming the property and those there are
 */
export function memberOf(object: Value, name: string, optional: boolean, clock: ExpressionClock): Value {
  if (object === null) {
    if (optional) return null;
    throw typeFailure(`Type null does not have any properties: can't read ${JSON.stringify(name)}.`);
  }
  const value = readMember(object, name, clock);
  if (value !== undefined) return value;
  if (optional) return null;
  throw unrecognized(object, name);
}

/** Reads `object[index]`: an item of a list by its number, a property of anything else by its name. */
export function indexOf(object: Value, index: Value, optional: boolean, clock: ExpressionClock): Value {
  if (typeof index === 'string') return memberOf(object, index, optional, clock);
  if (object === null) return memberOf(object, typeName(index), optional, clock);
  if (!isList(object) || typeof index !== 'number') {
    throw typeFailure(`${typeName(object)} can't be indexed by ${typeName(index)}.`);
  }
  const item = object[index];
  if (item === undefined)
    throw notModelled(`Reading item ${String(index)} of a list of ${String(object.length)}`);
  return item;
}

function unrecognized(object: Value, name: string): Failure {
  const type = typeName(object);
  const known = propertiesOf(object).map(each => `'${each}'`);
  return typeFailure(
    `Unrecognized property of \`${type}\`: ${JSON.stringify(name)}. ` +
      (known.length > 0
        ? `Available properties of type '${type}' are: ${known.join(', ')}`
        : `Type ${type} does not have any properties.`),
  );
}

function propertiesOf(object: Value): readonly string[] {
  if (typeof object === 'string') return stringProperties;
  if (object instanceof ExpressionDate) return dateProperties(object.type);
  if (object instanceof ExpressionObject) return Object.keys(object.properties).sort();
  return isList(object) ? listProperties : [];
}
