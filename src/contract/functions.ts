import type { z } from 'zod';
import { bypassFunctions } from './bypasses';
import { evidenceFunctions } from './evidence';
import type { FunctionEntry } from './function-entry';
import { matrixFunctions } from './matrix';
import { ownerFunctions } from './owner-find';
import { peopleFunctions } from './people';
import { registerFunctions } from './registers';
import { routeFunctions } from './route-explain';
import { ruleFunctions } from './rule-explain';
import { setUpFunctions } from './set-up';

const TABLE = {
  ...routeFunctions,
  ...ruleFunctions,
  ...setUpFunctions,
  ...peopleFunctions,
  ...matrixFunctions,
  ...ownerFunctions,
  ...bypassFunctions,
  ...registerFunctions,
  ...evidenceFunctions,
};

export type FunctionName = keyof typeof TABLE;

type Entry<Name extends FunctionName> = (typeof TABLE)[Name];

/** What a page sends. */
export type PayloadOf<Name extends FunctionName> = z.input<Entry<Name>['request']>;

/** What the function is given: the payload, parsed. */
export type RequestOf<Name extends FunctionName> = z.output<Entry<Name>['request']>;

export type AnswerOf<Name extends FunctionName> = Exclude<Entry<Name>['answer']['type'], undefined>;

type FunctionTable = { readonly [Name in FunctionName]: FunctionEntry<RequestOf<Name>, AnswerOf<Name>> };

/**
 * Every function that pages can call. The resolver, the pages, docs/functions.md and the tests of who may call what all
 * read this table. Source: the public contract, "Resolver functions".
 */
export const FUNCTIONS: FunctionTable = TABLE;

/** Whether it is one of them; names that every object inherits, such as `constructor`, are not. */
export function isFunctionName(name: unknown): name is FunctionName {
  return typeof name === 'string' && Object.hasOwn(FUNCTIONS, name);
}
