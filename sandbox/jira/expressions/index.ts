/**
 * Jira expressions: what is modelled is listed in sandbox/EXPRESSIONS.md, anything else is refused by name.
 * Source: Atlassian, "Jira expressions", its grammar and type reference; REST v3 `/expression/analyse`.
 */
import type { ExpressionClock } from './date-members.ts';
import { ExpressionError } from './errors.ts';
import type { ExpressionErrorKind } from './errors.ts';
import { Evaluator } from './evaluator.ts';
import { parseSource } from './parser.ts';
import { Scope } from './scope.ts';
import type { Program } from './syntax-tree.ts';
import { ExpressionFunction, toValue } from './value.ts';

export { ExpressionError } from './errors.ts';
export type { ExpressionErrorKind } from './errors.ts';
export { ExpressionDate, parseDay, parseInstant } from './expression-date.ts';
export { ExpressionObject } from './expression-object.ts';
export type { ExpressionClock } from './date-members.ts';

/** A parsed expression, to be evaluated any number of times. */
export type Expression = Program;

/** Source: REST v3 `/expression/analyse`, "Jira expression is too long (1040), limit: 1000 characters". */
const longest = 1000;
const parsed = new Map<string, Expression | ExpressionError>();
const mostParsed = 500;

/**
 * Parses an expression, once for each source.
 * @throws ExpressionError of kind SYNTAX for what isn't grammar (or is too long), NOT_MODELLED for what isn't here
 */
export function parse(source: string): Expression {
  const known = parsed.get(source) ?? parseFresh(source);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(source, known);
  if (known instanceof ExpressionError) throw known;
  return known;
}

function parseFresh(source: string): Expression | ExpressionError {
  if (source.length > longest) {
    const message = `Jira expression is too long (${String(source.length)}), limit: ${String(longest)} characters`;
    return new ExpressionError('SYNTAX', message, { line: 1, column: 1 });
  }
  try {
    return parseSource(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

/**
 * Evaluates an expression.
 * @param variables - by name: null, Booleans, numbers, texts, arrays (List), plain objects (Map), `ExpressionObject`s
 *   (Issue, User, …) and `ExpressionDate`s; undefined counts as null
 * @param clock - the present and the user's time zone; what needs them without having them is refused
 * @returns a value of the same kinds
 * @throws ExpressionError - TYPE is what Jira would report when evaluating, and what an expression threw and didn't catch
 */
export function evaluate(
  source: string,
  variables: Record<string, unknown>,
  clock: ExpressionClock = {},
): unknown {
  const program = parse(source);
  const scope = new Scope(Object.entries(variables).map(([name, value]) => [name, toValue(value)] as const));
  const value = new Evaluator(clock).run(program, scope);
  if (value instanceof ExpressionFunction) {
    throw new ExpressionError('NOT_MODELLED', 'A function as a result is not modelled.', {
      line: 1,
      column: 1,
    });
  }
  return value;
}

/** What is wrong with an expression before it runs. */
export interface ExpressionAnalysis {
  valid: boolean;
  errors: { kind: ExpressionErrorKind; message: string; line: number; column: number }[];
}

/** Checks the syntax of an expression; types and complexity are not modelled. Never throws. */
export function analyse(source: string): ExpressionAnalysis {
  try {
    parse(source);
    return { valid: true, errors: [] };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { kind, message, line, column } = error;
    return { valid: false, errors: [{ kind, message, line, column }] };
  }
}
