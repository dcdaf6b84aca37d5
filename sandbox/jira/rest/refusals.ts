/** A refusal of the local Jira, answered as `{errorMessages, errors}` with its status. */
export class JiraError extends Error {
  readonly status: number;
  readonly errorMessages: readonly string[];
  /** By field or property. */
  readonly errors: Readonly<Record<string, string>>;

  constructor(
    status: number,
    errorMessages: string | readonly string[],
    errors: Record<string, string> = {},
  ) {
    const messages = typeof errorMessages === 'string' ? [errorMessages] : errorMessages;
    super([...messages, ...Object.values(errors)].join(' '));
    this.status = status;
    this.errorMessages = messages;
    this.errors = errors;
  }
}

/** Something that real Jira does and the local one doesn't: refused by name, never guessed. */
export function notModelled(what: string): JiraError {
  return new JiraError(501, `NOT_MODELLED: ${what}`);
}
