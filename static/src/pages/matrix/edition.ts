import { isDay } from '../../components/days';

/** What of the matrix is shown. Without a version: the one in force. */
export type ShownEdition =
  | { kind: 'version'; version: number | undefined }
  /** The version that was in force at the end of a day, `YYYY-MM-DD` in UTC, with who held its roles then. */
  | { kind: 'day'; day: string }
  | { kind: 'draft' }
  | { kind: 'difference'; from: number; to: number | 'draft' };

/** Reads it from the page's address. What is not a version or a day stands for the one in force. */
export function editionOf(query: URLSearchParams): ShownEdition {
  if (query.has('draft')) return { kind: 'draft' };
  const from = numberOf(query.get('from'));
  const to = query.get('to') === 'draft' ? 'draft' : numberOf(query.get('to'));
  if (from !== undefined && to !== undefined) return { kind: 'difference', from, to };
  const day = query.get('at') ?? '';
  if (isDay(day)) return { kind: 'day', day };
  return { kind: 'version', version: numberOf(query.get('version')) };
}

/** Where it is shown, and there a row of it. */
export function placeOfEdition(shown: ShownEdition, row?: string): string {
  const query = new URLSearchParams(queryOf(shown));
  if (row !== undefined) query.set('row', row);
  const text = query.toString();
  return text === '' ? '/matrix' : `/matrix?${text}`;
}

function queryOf(shown: ShownEdition): Record<string, string> {
  switch (shown.kind) {
    case 'draft':
      return { draft: '1' };
    case 'difference':
      return { from: String(shown.from), to: String(shown.to) };
    case 'day':
      return { at: shown.day };
    case 'version':
      return shown.version === undefined ? {} : { version: String(shown.version) };
  }
}

function numberOf(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
