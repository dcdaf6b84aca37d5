/**
 * Text that others typed, among words of ours: a name, a reason, a cell of the matrix, a value of Jira’s. Whatever
 * letters are in it, what stands around it reads as it is written. Sentences from the server are isolated already.
 * Source: domain rules, "Text that people type".
 */
export function Typed({ children }: { children: string | null | undefined }) {
  return <bdi>{children}</bdi>;
}
