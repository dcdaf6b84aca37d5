import { describe, expect, it } from '@jest/globals';
import { FUNCTIONS, isFunctionName, type FunctionName } from '../../src/contract/functions';
import { answered, type Handlers } from '../../src/entrypoints/resolvers/functions';

describe('the table of functions', () => {
  it('holds each of them by a name of a subject and a verb', () => {
    expect(Object.keys(FUNCTIONS).filter(name => !/^[a-z]+\.[a-z]+$/.test(name))).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString', 'valueOf', 'route', '', undefined, null, 1])(
    'has no function %j',
    name => {
      expect(isFunctionName(name)).toBe(false);
    },
  );
});

/** Never called: what is to be refused here is refused by the compiler, and the checks of types fail when it is not. */
export function mustNotCompile(complete: Handlers): Handlers[] {
  const { 'work.mine': _, ...others } = complete;
  // @ts-expect-error a function without a handler
  const incomplete: Handlers = others;
  const extra: Handlers<'rule.explain'> = {
    'rule.explain': complete['rule.explain'],
    // @ts-expect-error a handler of a function that the contract does not list
    'rule.forget': complete['rule.explain'],
  };
  const wrong: Handlers<'matrix.submit'> = {
    // @ts-expect-error an answer that the pages do not expect
    'matrix.submit': () => Promise.resolve(answered({ ticket: 1 })),
  };
  // @ts-expect-error a name that is not in the table
  const name: FunctionName = 'rule.forget';
  return [incomplete, { ...complete, ...extra, ...wrong, [name]: complete['rule.explain'] }];
}
