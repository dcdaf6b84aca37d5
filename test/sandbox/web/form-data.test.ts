import { describe, expect, it } from '@jest/globals';
import { filesIn } from '../../../sandbox/web/form-data.ts';

async function sent(form: FormData) {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const contentType = request.headers.get('content-type') ?? '';
  return { headers: { 'content-type': contentType }, bytes: Buffer.from(await request.arrayBuffer()) };
}

describe('the files of a form', () => {
  it('come as they were sent, whatever is in them and however they are called', async () => {
    const form = new FormData();
    const bytes = Uint8Array.from({ length: 600 }, (_, at) => [13, 10, 45, 45, at % 256][at % 5] ?? 0);
    form.append('file', new Blob([bytes], { type: 'image/png' }), 'Plan "Ü".png');
    form.append('comment', 'no file');
    form.append('file', new Blob([]), 'empty');
    const files = filesIn(await sent(form));
    expect(files?.map(({ part, filename, type }) => [part, filename, type])).toEqual([
      ['file', 'Plan "Ü".png', 'image/png'],
      ['file', 'empty', 'application/octet-stream'],
    ]);
    expect(files?.[0]?.bytes).toEqual(bytes);
    expect(files?.[1]?.bytes).toHaveLength(0);
  });

  it.each([
    ['has no boundary', 'multipart/form-data', '--x\r\n\r\n--x--'],
    [
      'is cut',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    ],
    ['is something else', 'multipart/form-data; boundary=x', 'abc'],
  ])('can’t be read where it %s', (_, contentType, text) => {
    const headers = { 'content-type': contentType };
    expect(filesIn({ headers, bytes: Buffer.from(text) })).toBeUndefined();
  });
});
