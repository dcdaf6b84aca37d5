import fc from 'fast-check';
import { z } from 'zod';
import { nastyText } from './nasty.ts';

const DAYS = [
  '2026-12-01',
  '2026-02-28',
  '2030-01-01',
  '1999-12-31',
  '0001-01-01',
  '0000-01-01',
  '9999-12-31',
];
const INSTANTS = DAYS.flatMap(day => [`${day}T00:00:00Z`, `${day}T23:59:59.999Z`]);
const MOST_ELEMENTS = 4;

/**
 * Values that a schema accepts, or nearly: texts keep to its lengths, and are otherwise as nasty as they can be.
 * @param known - texts that mean something on the site: keys, names, accounts, work items
 * @throws when the schema has a type that no request had so far
 */
export function acceptedBy(schema: z.core.$ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const inner = (type: z.core.$ZodType) => acceptedBy(type, known);
  if (schema instanceof z.ZodOptional) return inner(schema.unwrap());
  if (schema instanceof z.ZodNullable) return fc.option(inner(schema.unwrap()));
  if (schema instanceof z.ZodObject) return objectOf(schema, inner);
  if (schema instanceof z.ZodRecord) {
    const entry = fc.tuple(inner(schema.keyType).map(String), inner(schema.valueType));
    return fc.array(entry, { maxLength: MOST_ELEMENTS }).map(entries => Object.fromEntries(entries));
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(inner));
  if (schema instanceof z.ZodArray) return fc.array(inner(schema.element), { maxLength: MOST_ELEMENTS });
  if (schema instanceof z.ZodEnum) return fc.constantFrom<unknown>(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom<unknown>(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodISODate) return fc.constantFrom(...DAYS);
  if (schema instanceof z.ZodISODateTime) return fc.constantFrom(...INSTANTS);
  if (schema instanceof z.ZodUUID) return fc.uuid();
  if (schema instanceof z.ZodString) return textOf(schema, known);
  throw new RangeError(`No values are known for ${schema._zod.def.type}.`);
}

function objectOf(
  { shape }: z.ZodObject<Record<string, z.core.$ZodType>>,
  inner: (type: z.core.$ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const values = Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, inner(type)]));
  const required = Object.keys(shape).filter(name => !(shape[name] instanceof z.ZodOptional));
  return fc.record(values, { requiredKeys: required, noNullPrototype: true });
}

function numberOf({ minValue, maxValue }: z.ZodNumber): fc.Arbitrary<number> {
  const [min, max] = [minValue ?? -(2 ** 53), maxValue ?? 2 ** 53];
  const small = fc.integer({ min: Math.max(min, -1), max: Math.max(min, Math.min(max, 5)) });
  return fc.oneof({ weight: 3, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(min, max) });
}

function textOf({ minLength, maxLength }: z.ZodString, known: readonly string[]): fc.Arbitrary<string> {
  const texts = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: nastyText },
  );
  return texts.map(text => text.slice(0, maxLength ?? undefined).padEnd(minLength ?? 0, 'x'));
}
