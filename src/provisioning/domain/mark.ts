/** Stands in the description of everything that set-up makes: where names may repeat, it tells ours from others. */
const MARK = 'Managed by Remit.';

/** The description with our mark. */
export function marked(description: string): string {
  return `${description} ${MARK}`.trim();
}

/** Whether set-up made it. */
export function isOurs({ description }: { description: string }): boolean {
  return description.includes(MARK);
}
