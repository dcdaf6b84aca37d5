import type { AccountId } from '../shared/account';

/** A paragraph of plain text, emphasis and mentions, before it is in Jira's own format. */
export type CommentParagraph = readonly (
  string | { strong: string } | { mention: AccountId; name: string }
)[];
