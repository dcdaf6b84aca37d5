import type { Position } from './errors.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '>' | '<=' | '>=';
export type LogicalOperator = '&&' | '||' | '??';
export type UnaryOperator = '!' | '-' | 'typeof';

/** An expression; `at` is where its own token stands (the operator of `a + b`, the dot of `a.b`). */
export type Node =
  | { kind: 'literal'; at: Position; value: null | boolean | number | string }
  | { kind: 'template'; at: Position; texts: readonly string[]; values: readonly Node[] }
  | { kind: 'list'; at: Position; items: readonly Node[] }
  | { kind: 'map'; at: Position; entries: readonly { key: string; value: Node }[] }
  | { kind: 'variable'; at: Position; name: string }
  | { kind: 'member'; at: Position; object: Node; name: string; optional: boolean }
  | { kind: 'index'; at: Position; object: Node; index: Node; optional: boolean }
  | { kind: 'call'; at: Position; callee: Node; arguments: readonly Node[] }
  | { kind: 'new'; at: Position; type: string; arguments: readonly Node[] }
  | { kind: 'lambda'; at: Position; parameters: readonly string[]; body: Program }
  | { kind: 'unary'; at: Position; operator: UnaryOperator; operand: Node }
  | { kind: 'binary'; at: Position; operator: BinaryOperator; left: Node; right: Node }
  | { kind: 'logical'; at: Position; operator: LogicalOperator; left: Node; right: Node }
  | { kind: 'conditional'; at: Position; test: Node; then: Node; otherwise: Node }
  | { kind: 'throw'; at: Position; value: Node };

/** What a program ends in: an expression, or a choice of further programs. */
export type Body =
  | Node
  | { kind: 'if'; at: Position; test: Node; then: Program; otherwise: Program }
  | { kind: 'try'; at: Position; attempt: Program; error: string | undefined; recovery: Program };

/** Declarations and the body that may use them. */
export interface Program {
  declarations: readonly { at: Position; name: string; value: Node }[];
  body: Body;
}
