export type JqlErrorKind = 'SYNTAX' | 'UNKNOWN_FIELD' | 'UNKNOWN_VALUE' | 'NOT_MODELLED';

/** Why a JQL query was refused; the message is worded as Jira's own. Jira answers 400 with it in `errorMessages`. */
export class JqlError extends Error {
  readonly kind: JqlErrorKind;

  constructor(kind: JqlErrorKind, message: string) {
    super(message);
    this.name = 'JqlError';
    this.kind = kind;
  }
}
