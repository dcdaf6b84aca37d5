/** A key such as `GOV-12`, or an id. Source: Jira, "Project key format"; ids are 64-bit numbers. */
const ADDRESS = /^(?:[A-Za-z][A-Za-z0-9_]{0,254}-\d{1,19}|\d{1,19})$/;

/** Whether a text can name a ticket at all. What cannot is not asked for: in an address it could mean another thing. */
export function canNameWorkItem(text: string): boolean {
  return ADDRESS.test(text);
}
