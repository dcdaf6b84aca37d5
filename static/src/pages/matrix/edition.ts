/** What of the matrix is shown. Without a version: the one in force. */
export type ShownEdition =
  | { kind: 'version'; version: number | undefined }
  | { kind: 'draft' }
  | { kind: 'difference'; from: number; to: number | 'draft' };

/** Reads it from the page's address. What is not a version stands for the one in force. */
export function editionOf(query: URLSearchParams): ShownEdition {
  if (query.has('draft')) return { kind: 'draft' };
  const from = numberOf(query.get('from'));
  const to = query.get('to') === 'draft' ? 'draft' : numberOf(query.get('to'));
  if (from !== undefined && to !== undefined) return { kind: 'difference', from, to };
  return { kind: 'version', version: numberOf(query.get('version')) };
}

/** Where it is shown. */
export function placeOfEdition(shown: ShownEdition): string {
  switch (shown.kind) {
    case 'draft':
      return '/matrix?draft=1';
    case 'difference':
      return `/matrix?from=${shown.from}&to=${shown.to}`;
    case 'version':
      return shown.version === undefined ? '/matrix' : `/matrix?version=${shown.version}`;
  }
}

function numberOf(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
