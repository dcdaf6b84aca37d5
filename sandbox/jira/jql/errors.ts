export type JqlErrorKind =
  /** Not JQL: grammar, reserved words and characters, an operator that the field doesn't take, a malformed date. */
  'SYNTAX' | 'UNKNOWN_FIELD' | 'UNKNOWN_VALUE' | 'NOT_MODELLED';

/** Why a JQL query was refused; the message is worded as Jira's own. Jira answers 400 with it in `errorMessages`. */
export class JqlError extends Error {
  readonly kind: JqlErrorKind;

  constructor(kind: JqlErrorKind, message: string) {
    super(message);
    this.name = 'JqlError';
    this.kind = kind;
  }
}

/** @param place - e.g. `(line 1, character 9)`; none at the end of a query */
export function syntaxError(what: string, place?: string): JqlError {
  return new JqlError('SYNTAX', `Error in the JQL Query: ${what}${place === undefined ? '' : ` ${place}`}`);
}

export function unknownField(name: string): JqlError {
  return new JqlError(
    'UNKNOWN_FIELD',
    `Field '${name}' does not exist or you do not have permission to view it.`,
  );
}

export function notModelled(what: string): JqlError {
  return new JqlError('NOT_MODELLED', `${what} is not modelled in JQL.`);
}
