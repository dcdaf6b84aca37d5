/** Files that come in a form, as browsers and scripts send them. */
import type { UploadedFile } from '../seams.ts';
import type { Exchange } from './exchange.ts';

/** The files of a form; undefined when it is none that can be read. Other parts are passed over. */
export async function filesIn({ headers, bytes }: Exchange): Promise<UploadedFile[] | undefined> {
  const contentType = headers['content-type'] ?? '';
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
  const files: UploadedFile[] = [];
  for (const [part, value] of form.entries()) {
    if (typeof value === 'string') continue;
    const type = value.type === '' ? 'application/octet-stream' : value.type;
    files.push({ part, filename: value.name, type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return files;
}
