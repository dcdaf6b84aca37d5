/** More would not fit into the parts that one upload can have. */
const MOST_CHARACTERS = 10_000_000;

export type CsvText = { ok: true; text: string } | { ok: false; message: string };

/** Decodes a file that must be UTF-8. Another encoding is refused here: read loosely, names would be garbled unseen. */
export function csvText(bytes: ArrayBuffer): CsvText {
  try {
    return withinLimit(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, message: 'This file is not UTF-8. Save it as “CSV UTF-8” and choose it again.' };
  }
}

/** Reads a file that was chosen; it may have been changed or removed since. */
export async function csvOf(file: Blob): Promise<CsvText> {
  try {
    return csvText(await file.arrayBuffer());
  } catch {
    return { ok: false, message: 'This file could not be read. Choose it again.' };
  }
}

/** Refuses a text that is too long to be sent. */
export function withinLimit(text: string): CsvText {
  if (text.length <= MOST_CHARACTERS) return { ok: true, text };
  return {
    ok: false,
    message: 'This file has more than 10,000,000 characters, the most that Remit can import at once.',
  };
}

/** A call from a page carries 500 kB at most, and the server takes no more than 400,000 characters of it. */
const MOST_BYTES_OF_A_PART = 400_000;

/** The text in parts that can be sent one by one, each but the last ending with a line; joined they are the text. */
export function inParts(text: string, mostBytes = MOST_BYTES_OF_A_PART): string[] {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const line of text.split(/(?<=\n)/u).flatMap(each => shortPieces(each, mostBytes))) {
    const size = encoder.encode(JSON.stringify(line)).length;
    if (bytes + size > mostBytes && part !== '') {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += line;
    bytes += size;
  }
  return part === '' && parts.length > 0 ? parts : [...parts, part];
}

/** A line that is longer than a part is cut between characters: one becomes at most six bytes. */
function shortPieces(line: string, mostBytes: number): string[] {
  const most = Math.max(1, Math.floor(mostBytes / 6));
  if (line.length <= most) return [line];
  const characters = Array.from(line);
  const pieces = Math.ceil(characters.length / most);
  return Array.from({ length: pieces }, (_, piece) =>
    characters.slice(piece * most, (piece + 1) * most).join(''),
  );
}
