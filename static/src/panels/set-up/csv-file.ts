/** The server takes no more; the limit of a call from a page is 500 kB. */
const MOST_CHARACTERS = 450_000;

export type CsvText = { ok: true; text: string } | { ok: false; message: string };

/** Decodes a file that must be UTF-8. Another encoding is refused here: read loosely, names would be garbled unseen. */
export function csvText(bytes: ArrayBuffer): CsvText {
  try {
    return withinLimit(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, message: 'This file is not UTF-8. Save it as “CSV UTF-8” and choose it again.' };
  }
}

/** Refuses a text that is too long to be sent. */
export function withinLimit(text: string): CsvText {
  if (text.length <= MOST_CHARACTERS) return { ok: true, text };
  return {
    ok: false,
    message: 'This is more than 450,000 characters. Split it: an import adds to what is there.',
  };
}
