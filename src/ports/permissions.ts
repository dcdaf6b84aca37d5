/** What the caller of a resolver may see and do, asked of Jira as that person. */
export interface Permissions {
  /** The id of the ticket, if the caller can browse it. */
  browsableTicket(issueKey: string): Promise<{ id: string; key: string } | undefined>;
  isJiraAdministrator(): Promise<boolean>;
  /** Whether the caller can browse our space; false before set-up has made it. */
  canBrowseSpace(): Promise<boolean>;
  isInGroup(group: string): Promise<boolean>;
}
