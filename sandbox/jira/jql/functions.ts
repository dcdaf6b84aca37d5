import { edgeOfDay } from './dates.ts';
import type { JqlClock } from './dates.ts';
import { JqlError, notModelled } from './errors.ts';
import type { JqlValue } from './subject.ts';

/** A function of a query: its arguments as written, its values. */
export type JqlFunction = (values: readonly string[]) => readonly JqlValue[];

/**
 * The functions every site has: currentUser(), now(), startOfDay(), endOfDay().
 * @param currentUser - null when no one is signed in: the function then has no value
 */
export function siteFunctions(currentUser: string | null, clock: JqlClock): Record<string, JqlFunction> {
  const edge = (which: 'start' | 'end'): JqlFunction => {
    return values => [{ kind: 'instant', at: edgeOfDay(which, argument(`${which}OfDay`, values, 1), clock) }];
  };
  return {
    currentUser: values => {
      argument('currentUser', values, 0);
      return currentUser === null ? [] : [{ kind: 'user', accountId: currentUser, displayName: '' }];
    },
    now: values => {
      argument('now', values, 0);
      return [{ kind: 'instant', at: clock.now }];
    },
    startOfDay: edge('start'),
    endOfDay: edge('end'),
  };
}

function argument(name: string, values: readonly string[], most: number): string | undefined {
  if (values.length <= most) return values[0];
  const expected = most === 0 ? '0 arguments' : `at most ${String(most)} argument`;
  throw new JqlError(
    'SYNTAX',
    `Function '${name}' expected ${expected} but received ${String(values.length)}.`,
  );
}

/** The values of a function call; names are compared without regard to case. */
export function callFunction(
  functions: Readonly<Record<string, JqlFunction>>,
  name: string,
  values: readonly string[],
): readonly JqlValue[] {
  const known = Object.keys(functions).find(each => each.toLowerCase() === name.toLowerCase());
  const call = known === undefined ? undefined : functions[known];
  if (!call) throw notModelled(`The function ${name}()`);
  return call(values);
}
