/** Files that come in a form, as browsers and scripts send them. Source: RFC 7578; WHATWG HTML, "multipart/form-data". */
import type { UploadedFile } from '../seams.ts';
import type { Exchange } from './exchange.ts';

const LINE_END = '\r\n';

/** The files of a form; undefined when it is none that can be read. Other parts are passed over. */
export function filesIn({ headers, bytes }: Pick<Exchange, 'headers' | 'bytes'>): UploadedFile[] | undefined {
  const named = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(headers['content-type'] ?? '');
  const boundary = named?.[1] ?? named?.[2];
  const parts = boundary === undefined ? undefined : partsOf(bytes, `--${boundary}`);
  return parts?.flatMap(part => fileOf(part) ?? []);
}

/** What stands between the delimiters; undefined when the last of them is missing. */
function partsOf(bytes: Buffer, delimiter: string): Buffer[] | undefined {
  const parts: Buffer[] = [];
  let from = bytes.indexOf(delimiter);
  while (from >= 0) {
    const begins = from + delimiter.length;
    if (bytes.toString('latin1', begins, begins + 2) === '--') return parts;
    const next = bytes.indexOf(`${LINE_END}${delimiter}`, begins);
    if (next < 0) return undefined;
    parts.push(bytes.subarray(begins + LINE_END.length, next));
    from = next + LINE_END.length;
  }
  return undefined;
}

/** Undefined for a part that is no file. */
function fileOf(part: Buffer): UploadedFile | undefined {
  const end = part.indexOf(`${LINE_END}${LINE_END}`);
  const lines = part.toString('utf8', 0, Math.max(end, 0)).split(LINE_END);
  const header = (name: string) =>
    lines.find(line => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
  const disposition = header('content-disposition');
  const filename = parameter(disposition, 'filename');
  if (end < 0 || filename === undefined) return undefined;
  const type = header('content-type').trim() || 'application/octet-stream';
  const bytes = new Uint8Array(part.subarray(end + 2 * LINE_END.length));
  return { part: parameter(disposition, 'name') ?? '', filename, type, bytes };
}

/** Browsers write quotes and line ends of a name as percent-encoded. */
function parameter(header: string, name: string): string | undefined {
  const value = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(header)?.[1];
  return value
    ?.replaceAll(/\\(["\\])/g, '$1')
    .replaceAll('%22', '"')
    .replaceAll(/%0D|%0A/g, ' ');
}
