import { builtIns, construct } from './built-ins.ts';
import type { ExpressionClock } from './date-members.ts';
import { ExpressionError } from './errors.ts';
import type { Position } from './errors.ts';
import { ExpressionObject } from './expression-object.ts';
import { Failure, notModelled, ThrownError, typeFailure } from './failure.ts';
import { indexOf, memberOf } from './members.ts';
import { applyBinary, applyUnary, asText, nameOfType } from './operators.ts';
import { Scope } from './scope.ts';
import type { Body, Node, Program } from './syntax-tree.ts';
import { ExpressionFunction, isTruthy, typeName } from './value.ts';
import type { Value } from './value.ts';

/** Jira's own limit of steps. Source: REST v3, the example of `meta.complexity`. */
const mostSteps = 10_000;
/** Operations within operations and lambdas within lambdas: deeper ones are refused rather than left to the stack. */
const deepest = 600;

/** Runs one parsed expression once. */
export class Evaluator {
  private readonly clock: ExpressionClock;
  private steps = 0;
  private depth = 0;

  constructor(clock: ExpressionClock) {
    this.clock = clock;
  }

  /** @throws ExpressionError of kind TYPE or NOT_MODELLED */
  run(program: Program, outer: Scope): Value {
    let scope = outer;
    for (const { name, value } of program.declarations) {
      scope = new Scope([[name, this.value(value, scope)]], scope);
    }
    return this.body(program.body, scope);
  }

  private body(body: Body, scope: Scope): Value {
    if (body.kind === 'if') {
      return this.run(isTruthy(this.value(body.test, scope)) ? body.then : body.otherwise, scope);
    }
    if (body.kind !== 'try') return this.value(body, scope);
    try {
      return this.run(body.attempt, scope);
    } catch (error) {
      if (!(error instanceof ExpressionError) || error.kind !== 'TYPE') throw error;
      const names: [string, Value][] = body.error === undefined ? [] : [[body.error, caught(error)]];
      return this.run(body.recovery, new Scope(names, scope));
    }
  }

  private value(node: Node, scope: Scope): Value {
    this.steps += 1;
    this.depth += 1;
    try {
      if (this.steps > mostSteps) throw notModelled(`An expression of more than ${String(mostSteps)} steps`);
      if (this.depth > deepest)
        throw notModelled(`An expression more than ${String(deepest)} operations deep`);
      return this.valueOf(node, scope);
    } catch (error) {
      if (error instanceof Failure) throw new ExpressionError(error.kind, error.message, node.at);
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  private valueOf(node: Node, scope: Scope): Value {
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'template':
        return node.texts.reduce((text, next, index) => {
          const hole = node.values[index - 1];
          return text + (hole ? asText(this.value(hole, scope)) : '') + next;
        }, '');
      case 'list':
        return node.items.map(item => this.value(item, scope));
      case 'map':
        return Object.fromEntries(node.entries.map(({ key, value }) => [key, this.value(value, scope)]));
      case 'variable':
        return this.variable(node.name, scope);
      case 'member':
        return memberOf(this.reached(node, scope), node.name, node.optional, this.clock);
      case 'index':
        return this.item(node, scope);
      case 'call':
        return this.call(node, scope);
      case 'new':
        return construct(node.type, this.values(node.arguments, scope), this.clock);
      case 'lambda':
        return this.lambda(node, scope);
      case 'unary':
        return node.operator === 'typeof'
          ? this.typeOf(node.operand, scope)
          : applyUnary(node.operator, this.value(node.operand, scope));
      case 'binary':
        return applyBinary(node.operator, this.value(node.left, scope), this.value(node.right, scope));
      case 'logical':
        return this.logical(node, scope);
      case 'conditional':
        return this.value(isTruthy(this.value(node.test, scope)) ? node.then : node.otherwise, scope);
      case 'throw':
        throw thrown(this.value(node.value, scope), node.at);
    }
  }

  private values(nodes: readonly Node[], scope: Scope): Value[] {
    return nodes.map(node => this.value(node, scope));
  }

  private variable(name: string, scope: Scope): Value {
    const known = scope.read(name);
    const value = known === undefined ? builtIns.get(name) : known;
    if (value === undefined) throw typeFailure(`Unrecognized variable: ${JSON.stringify(name)}.`);
    return value;
  }

  /** The only place where a name may be unknown: `typeof project != 'undefined'`. */
  private typeOf(operand: Node, scope: Scope): string {
    const isUnknown = operand.kind === 'variable' && scope.read(operand.name) === undefined;
    return isUnknown && !builtIns.has(operand.name) ? 'undefined' : nameOfType(this.value(operand, scope));
  }

  /**
   * The object of a member. Whether a null of `a?.b` also ends the rest of `a?.b.c` isn't documented,
   * so what hangs on it is refused: write `a?.b?.c`.
   */
  private reached(node: Node & { kind: 'member' | 'index' }, scope: Scope): Value {
    const object = this.value(node.object, scope);
    const { object: before } = node;
    if (object === null && !node.optional && 'optional' in before && before.optional) {
      throw notModelled('A member after a ?. that found nothing (use ?. there too)');
    }
    return object;
  }

  private item(node: Node & { kind: 'index' }, scope: Scope): Value {
    const object = this.reached(node, scope);
    if (object === null && node.optional) return null;
    return indexOf(object, this.value(node.index, scope), node.optional, this.clock);
  }

  /** `a?.method()` is null when `a` is, as in the documentation's examples. */
  private call(node: Node & { kind: 'call' }, scope: Scope): Value {
    const callee = this.value(node.callee, scope);
    if (callee === null && 'optional' in node.callee && node.callee.optional) return null;
    if (!(callee instanceof ExpressionFunction)) throw typeFailure(`${typeName(callee)} is not a function.`);
    const values = this.values(node.arguments, scope);
    const [least, most] = callee.arity;
    if (values.length < least || values.length > most) {
      throw typeFailure(`A function was called with ${String(values.length)} arguments.`);
    }
    return callee.call(values);
  }

  private lambda({ parameters, body }: Node & { kind: 'lambda' }, scope: Scope): Value {
    return new ExpressionFunction([parameters.length, parameters.length], values => {
      const names = parameters.map((name, index) => [name, values[index] ?? null] as const);
      return this.run(body, new Scope(names, scope));
    });
  }

  /** The result is an operand itself: `name || 'no one'`. */
  private logical({ operator, left, right }: Node & { kind: 'logical' }, scope: Scope): Value {
    const first = this.value(left, scope);
    if (operator === '??') return first ?? this.value(right, scope);
    return isTruthy(first) === (operator === '&&') ? this.value(right, scope) : first;
  }
}

function thrown(value: Value, at: Position): ThrownError {
  if (typeof value === 'string') return new ThrownError(value, value, at);
  if (!(value instanceof ExpressionObject) || value.type !== 'Error') {
    throw notModelled(`Throwing a value of type ${typeName(value)}`);
  }
  return new ThrownError(value, String(value.read('message')), at);
}

/** The `Error` that a `catch` is given. Source: Jira expressions type reference, Error. */
function caught(error: ExpressionError): Value {
  if (error instanceof ThrownError && error.thrown instanceof ExpressionObject) return error.thrown;
  return new ExpressionObject('Error', {
    message: () => error.message,
    location: () => {
      throw notModelled('Error.location');
    },
  });
}
