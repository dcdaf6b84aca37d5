/** In the description of every managed resource: where names may repeat, it tells ours from others. */
const MARK = 'Managed by Remit.';

/** The description with our mark. */
export function marked(description: string): string {
  return `${description} ${MARK}`.trim();
}

/** Whether Remit manages it. */
export function isManaged({ description }: { description: string }): boolean {
  return description.includes(MARK);
}
